import type { InspectionReading } from '@opsgauge/contract';
import { makeInspectionReading } from '../inspection/inspection-reading.js';
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
    `time synchronised: ${timeSynchronized ?? 'not known'}`,
    ...topProcesses.map(
      (found) =>
        `process ${found.pid} ${found.name} cpu ${found.cpuPercent} % memory ${found.memoryPercent} %`,
    ),
    ...notes.map((note) => `not read: ${note.part}: ${note.reason}`),
  ].join('\n');
};

export const inspectCommand: Command = {
  help,
  run: async (parameters, { print, printError }) => {
    const { json } = parseOptions(parameters, { ...stateOption, ...jsonOption });
    const log = createLog((line) => printError(line.trimEnd()));
    const reading = await makeInspectionReading(createHostFiles(), log);
    print(json ? JSON.stringify(reading) : asText(reading));
    return exitCodes.ok;
  },
};
