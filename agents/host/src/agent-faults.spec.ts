import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { jest } from '@jest/globals';
import { dueInMonthOf } from './inspection/monthly-schedule.js';
import { frameHeadBytes, type SampleNumber } from './spool/frame.js';
import { Spool } from './spool/spool.js';
import { silentLog } from './system/log.js';
import { endOf, startProcess, type Started } from './testing/agent-process.js';
import { bundle } from './testing/bundle.js';
import { fillDisk } from './testing/full-disk.js';
import { LoopbackHub } from './testing/loopback-hub.js';
import { MovedAgent } from './testing/moved-agent.js';
import { makeTemporaryFolder, removeTemporaryFolders } from './testing/temporary-folder.js';
import { until } from './testing/until.js';

const minuteMs = 60_000;
const hourSamples = 360;

let moved: MovedAgent | undefined;

afterEach(async () => {
  jest.restoreAllMocks();
  await moved?.stop();
  moved = undefined;
});
afterAll(removeTemporaryFolders);

/** Every number from 0 on stands there once. */
const expectWhole = (agent: MovedAgent) =>
  expect(agent.hub.seqs).toEqual(Array.from({ length: agent.taken }, (_, seq) => seq));

it('hub away for an hour: every sample is kept, and arrives once within seconds of its return, the newest first', async () => {
  moved = await MovedAgent.start('2026-11-10T08:00:00.000Z');
  await moved.passIntervals(5);
  await until(() => moved!.hub.samples.size === 7, 'the hub has all so far');
  await moved.hub.stop();
  await moved.passIntervals(hourSamples);
  expect(moved.hub.samples.size).toBe(7);
  expect(moved.lines.filter((line) => line.includes('cannot report to the hub'))).toHaveLength(1);

  const [requestsBefore, newest] = [moved.hub.requests.length, moved.taken - 1];
  await moved.hub.start();
  const tookSeconds = await moved.passSecondsUntil(
    () => moved!.hub.samples.size >= 7 + hourSamples,
    'the backlog is delivered',
    60,
  );
  // The longest back-off is 30 s.
  expect(tookSeconds).toBeLessThanOrEqual(31);
  const first = moved.hub.reports[requestsBefore]?.samples as SampleNumber[];
  expect(first.at(-1)?.seq).toBeGreaterThanOrEqual(newest);
  expect(first.length).toBeLessThanOrEqual(30);
  await moved.passIntervals(2);
  await until(() => moved!.hub.samples.size === moved!.taken, 'live samples go on');
  expectWhole(moved);
  expect(new Set(moved.samples.map(({ epoch }) => epoch)).size).toBe(1);
  expect(moved.hub.reports.at(-1)?.droppedSamples).toBe(0);
  const tookMs = moved.samples.map(({ monotonicMs }) => monotonicMs);
  expect(tookMs.slice(2).every((atMs, index) => atMs - tookMs[index + 1]! === 10_000)).toBe(true);
});

