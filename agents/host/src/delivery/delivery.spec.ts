import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hints } from '@opsgauge/contract';
import { Spool } from '../spool/spool.js';
import { createLog } from '../system/log.js';
import { LoopbackHub } from '../testing/loopback-hub.js';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.js';
import { until } from '../testing/until.js';
import { Backoff } from './backoff.js';
import { Delivery } from './delivery.js';
import { HubConnection } from './hub-connection.js';
import { Reporter } from './reporter.js';

const sampleOf = (number: object) => ({
  ...number,
  runId: 'run',
  bootId: 'boot',
  monotonicMs: 1000,
  observedAt: new Date().toISOString(),
  intervalSeconds: 10,
  metrics: { cpuPercent: 12.34, load1: 0.5 },
  devices: { mounts: [], disks: [], interfaces: [] },
});

/** Full jitter at its shortest: no time passes between attempts except where the hub asks for it. */
class ImpatientBackoff extends Backoff {
  constructor() {
    super(() => 0.01);
  }
  override refused(): number {
    return 50;
  }
}

const set = async (backlog = 0) => {
  const hub = new LoopbackHub();
  await hub.start();
  const folder = makeTemporaryFolder();
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  const spool = await Spool.open(join(folder, 'spool'), { bytesMax: 100_000_000, recordsMax: 100_000 }, log);
  const append = () => spool.append((number) => JSON.stringify(sampleOf(number)));
  for (let index = 0; index < backlog; index += 1) await append();
  const connection = new HubConnection(hub.address);
  const state = { credential: 'secret-credential', refused: 0 };
  const hints: Hints[] = [];
  const deadLetterFile = join(folder, 'dead-letters.jsonl');
  const seenClock = { offsetMs: undefined };
  const reporter = new Reporter({
    connection,
    spool,
    clock: { bootId: 'boot', monotonicMs: () => 5000 },
    seenClock,
    deadLetterFile,
    log,
    credential: () => state.credential,
  });
  const delivery = new Delivery({
    spool,
    reporter,
    log,
    onHints: (found) => hints.push(found),
    onRefused: async () => void (state.refused += 1),
    createBackoff: () => new ImpatientBackoff(),
  });
  const running = delivery.run();
  running_.push(async () => {
    await delivery.stop(1000);
    connection.close();
    await running;
    await spool.close();
    await hub.stop();
  });
  const take = async () => {
    await append();
    delivery.wake();
  };
  return { hub, spool, take, hints, deadLetterFile, state, lines };
};
const running_: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of running_.splice(0)) await end();
  removeTemporaryFolders();
});

it('delivers a sample with its moments, the credential and gzip, and lets it go once it is answered', async () => {
  const { hub, spool, take, hints } = await set();
  hub.hints = { slowDown: { intervalSeconds: 30 } };
  for (let index = 0; index < 10; index += 1) await take();
  await until(() => spool.depth === 0, 'all are delivered');
  expect(hub.seqs).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(hub.requests.every((request) => request.authorization === 'Bearer secret-credential')).toBe(true);
  expect(hub.reports[0]).toMatchObject({ sentBootId: 'boot', sentMonotonicMs: 5000, droppedSamples: 0 });
  expect(hints[0]).toEqual({ slowDown: { intervalSeconds: 30 } });
});

it('works off a backlog in compressed batches beside the newest sample, which goes first', async () => {
  const { hub, spool, take } = await set(1000);
  await take();
  await until(() => spool.depth === 0, 'the backlog is delivered');
  expect(hub.reports[0]?.samples).toHaveLength(1);
  expect(hub.seqs).toEqual(Array.from({ length: 1001 }, (_, seq) => seq));
  expect(hub.reports.map((report) => report.samples.length)).toEqual([1, 360, 360, 280]);
  expect(hub.requests.slice(1).every((request) => request.isCompressed)).toBe(true);
});

