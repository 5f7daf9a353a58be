import {
  edgesAt,
  fixedWindow,
  lengthOf,
  longestMs,
  moved,
  rangeNames,
  scaled,
  shortestMs,
  windowOf,
  withWindow,
  type ChartWindow,
} from './chart-window.js';

const now = Date.parse('2026-11-21T02:30:00.000Z');
const minute = 60_000;
const fixed = (fromMs: number, toMs: number): ChartWindow => ({ kind: 'fixed', fromMs, toMs });
const windowAt = (query: string) => windowOf(new URLSearchParams(query));

test.each(rangeNames)('%s goes into the address and comes back', (range) => {
  const address = withWindow(new URLSearchParams('compare=x'), { kind: 'recent', range });
  expect(address.get('compare')).toBe('x');
  expect(windowOf(address)).toEqual({ kind: 'recent', range });
});

test('a stretch goes into the address and comes back', () => {
  const window = fixed(now - 10 * minute, now);
  const address = withWindow(new URLSearchParams('range=7d'), window);
  expect([...address]).toEqual([
    ['from', '2026-11-21T02:20:00.000Z'],
    ['to', '2026-11-21T02:30:00.000Z'],
  ]);
  expect(windowOf(address)).toEqual(window);
});

test.each([
  '',
  'range=3h',
  'from=2026-11-21T02:20:00Z',
  'from=x&to=y',
  'from=2026-11-21T02:20:00Z&to=2026-11-21T02:20:00Z',
  'from=2026-11-21T02:20:00Z&to=2026-11-20T02:20:00Z',
  'from=0001-01-01T00:00:00Z&to=2026-11-20T02:20:00Z',
])('of an address like "%s" the last hour is shown', (query) =>
  expect(windowAt(query)).toEqual({ kind: 'recent', range: '1h' }),
);

test('the last hours end now', () => {
  expect(edgesAt({ kind: 'recent', range: '6h' }, now)).toEqual({ fromMs: now - 360 * minute, toMs: now });
});

describe('a stretch', () => {
  test('may be marked from either end', () =>
    expect(fixedWindow(now - minute, now - 5 * minute, now)).toEqual(fixed(now - 5 * minute, now - minute)));
  test('is at least a minute, around what was marked', () => {
    const window = fixedWindow(now - 10 * minute, now - 10 * minute + 2000, now);
    expect(lengthOf(window)).toBe(shortestMs);
    expect(window).toEqual(fixed(now - 10 * minute + 1000 - 30_000, now - 10 * minute + 1000 + 30_000));
  });
  test('does not reach into the future', () =>
    expect(fixedWindow(now - minute, now + 9 * minute, now)).toEqual(fixed(now - 10 * minute, now)));
  test('has whole seconds', () =>
    expect(fixedWindow(now - 100_400, now - 400, now)).toEqual(fixed(now - 100_000, now)));
  test('is no longer than any history', () =>
    expect(lengthOf(scaled(fixed(now - longestMs, now), 2, now))).toBe(longestMs));
});

test('a smaller window is half as long around the same middle, a larger one twice', () => {
  const window = fixed(now - 40 * minute, now - 20 * minute);
  expect(scaled(window, 0.5, now)).toEqual(fixed(now - 35 * minute, now - 25 * minute));
  expect(scaled(window, 2, now)).toEqual(fixed(now - 50 * minute, now - 10 * minute));
});

test('a move is by a share of the length, and ends at now', () => {
  const window = fixed(now - 40 * minute, now - 20 * minute);
  expect(moved(window, -0.5, now)).toEqual(fixed(now - 50 * minute, now - 30 * minute));
  expect(moved(window, 4, now)).toEqual(fixed(now - 20 * minute, now));
  expect(moved({ kind: 'recent', range: '1h' }, -0.5, now)).toEqual(
    fixed(now - 90 * minute, now - 30 * minute),
  );
});