describe('disk full', () => {
  it('and the hub away for two hours: an hour is held in memory, what is older is dropped and counted, and the hub is told', async () => {
    moved = await MovedAgent.start('2026-11-10T08:00:00.000Z');
    await until(() => moved!.hub.samples.size === 2, 'the hub has all so far');
    await moved.hub.stop();
    const makeRoom = fillDisk();
    await moved.passIntervals(2 * hourSamples);
    expect(moved.lines.filter((line) => line.includes('the disk takes no samples'))).toHaveLength(1);
    await moved.hub.start();
    await moved.passSecondsUntil(
      () => moved!.hub.samples.size >= 2 + hourSamples,
      'what was held is delivered while the disk is still full',
      60,
    );
    makeRoom();
    await moved.passIntervals(3);
    await until(() => moved!.hub.seqs.at(-1) === moved!.taken - 1, 'live samples go on');

    const arrived = new Set(moved.hub.seqs);
    const missing = Array.from({ length: moved.taken }, (_, seq) => seq).filter((seq) => !arrived.has(seq));
    expect(moved.taken - missing.length).toBe(moved.hub.seqs.length);
    expect(missing[0]).toBe(2);
    // One that was on its way as it was dropped may have arrived all the same, and is counted as dropped.
    const { droppedSamples } = moved.counters;
    expect([missing.length, missing.length + 1]).toContain(droppedSamples);
    expect(droppedSamples).toBeGreaterThanOrEqual(hourSamples);
    expect(droppedSamples).toBeLessThan(hourSamples + 10);
    await until(() => moved!.hub.reports.at(-1)?.droppedSamples === droppedSamples, 'the hub is told');
    expect(moved.lines.some((line) => line.includes('the disk takes samples again'))).toBe(true);
  });

  it('in a real process whose files may grow no more: it goes on, delivers from memory, and writes again where there is room', async () => {
    const program = bundle('main.ts', makeTemporaryFolder());
    const hub = new LoopbackHub();
    await hub.start();
    const state = join(makeTemporaryFolder(), 'state');
    const started: Started[] = [];
    const begin = (...command: [string, ...string[]]) => {
      const [file, ...parameters] = command;
      const one = startProcess(file, parameters, { OPSGAUGE_ENROLMENT_TOKEN: 'one-time-token' });
      started.push(one);
      return one;
    };
    try {
      const enrolment = begin(process.execPath, program, 'enroll', '--hub', hub.address, '--state', state);
      expect(await endOf(enrolment.child)).toBe(0);
      // The soft limit only, so that it may be lifted again without being root.
      const agent = [process.execPath, program, 'run', '--state', state];
      const first = begin('prlimit', '--fsize=8192:unlimited', ...agent);
      await until(() => first.output.stdout.includes('the disk takes no samples'), 'the limit is met');
      const heldFrom = hub.samples.size;
      await until(() => hub.samples.size >= heldFrom + 3, 'samples arrive nevertheless');
      execFileSync('prlimit', ['--pid', String(first.child.pid), '--fsize=unlimited:unlimited']);
      await until(() => first.output.stdout.includes('the disk takes samples again'), 'it writes again');
      const writtenFrom = hub.samples.size;
      await until(() => hub.samples.size >= writtenFrom + 2, 'samples go on');
      first.child.kill('SIGKILL');
      await endOf(first.child);
      const second = begin(...(agent as [string, ...string[]]));
      const restartedFrom = hub.samples.size;
      await until(() => hub.samples.size >= restartedFrom + 2, 'the next run goes on');
      second.child.kill('SIGTERM');
      expect(await endOf(second.child)).toBe(0);
    } finally {
      for (const { child } of started) child.kill('SIGKILL');
      await hub.stop();
    }
    expect(hub.seqs).toEqual(hub.seqs.map((_, index) => index));
    expect(new Set([...hub.samples.values()].map(({ epoch }) => epoch)).size).toBeGreaterThan(1);
  });
});

it('spool cut at every byte of its last record: the earlier ones are there, that one is whole or gone, and it goes on', async () => {
  const all = { recordsMax: 1_000, bytesMax: 1_000_000 };
  const limits = { bytesMax: 1_000_000, recordsMax: 1_000 };
  const render = (number: SampleNumber) => JSON.stringify({ ...number, metrics: { cpuPercent: 12.34 } });
  const origin = makeTemporaryFolder();
  const before = await Spool.open(origin, limits, silentLog);
  for (let index = 0; index < 3; index += 1) await before.append(render);
  const kept = await before.read(all);
  await before.close();
  const [name = ''] = readdirSync(origin).filter((found) => found.endsWith('.spool'));
  const bytes = statSync(join(origin, name)).size;
  const lastBytes = frameHeadBytes + Buffer.byteLength(kept[2]!.payload);

  const folder = makeTemporaryFolder();
  for (let cut = 0; cut <= lastBytes; cut += 1) {
    const copy = join(folder, String(cut));
    mkdirSync(copy);
    copyFileSync(join(origin, name), join(copy, name));
    truncateSync(join(copy, name), bytes - cut);
    const spool = await Spool.open(copy, limits, silentLog);
    expect(await spool.read(all)).toEqual(cut === 0 ? kept : kept.slice(0, 2));
    const next = await spool.append(render);
    // Cut between two records nothing shows that one is missing; a record that was on the disk is never cut there.
    if (cut > 0 && cut < lastBytes) expect(next.epoch).toBeGreaterThan(kept[2]!.epoch);
    expect(next.seq).toBe(cut === 0 ? 3 : 2);
    await spool.close();
    const again = await Spool.open(copy, limits, silentLog);
    expect((await again.read(all)).map(({ seq }) => seq)).toEqual(cut === 0 ? [0, 1, 2, 3] : [0, 1, 2]);
    expect((await again.append(render)).seq).toBe(next.seq + 1);
    await again.close();
  }
});

