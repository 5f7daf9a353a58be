import { until } from '../../support/until.js';
import { countChildren, readProcessCost, readResident } from '../process-cost.js';
import type { Figure } from '../figure.js';
import { figureOf } from '../figure.js';
import { BenchAgent } from './bench-agent.js';
import { ReceiverProcess } from './receiver-process.js';

const intervalSeconds = 10;
/** Ticks after which the agent is at its everyday work: what is loaded and made once is behind it. */
const startTicks = 3;
const lookMs = 250;
const mebibyte = 1024 * 1024;

export interface IdleCostOptions {
  node: string;
  minutes: number;
}

/** The agent at its everyday work: 10 s, every collector, over TLS to a receiver on this machine. */
export const measureIdleCost = async (
  { node, minutes }: IdleCostOptions,
  print: (figure: Figure) => void,
): Promise<void> => {
  const receiver = await ReceiverProcess.start({ intervalSeconds, batchAnswerMs: 0 });
  const agent = await BenchAgent.enrol(receiver, node);
  try {
    const pid = agent.start();
    await until('the start is over', () => receiver.sampleCount >= startTicks, 60_000);
    const before = readProcessCost(pid);
    const fromMs = performance.now();
    const ticksBefore = receiver.sampleCount;
    let [residentBytesMax, privateBytes, childrenMax] = [0, 0, 0];
    const looking = setInterval(() => (childrenMax = Math.max(childrenMax, countChildren(pid))), lookMs);
    const ticks = Math.round((minutes * 60) / intervalSeconds);
    await until(
      'the ticks are done',
      () => {
        const resident = readResident(pid);
        residentBytesMax = Math.max(residentBytesMax, resident.residentBytes);
        privateBytes = resident.privateBytes;
        return receiver.sampleCount - ticksBefore >= ticks;
      },
      minutes * 90_000,
    );
    clearInterval(looking);
    const after = readProcessCost(pid);
    const perHour = 3_600_000 / (performance.now() - fromMs);
    const scheduled = (after.scheduledSeconds - before.scheduledSeconds) * perHour;
    print(figureOf('agent CPU, 10 s interval, start left out', scheduled, 'CPU s/h', '≤ 0.5'));
    const byStat = (after.statSeconds - before.statSeconds) * perHour;
    print(figureOf('agent CPU by /proc/PID/stat (steps of 10 ms)', byStat, 'CPU s/h'));
    print(figureOf(`agent CPU of the start and ${startTicks} ticks`, before.scheduledSeconds, 'CPU s'));
    print(figureOf('agent RSS, largest', residentBytesMax / mebibyte, 'MiB', '≤ 48'));
    print(figureOf('agent memory of its own', privateBytes / mebibyte, 'MiB'));
    const sawChildren = childrenMax + (after.childFaults > before.childFaults ? 1 : 0);
    print(figureOf('agent child processes on a tick', sawChildren, 'processes', '≤ 0'));
  } finally {
    await agent.stop();
    receiver.stop();
  }
};
