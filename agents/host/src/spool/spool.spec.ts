import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { unreadableBoot } from '../system/boot.js';
import { silentLog } from '../system/log.js';
import { fillDisk } from '../testing/full-disk.js';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.js';
import { encodeFrame, type SampleNumber } from './frame.js';
import { readSpoolStatus } from './spool-status.js';
import { Spool, type SpoolLimits } from './spool.js';

const all = { recordsMax: 1_000_000, bytesMax: 1_000_000_000 };
const limits: SpoolLimits = { bytesMax: 80_000, recordsMax: 1000 };
const render = (filling: string) => (number: SampleNumber) => JSON.stringify({ ...number, filling });
const seqsOf = async (spool: Spool) => (await spool.read(all)).map((record) => record.seq);
const lastSegment = (folder: string) =>
  join(
    folder,
    readdirSync(folder)
      .filter((name) => name.endsWith('.spool'))
      .sort()
      .at(-1) ?? '',
  );

afterEach(() => {
  jest.restoreAllMocks();
  removeTemporaryFolders();
});

const openFilled = async (count: number, folder = makeTemporaryFolder(), bounds = limits) => {
  const spool = await Spool.open(folder, bounds, silentLog);
  for (let index = 0; index < count; index += 1) await spool.append(render(`${index}`.padEnd(900, '.')));
  return { folder, spool };
};

it('gives what was not answered, in order and by range, also after it was opened again', async () => {
  const { folder, spool } = await openFilled(5);
  await spool.acknowledge([0, 1, 3]);
  expect(await seqsOf(spool)).toEqual([2, 4]);
  expect(spool.depth).toBe(2);
  expect(spool.pendingBefore(4)).toBe(1);
  expect((await spool.read({ ...all, fromSeq: 3 })).map((record) => record.seq)).toEqual([4]);
  expect((await spool.read({ ...all, beforeSeq: 4 })).map((record) => record.seq)).toEqual([2]);
  expect((await spool.read({ recordsMax: 1, bytesMax: 1 })).map((record) => record.seq)).toEqual([2]);
  await spool.close();
  const again = await Spool.open(folder, limits, silentLog);
  // 3 was answered out of order, which only memory knew: it is sent once more.
  expect(await seqsOf(again)).toEqual([2, 3, 4]);
  expect(await again.append(render('next'))).toMatchObject({ seq: 5 });
  await again.close();
});

it('removes what was answered from the disk, and its numbers go on nevertheless', async () => {
  const { folder, spool } = await openFilled(60);
  const { epoch } = (await spool.read(all))[0]!;
  await spool.acknowledge(Array.from({ length: 60 }, (_, seq) => seq));
  expect(readdirSync(folder).filter((name) => name.endsWith('.spool'))).toHaveLength(1);
  expect(await readSpoolStatus(folder)).toMatchObject({ depth: 0, watermark: { epoch, seq: 59 } });
  await spool.close();
  const again = await Spool.open(folder, limits, silentLog);
  expect(await again.append(render(''))).toEqual({ epoch, seq: 60 });
  await again.close();
});

it('drops and counts the oldest when it is full, for good', async () => {
  const { folder, spool } = await openFilled(200);
  expect(spool.droppedSamples).toBeGreaterThan(100);
  expect(spool.droppedSamples + spool.depth).toBe(200);
  expect((await seqsOf(spool)).at(-1)).toBe(199);
  await spool.close();
  const again = await Spool.open(folder, limits, silentLog);
  expect(again.droppedSamples + again.depth).toBe(200);
  expect(await readSpoolStatus(folder)).toMatchObject({ depth: again.depth });
  await again.close();
});

it('begins a new epoch where the end of the spool is missing', async () => {
  const { folder, spool } = await openFilled(3);
  const { epoch } = (await spool.read(all))[0]!;
  await spool.close();
  truncateSync(lastSegment(folder), statSync(lastSegment(folder)).size - 1);
  const again = await Spool.open(folder, limits, silentLog);
  expect(await seqsOf(again)).toEqual([0, 1]);
  const next = await again.append(render(''));
  expect(next.epoch).toBeGreaterThan(epoch);
  expect(next.seq).toBe(2);
  await again.close();
});

it('begins a new epoch with each boot of the host, since a power cut may have cost the end of the spool', async () => {
  const { folder, spool } = await openFilled(3);
  const { epoch } = (await spool.read(all))[0]!;
  await spool.close();
  const open = (bootId: string) => Spool.open(folder, limits, silentLog, { bootId });
  const second = await open('another-boot');
  const next = await second.append(render(''));
  expect(next).toEqual({ epoch: expect.any(Number), seq: 3 });
  expect(next.epoch).toBeGreaterThan(epoch);
  await second.close();
  const third = await open('another-boot');
  expect(await third.append(render(''))).toEqual({ epoch: next.epoch, seq: 4 });
  expect(await seqsOf(third)).toEqual([0, 1, 2, 3, 4]);
  await third.close();
  const fourth = await open(unreadableBoot);
  const blind = await fourth.append(render(''));
  expect(blind.epoch).toBeGreaterThan(next.epoch);
  await fourth.close();
  const fifth = await open(unreadableBoot);
  expect((await fifth.append(render(''))).epoch).toBeGreaterThan(blind.epoch);
  await fifth.close();
});

