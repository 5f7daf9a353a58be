import { join } from 'node:path';
import { Spool } from '../../../agents/host/src/spool/spool.js';
import { silentLog } from '../../../agents/host/src/system/log.js';
import { until } from '../../support/until.js';
import type { Figure } from '../figure.js';
import { figureOf } from '../figure.js';
import { BenchAgent } from './bench-agent.js';
import { ReceiverProcess } from './receiver-process.js';

const hourRecords = 360;
const intervalMs = 10_000;

/** Leaves so many samples in the agent's spool as if the hub had been away for that long. */
const fillSpool = async (agent: BenchAgent, records: number): Promise<void> => {
  const sample = await agent.takeSample();
  const limits = { bytesMax: 1_000_000_000, recordsMax: 1_000_000 };
  const spool = await Spool.open(join(agent.state, 'spool'), limits, silentLog);
  for (let age = records; age > 0; age -= 1) {
    const observedAt = new Date(Date.now() - age * intervalMs).toISOString();
    await spool.append((number) => JSON.stringify({ ...sample, ...number, observedAt }));
  }
  await spool.close();
};

const catchUp = async (
  node: string,
  setting: { records: number; intervalSeconds: number; batchAnswerMs: number; liveSamples: number },
) => {
  const { records, intervalSeconds, batchAnswerMs, liveSamples } = setting;
  const receiver = await ReceiverProcess.start({ intervalSeconds, batchAnswerMs });
  const agent = await BenchAgent.enrol(receiver, node);
  try {
    await fillSpool(agent, records);
    agent.start();
    const isLive = (seq: number) => seq >= records;
    const seqs = () => receiver.reports.flatMap((report) => report.seqs);
    await until(
      'the backlog and live samples arrive',
      () => {
        const arrived = seqs();
        return (
          arrived.filter((seq) => !isLive(seq)).length >= records &&
          arrived.filter(isLive).length >= liveSamples
        );
      },
      120_000,
    );
    const [first] = receiver.reports;
    const backlog = receiver.reports.filter((report) => report.seqs.some((seq) => !isLive(seq)));
    const live = receiver.reports.filter((report) => report.seqs.some(isLive));
    return {
      seconds: ((backlog.at(-1)?.atMs ?? Infinity) - (first?.atMs ?? 0)) / 1000,
      liveDelaySeconds: Math.max(...live.map((report) => report.newestDelayMs)) / 1000,
      repeated: seqs().length - new Set(seqs()).size,
    };
  } finally {
    await agent.stop();
    receiver.stop();
  }
};

/** An hour's samples brought in after the hub was away; and live samples beside a hub that takes 3 s for each batch. */
export const measureCatchUp = async (node: string, print: (figure: Figure) => void): Promise<void> => {
  const hour = await catchUp(node, {
    records: hourRecords,
    intervalSeconds: 10,
    batchAnswerMs: 0,
    liveSamples: 1,
  });
  print(figureOf('agent catches up one hour', hour.seconds, 's', '≤ 2'));
  print(figureOf('samples sent twice while catching up', hour.repeated, 'samples', '≤ 0'));
  const slow = await catchUp(node, {
    records: 4 * hourRecords,
    intervalSeconds: 1,
    batchAnswerMs: 3_000,
    liveSamples: 10,
  });
  const figure = 'live samples beside a slow catching up, 1 s interval, latest';
  print(figureOf(figure, slow.liveDelaySeconds, 's', '≤ 1'));
};
