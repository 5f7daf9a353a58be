import { cursorOf, cutPage, leftOf } from './raw-pages.js';

/** By the moment, and a letter that tells those of one moment apart. */
const all = ['10a', '20a', '20b', '20c', '30a', '40a', '40b'].map((name) => ({
  name,
  correctedAtMs: Number(name.slice(0, -1)),
}));

/** Every page, as they are asked for one after the other. */
function pages(order: 'first' | 'last', limit: number): string[][] {
  const found: string[][] = [];
  let cursor: string | undefined;
  for (;;) {
    const given = cursorOf(cursor);
    const window = { fromMs: 0, toMs: 50 };
    const [left] = given ? leftOf(window, given, order) : [window];
    const within = all.filter(({ correctedAtMs: ms }) => ms >= left!.fromMs && ms < left!.toMs);
    const count = (given?.count ?? 0) + limit + 1;
    const taken = order === 'first' ? within.slice(0, count) : within.slice(-count);
    const { items, next } = cutPage(taken, given, order, limit);
    found.push(items.map(({ name }) => name));
    if (next === null) return found;
    cursor = next;
  }
}

test.each([1, 2, 3, 4, 7, 8])('pages of %d give every sample once, also those of one moment', (limit) => {
  const names = all.map(({ name }) => name);
  expect(pages('first', limit).flat()).toEqual(names);
  expect(pages('last', limit).toReversed().flat()).toEqual(names);
  expect(pages('first', limit)).toHaveLength(Math.ceil(names.length / limit));
});

test('what lies wholly before the cursor is not read again', () => {
  expect(leftOf({ fromMs: 0, toMs: 20 }, { ms: 20, count: 1 }, 'first')).toEqual([]);
  expect(leftOf({ fromMs: 21, toMs: 30 }, { ms: 20, count: 1 }, 'last')).toEqual([]);
});

test('an empty period has one empty page', () => {
  expect(cutPage([], null, 'first', 5)).toEqual({ items: [], next: null });
});
