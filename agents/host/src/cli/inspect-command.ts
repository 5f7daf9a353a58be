import type { InspectionReading } from '@opsgauge/contract';
import { makeInspectionReading } from '../inspection/inspection-reading.js';
import { readPeriodFigures } from '../inspection/period-figures.js';
import { readSettings } from '../state/settings.js';
import { locateStateFolder } from '../state/state-folder.js';
import { createHostFiles } from '../system/host-files.js';
import { createLog } from '../system/log.js';
import { jsonOption, parseOptions, stateOption, type Command } from './command.js';
import { exitCodes } from './exit-codes.js';

const help = `opsgauge-agent inspect [--state DIR] [--json]

Makes a deeper reading of this host (system, hardware, services, top processes), prints it
and sends it nowhere; takes some seconds; needs no enrolment. A running agent calls it for
the inspections it sends.

  --state DIR  state folder (see: opsgauge-agent help)
  --json       print the reading as it would be sent

Exit codes: 0 printed, 1 no reading could be made, 2 wrong use`;

const asText = (reading: InspectionReading): string => {
  const { operatingSystem, hardware, services, topProcesses, timeSynchronized, notes } = reading;
  const failed = services.filter((service) => service.state === 'failed').map((service) => service.name);
  return [
    `system ${operatingSystem.name} ${operatingSystem.release}, kernel ${operatingSystem.kernel}, up since ${operatingSystem.bootedAt}`,
    `hardware ${hardware.manufacturer} ${hardware.model}, ${hardware.processor}, ${hardware.logicalCores} cores`,
    ...Object.entries(reading.metrics).map(([name, value]) => `${name} ${value}`),
    `services ${services.length}, failed: ${failed.join(', ') || 'none'}`,
    `failed units: ${reading.failedUnits?.join(', ') || 'none known'}`,
    `time synchronised: ${timeSynchronized ?? 'not known'}`,
    `reboot pending: ${reading.pendingReboot ?? 'not known'}`,
    ...Object.entries(reading.period?.metrics ?? {}).map(
      ([name, { mean, max, maxAt }]) =>
        `since ${reading.period?.from} ${name} mean ${mean} max ${max} at ${maxAt}`,
    ),
    ...topProcesses.map(
      (found) =>
        `process ${found.pid} ${found.name} cpu ${found.cpuPercent} % memory ${found.memoryPercent} %`,
    ),
    ...notes.map((note) => `not read: ${note.part}: ${note.reason}`),
  ].join('\n');
};

export const inspectCommand: Command = {
  help,
  run: async (parameters, { environment, print, printError }) => {
    const { state, json } = parseOptions(parameters, { ...stateOption, ...jsonOption });
    const log = createLog((line) => printError(line.trimEnd()));
    const { services } = readSettings(environment);
    const period = await readPeriodFigures(locateStateFolder(state, environment).periodFile);
    const reading = await makeInspectionReading(createHostFiles(), log, { services, period });
    print(json ? JSON.stringify(reading) : asText(reading));
    return exitCodes.ok;
  },
};
