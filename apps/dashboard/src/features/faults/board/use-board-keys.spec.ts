import { stepTo } from './use-board-keys.js';

const ids = ['a', 'b', 'c'];

test.each([
  [null, 1, 'a'],
  [null, -1, 'a'],
  ['a', 1, 'b'],
  ['b', -1, 'a'],
  ['a', -1, 'a'],
  ['c', 1, 'c'],
  ['gone', 1, 'a'],
] as const)('from %s by %i one comes to %s', (from, by, to) => expect(stepTo(ids, from, by)).toBe(to));

test('of nothing nothing is chosen', () => expect(stepTo([], 'a', 1)).toBeNull());
