import { sampleSchema, type Sample } from '@opsgauge/contract';
import { createHostCollectors } from '../collectors/host-collectors.js';
import { SampleTaker } from '../sampling/sample-taker.js';
import { Sampler } from '../sampling/sampler.js';
import { createHostFiles } from '../system/host-files.js';
import { createLog } from '../system/log.js';
import { jsonOption, parseOptions, type Command } from './command.js';
import { exitCodes } from './exit-codes.js';

const ordinaryIntervalSeconds = 10;

const help = `opsgauge-agent once [--json]

Takes one sample of this host, prints it and sends it nowhere; needs no enrolment.

  --json  print the sample as it would be sent

Exit codes: 0 printed, 1 no sample could be taken, 2 wrong use`;

const asText = ({ observedAt, metrics, devices, additional }: Sample): string =>
  [
    `observedAt ${observedAt}`,
    ...Object.entries(metrics).map(([name, value]) => `${name} ${value}`),
    ...devices.mounts.map((mount) => `mount ${mount.mountPoint} (${mount.device}) ${mount.usedPercent} %`),
    ...devices.disks.map((disk) => `disk ${disk.name} busy ${disk.busyPercent ?? '-'} %`),
    ...devices.interfaces.map((found) => `interface ${found.name} ${found.isUp ? 'up' : 'down'}`),
    ...(additional?.corePercents ?? []).map((percent, core) => `core ${core} ${percent} %`),
    ...(additional?.problems ?? []).map(({ collector, reason }) => `not read: ${collector}: ${reason}`),
  ].join('\n');

export const onceCommand: Command = {
  help,
  run: async (parameters, { print, printError }) => {
    const { json } = parseOptions(parameters, jsonOption);
    const files = createHostFiles();
    const log = createLog((line) => printError(line.trimEnd()));
    const taker = new SampleTaker(
      files,
      new Sampler(createHostCollectors(files, { wantsCores: () => true }), log),
    );
    await taker.warmUp();
    // Belongs to no state folder, so to an epoch of its own.
    const number = { epoch: Date.now(), seq: 0 };
    const sample = sampleSchema.parse({ ...number, ...(await taker.take(ordinaryIntervalSeconds)) });
    print(json ? JSON.stringify(sample) : asText(sample));
    return exitCodes.ok;
  },
};
