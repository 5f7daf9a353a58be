import { pageAt } from './turning.js';

test('pages take turns, and the last may be shorter', () => {
  const items = [1, 2, 3, 4, 5];
  const at = (now: number) => pageAt(items, 2, 10_000, now);
  expect(at(0)).toEqual({ shown: [1, 2], page: 0, pages: 3 });
  expect(at(9_999).page).toBe(0);
  expect(at(10_000).shown).toEqual([3, 4]);
  expect(at(20_000).shown).toEqual([5]);
  expect(at(30_000).page).toBe(0);
});

test('an empty list is one empty page', () => {
  expect(pageAt([], 4, 10_000, 123_456)).toEqual({ shown: [], page: 0, pages: 1 });
});