it('takes up what version 0.1.0 left, whose files name no boot', async () => {
  const folder = makeTemporaryFolder();
  const old = [
    encodeFrame({ epoch: 7, seq: 0 }, '{"layout":1}'),
    ...[0, 1, 2].map((seq) => encodeFrame({ epoch: 7, seq }, `{"seq":${seq}}`)),
  ];
  writeFileSync(join(folder, '0000000001.spool'), Buffer.concat(old));
  const spool = await Spool.open(folder, limits, silentLog);
  expect(await seqsOf(spool)).toEqual([0, 1, 2]);
  const next = await spool.append(render(''));
  expect(next.seq).toBe(3);
  expect(next.epoch).toBeGreaterThan(7);
  expect(await seqsOf(spool)).toEqual([0, 1, 2, 3]);
  await spool.close();
});

it('loses nothing that is pending and gives no number twice, whatever happens to it', async () => {
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('append' as const), size: fc.integer({ min: 0, max: 1500 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('answer' as const), every: fc.integer({ min: 1, max: 4 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('tear' as const),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const folder = makeTemporaryFolder();
      let spool = await Spool.open(folder, limits, silentLog);
      const keyOf = ({ epoch, seq }: SampleNumber) => `${epoch}/${seq}`;
      const given = new Map<string, string>();
      const pending = new Map<string, number>();
      let appendedLast: { key: string; bytes: number } | undefined;

      for (const [index, action] of steps.entries()) {
        if (action.kind === 'append') {
          const filling = `${index}:${'y'.repeat(action.size)}`;
          const number = await spool.append(render(filling));
          const key = keyOf(number);
          expect(given.has(key)).toBe(false);
          given.set(key, render(filling)(number));
          pending.set(key, number.seq);
          appendedLast = { key, bytes: 24 + Buffer.byteLength(given.get(key)!) };
        } else if (action.kind === 'answer') {
          const records = (await spool.read(all)).filter((_, at) => at % action.every === 0);
          await spool.acknowledge(records.map((record) => record.seq));
          for (const record of records) pending.delete(keyOf(record));
        } else {
          await spool.close();
          if (action.kind === 'tear' && appendedLast) {
            const cut = Math.ceil(appendedLast.bytes * action.share);
            const path = lastSegment(folder);
            truncateSync(path, statSync(path).size - cut);
            if (cut > 0) pending.delete(appendedLast.key);
            // Cut exactly between two records nothing shows that one is missing; no crash does that to a synced file.
            if (cut === appendedLast.bytes) given.delete(appendedLast.key);
            if (cut > 0) appendedLast = undefined;
          }
          spool = await Spool.open(folder, limits, silentLog);
        }
        const found = await spool.read(all);
        expect(new Set(found.map(keyOf)).size).toBe(found.length);
        expect(found.map((record) => record.seq)).toEqual(
          found.map((record) => record.seq).sort((a, b) => a - b),
        );
        for (const record of found) expect(record.payload).toBe(given.get(keyOf(record)));
        const keys = new Set(found.map(keyOf));
        for (const key of pending.keys()) expect(keys.has(key)).toBe(true);
        expect(spool.depth).toBe(found.length);
      }
      await spool.close();
      removeTemporaryFolders();
    }),
    { numRuns: 150 },
  );
});

describe('a full disk', () => {
  it('holds samples in memory under a new epoch, delivers them from there, and stores the rest later', async () => {
    const { folder, spool } = await openFilled(2);
    const { epoch } = (await spool.read(all))[0]!;
    fillDisk();
    const held = [
      await spool.append(render('a')),
      await spool.append(render('b')),
      await spool.append(render('c')),
    ];
    expect(spool.isDiskFailing).toBe(true);
    expect(held.map((number) => number.seq)).toEqual([2, 3, 4]);
    expect(held.every((number) => number.epoch === held[0]!.epoch && number.epoch > epoch)).toBe(true);
    expect(await seqsOf(spool)).toEqual([0, 1, 2, 3, 4]);
    await spool.acknowledge([3]);
    jest.restoreAllMocks();
    expect(await spool.append(render('d'))).toEqual({ epoch: held[0]!.epoch, seq: 5 });
    expect(spool.isDiskFailing).toBe(false);
    await spool.close();
    const again = await Spool.open(folder, limits, silentLog);
    expect(await seqsOf(again)).toEqual([0, 1, 2, 4, 5]);
    await again.close();
  });

  it('keeps an hour of them at most and counts the others as dropped', async () => {
    const { folder, spool } = await openFilled(0);
    fillDisk();
    for (let index = 0; index < 400; index += 1) await spool.append(render(''));
    expect(spool.depth).toBe(360);
    expect(spool.droppedSamples).toBe(40);
    jest.restoreAllMocks();
    await spool.close();
    expect((await readSpoolStatus(folder)).counters.droppedSamples).toBe(40);
  });
});
