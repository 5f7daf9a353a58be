import { passesOf } from './reading-passes.js';

const hourMs = 3_600_000;
const nowMs = Date.UTC(2026, 8, 1);
const marks = (count: number, hoursBack: number) =>
  Array.from({ length: count }, (_, index) => ({
    serverId: `server-${index}`,
    sinceMs: nowMs - hoursBack * hourMs,
    version: 1,
  }));
const sizes = (...parameters: Parameters<typeof passesOf>) =>
  passesOf(...parameters).map(({ length }) => length);

it('nothing marked is no pass', () => {
  expect(passesOf([], nowMs)).toEqual([]);
});

it('two hundred servers that are read a little back go together', () => {
  expect(sizes(marks(450, 0.1), nowMs)).toEqual([200, 200, 50]);
});

it('those that are read far back go together as far as 200 hours in all', () => {
  expect(sizes(marks(11, 48), nowMs)).toEqual([4, 4, 3]);
});

it('one that is read further back than that goes alone, and no other waits for it', () => {
  const [long, ...short] = marks(4, 1);
  expect(passesOf([{ ...long!, sinceMs: 0 }, ...short], nowMs)).toEqual([
    ['server-0'],
    ['server-1', 'server-2', 'server-3'],
  ]);
});

it('a mark that lies ahead counts for nothing', () => {
  expect(sizes(marks(3, -500), nowMs)).toEqual([3]);
});
