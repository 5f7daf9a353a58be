import { closeSync, existsSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { openLog, rotateLog } from '../src/log-files.mjs';
import { clearFolder, makeFolder } from './support';

let folder: string;
let log: string;
const limits = { maxBytes: 10, keep: 3 };

beforeEach(() => {
  folder = makeFolder();
  log = path.join(folder, 'server.log');
});
afterEach(() => clearFolder(folder));

it('leaves a short log, and one that does not exist, alone', () => {
  expect(rotateLog(log, limits)).toBe(false);
  writeFileSync(log, 'short');
  expect(rotateLog(log, limits)).toBe(false);
  expect(rotateLog(log)).toBe(false);
});

it('keeps three, the newest as .1, while the writer goes on with its descriptor', () => {
  const descriptor = openLog(log);
  for (const round of ['first', 'second', 'third', 'fourth', 'fifth']) {
    writeSync(descriptor, `the ${round} round`);
    expect(rotateLog(log, limits)).toBe(true);
  }
  writeSync(descriptor, 'now');
  closeSync(descriptor);
  const read = (suffix: string) => readFileSync(`${log}${suffix}`, 'utf8');
  expect([read(''), read('.1'), read('.2'), read('.3')]).toEqual([
    'now',
    'the fifth round',
    'the fourth round',
    'the third round',
  ]);
  expect(existsSync(`${log}.4`)).toBe(false);
});