it('takes accepted, duplicate and rejected apart, and keeps the rejected where they can be read', async () => {
  const { hub, spool, take, deadLetterFile } = await set(20);
  hub.rejects = (sample) => sample.seq % 5 === 3;
  const results: string[] = [];
  hub.intervene = ({ body }) => {
    const report = body as { samples: { epoch: number; seq: number }[] };
    for (const { epoch, seq } of report.samples)
      if (seq % 5 === 1) hub.samples.set(`${epoch}/${seq}`, {} as never);
    results.push('seen');
    return undefined;
  };
  await take();
  await until(() => spool.depth === 0, 'all are answered');
  const dead = readFileSync(deadLetterFile, 'utf8').trim().split('\n');
  expect(dead.map((line) => (JSON.parse(line) as { record: { seq: number } }).record.seq)).toEqual([
    3, 8, 13, 18,
  ]);
  expect(results.length).toBeGreaterThan(0);
});

it('waits as long as Retry-After says, then goes on', async () => {
  const { hub, spool, take } = await set();
  const times: number[] = [];
  hub.intervene = () => {
    times.push(performance.now());
    return times.length === 1 ? { status: 503, headers: { 'retry-after': '1' } } : undefined;
  };
  await take();
  await until(() => times.length === 1, 'the first attempt');
  await take();
  await until(() => spool.depth === 0, 'both are delivered');
  expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990);
  expect(hub.seqs).toEqual([0, 1]);
});

it('keeps samples while the credential is refused, says so once, and goes on with a new one', async () => {
  const { hub, spool, take, state, lines } = await set();
  hub.intervene = ({ authorization }) => (authorization === 'Bearer new' ? undefined : { status: 401 });
  await take();
  await take();
  await until(() => state.refused >= 3, 'several attempts');
  expect(spool.depth).toBe(2);
  expect(lines.filter((line) => line.includes('refuses the credential'))).toHaveLength(1);
  expect(lines.join('')).not.toContain('secret-credential');
  state.credential = 'new';
  await until(() => spool.depth === 0, 'both are delivered');
  expect(hub.seqs).toEqual([0, 1]);
});

it('halves its batches until the hub takes them, and does not try for ever what is too large alone', async () => {
  const { hub, spool, take, deadLetterFile } = await set(400);
  hub.intervene = ({ body }) => {
    const { samples } = body as { samples: { seq: number }[] };
    return samples.length > 50 || samples.some(({ seq }) => seq === 7 && samples.length >= 1)
      ? { status: 413 }
      : undefined;
  };
  await take();
  await until(() => spool.depth === 0, 'all are delivered', 60_000);
  expect(hub.seqs).toEqual(Array.from({ length: 401 }, (_, seq) => seq).filter((seq) => seq !== 7));
  expect(readFileSync(deadLetterFile, 'utf8')).toContain('"seq":7');
});

it('keeps everything while nothing listens, and delivers each sample once when the hub is back', async () => {
  const { hub, spool, take } = await set(50);
  await hub.stop();
  for (let index = 0; index < 40; index += 1) await take();
  expect(spool.depth).toBe(90);
  await hub.start();
  await take();
  await until(() => spool.depth === 0, 'all are delivered');
  expect(hub.seqs).toEqual(Array.from({ length: 91 }, (_, seq) => seq));
});

it('keeps what the hub gave no answer to, and a report whose answer cannot be read', async () => {
  const { hub, spool, take } = await set();
  let count = 0;
  hub.intervene = () => {
    count += 1;
    if (count === 1) return { status: 200, body: { receivedAt: new Date().toISOString(), results: [] } };
    if (count === 2) return { status: 200, body: 'welcome to the hotel' };
    return count === 3 ? { status: 302, headers: { location: 'http://127.0.0.1:1/' } } : undefined;
  };
  await take();
  await until(() => spool.depth === 0, 'it is delivered');
  expect(count).toBe(4);
  expect(hub.seqs).toEqual([0]);
});

describe('the back-off', () => {
  it('doubles up to half a minute, at random below that, and begins anew after a success', () => {
    const backoff = new Backoff(() => 1);
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(() => backoff.failed())).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
    backoff.succeeded();
    expect(backoff.failed()).toBe(1000);
    expect(new Backoff(() => 0).failed()).toBe(0);
  });

  it('never waits less than the hub asks', () => {
    expect(new Backoff(() => 0).failed(7000)).toBe(7000);
    expect(new Backoff(() => 1).failed(7000)).toBe(12_000);
  });
});
