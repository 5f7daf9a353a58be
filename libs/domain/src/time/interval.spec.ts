import fc from 'fast-check';
import {
  ascendingMembership,
  clip,
  clipAll,
  complement,
  joinAlike,
  lengthMs,
  overlapping,
  splitAtEdges,
  totalMs,
  union,
  type Interval,
} from './interval.js';

const span = 60;
const instant = fc.integer({ min: 0, max: span });
const interval = fc.tuple(instant, instant).map(([fromMs, toMs]): Interval => ({ fromMs, toMs }));
const intervals = fc.array(interval, { maxLength: 12 });
const bounds = interval.map(({ fromMs, toMs }) => ({
  fromMs: Math.min(fromMs, toMs),
  toMs: Math.max(fromMs, toMs),
}));

/** The oracle: which whole milliseconds a list of intervals holds. */
const instantsOf = (list: readonly Interval[]): number[] =>
  Array.from({ length: span }, (_, at) => at).filter((at) =>
    list.some(({ fromMs, toMs }) => fromMs <= at && at < toMs),
  );
const isWithin =
  ({ fromMs, toMs }: Interval) =>
  (at: number) =>
    fromMs <= at && at < toMs;
const isSortedApart = (list: readonly Interval[]) =>
  list.every((one, index) => one.toMs > one.fromMs && (index === 0 || list[index - 1]!.toMs < one.fromMs));

describe('intervals', () => {
  it('are half-open, and empty when they end before they start', () => {
    expect(lengthMs({ fromMs: 5, toMs: 7 })).toBe(2);
    expect(lengthMs({ fromMs: 7, toMs: 5 })).toBe(0);
    expect(clip({ fromMs: 0, toMs: 5 }, { fromMs: 5, toMs: 9 })).toBeNull();
    expect(clip({ fromMs: 0, toMs: 6 }, { fromMs: 5, toMs: 9 })).toEqual({ fromMs: 5, toMs: 6 });
  });

  it('union: the same instants, sorted, neither overlapping nor touching', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = union(list);
        expect(instantsOf(merged)).toEqual(instantsOf(list));
        expect(isSortedApart(merged)).toBe(true);
        expect(totalMs(merged)).toBe(instantsOf(list).length);
      }),
    );
  });

  it('union: order and repetition do not matter', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        expect(union([...list].reverse())).toEqual(union(list));
        expect(union([...list, ...union(list)])).toEqual(union(list));
      }),
    );
  });

  it('clipAll: the instants inside the bounds', () => {
    fc.assert(
      fc.property(intervals, bounds, (list, within) => {
        expect(instantsOf(clipAll(list, within))).toEqual(instantsOf(list).filter(isWithin(within)));
      }),
    );
  });

  it('complement: the other instants of the bounds', () => {
    fc.assert(
      fc.property(intervals, bounds, (list, within) => {
        const held = new Set(instantsOf(list));
        const holes = complement(list, within);
        expect(instantsOf(holes)).toEqual(instantsOf([within]).filter((at) => !held.has(at)));
        expect(isSortedApart(holes)).toBe(true);
        expect(totalMs(holes) + totalMs(clipAll(union(list), within))).toBe(lengthMs(within));
        expect(complement(holes, within)).toEqual(clipAll(union(list), within));
      }),
    );
  });

  it('splitAtEdges: nothing lost, and each piece wholly inside or outside each cut', () => {
    fc.assert(
      fc.property(intervals, intervals, (list, cuts) => {
        const base = union(list).map((one, name) => ({ ...one, name }));
        const pieces = splitAtEdges(base, cuts);
        expect(joinAlike(pieces, (a, b) => a.name === b.name)).toEqual(base);
        for (const piece of pieces) {
          for (const cut of cuts) {
            const shared = lengthMs(clip(piece, cut) ?? { fromMs: 0, toMs: 0 });
            expect([0, lengthMs(piece)]).toContain(shared);
          }
        }
      }),
    );
  });

  it('ascendingMembership and overlapping: found as by looking through all', () => {
    fc.assert(
      fc.property(intervals, bounds, (list, within) => {
        const sorted = union(list);
        const isIn = ascendingMembership(sorted);
        const asked = Array.from({ length: span }, (_, at) => at);
        expect(asked.filter((at) => isIn(at))).toEqual(instantsOf(sorted));
        if (lengthMs(within) > 0) {
          expect(overlapping(sorted, within)).toEqual(sorted.filter((one) => clip(one, within) !== null));
        }
      }),
    );
  });

  it('joinAlike: joins what touches and is alike, and nothing else', () => {
    const [a, b, c, d] = [
      { fromMs: 0, toMs: 1, kind: 'x' },
      { fromMs: 1, toMs: 2, kind: 'x' },
      { fromMs: 3, toMs: 4, kind: 'x' },
      { fromMs: 4, toMs: 5, kind: 'y' },
    ];
    expect(joinAlike([a, b, c, d], (one, other) => one.kind === other.kind)).toEqual([
      { fromMs: 0, toMs: 2, kind: 'x' },
      c,
      d,
    ]);
  });
});