it.each([
  ['forward', 10 * minuteMs],
  ['back', -10 * minuteMs],
])('clock set %s by 10 minutes: numbers, time since boot and cadence take no notice', async (_, byMs) => {
  moved = await MovedAgent.start('2026-11-10T08:00:00.000Z');
  await moved.passIntervals(6);
  moved.setClock(byMs);
  await moved.passIntervals(6);
  await until(() => moved!.hub.samples.size === moved!.taken, 'all are delivered');
  expectWhole(moved);
  const samples = moved.samples.slice(1);
  const differences = (of: (index: number) => number) =>
    samples.slice(1).map((_sample, index) => of(index + 1) - of(index));
  expect(differences((index) => samples[index]!.monotonicMs)).toEqual(samples.slice(1).map(() => 10_000));
  const byClock = differences((index) => Date.parse(samples[index]!.observedAt));
  expect(byClock.filter((ms) => ms !== 10_000)).toEqual([10_000 + byMs]);
  expect(new Set(samples.map(({ epoch, bootId, runId }) => `${epoch} ${bootId} ${runId}`)).size).toBe(1);
  // What the hub corrects with goes on as the samples do.
  const sent = moved.hub.reports.map(({ sentMonotonicMs = 0 }) => sentMonotonicMs);
  expect(sent).toEqual([...sent].sort((one, other) => one - other));
});

it('clock set forward over the moment of the monthly inspection and back again: it is made once', async () => {
  const phase = crc32('6f1c3d5e-1b2a-4c3d-8e4f-5a6b7c8d9e0f') / 2 ** 32;
  const dueMs = dueInMonthOf(Date.parse('2026-12-15T12:00:00.000Z'), phase);
  // Begins before the month, because a host that was never inspected waits for the month to come.
  moved = await MovedAgent.start(new Date(dueMs - 24 * 60 * minuteMs).toISOString());
  moved.setClock(24 * 60 * minuteMs - 8 * minuteMs);
  await moved.passIntervals(7);
  expect(moved.inspectionsMade).toBe(0);
  moved.setClock(10 * minuteMs);
  await moved.passIntervals(7);
  await until(() => moved!.hub.inspections.size === 1, 'the inspection arrives');
  moved.setClock(-10 * minuteMs);
  await moved.passIntervals(60);
  moved.setClock(10 * minuteMs);
  await moved.passIntervals(7);
  expect(moved.inspectionsMade).toBe(1);
  expect(moved.hub.inspections.size).toBe(1);
});

it('a record the hub rejects: it is put aside with the reason and counted, and the others arrive', async () => {
  moved = await MovedAgent.start('2026-11-10T08:00:00.000Z');
  moved.hub.rejects = ({ seq }) => seq === 4;
  await moved.passIntervals(8);
  await until(() => moved!.hub.seqs.at(-1) === moved!.taken - 1, 'the last one arrives');
  await until(() => moved!.counters.rejectedSamples > 0, 'the rejected one is counted');
  expect(moved.hub.seqs).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9]);
  const dead = readFileSync(moved.folder.deadLetterFile, 'utf8').trim().split('\n');
  expect(dead.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ code: 'invalid_value', record: expect.objectContaining({ seq: 4 }) }),
  ]);
  expect(moved.counters.rejectedSamples).toBe(1);
  const sentFour = moved.hub.reports.filter(({ samples }) =>
    samples.some((sample) => (sample as SampleNumber).seq === 4),
  );
  expect(sentFour).toHaveLength(1);
});
