import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { silentLog } from '../system/log.js';
import { bundle } from '../testing/bundle.js';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.js';
import type { SampleNumber } from './frame.js';
import { Spool } from './spool.js';

const rounds = 5;
const all = { recordsMax: 1_000_000, bytesMax: 1_000_000_000 };

afterAll(removeTemporaryFolders);

it('keeps every sample it said it kept, each number once, through kill -9 of a process that is appending', async () => {
  const program = bundle('testing/appending-program.ts', makeTemporaryFolder());
  const folder = makeTemporaryFolder();
  const kept: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const process_ = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const goal = kept.length + 20 + round * 13;
    for await (const line of createInterface({ input: process_.stdout })) {
      kept.push(line);
      if (kept.length === goal) process_.kill('SIGKILL');
    }
    if (process_.exitCode === null && process_.signalCode === null) await once(process_, 'exit');
    expect(process_.signalCode).toBe('SIGKILL');
  }
  const spool = await Spool.open(folder, { bytesMax: 1_000_000_000, recordsMax: 1_000_000 }, silentLog);
  const found = (await spool.read(all)).map(({ epoch, seq }: SampleNumber) => JSON.stringify({ epoch, seq }));
  await spool.close();
  expect(new Set(kept).size).toBe(kept.length);
  expect(new Set(found).size).toBe(found.length);
  expect(found).toEqual(expect.arrayContaining(kept));
  const seqs = found.map((text) => (JSON.parse(text) as SampleNumber).seq);
  expect(seqs).toEqual(seqs.map((_, index) => index));
});
