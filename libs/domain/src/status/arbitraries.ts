import fc from 'fast-check';
import { splitAtEdges, union, type Interval } from '../time/interval.js';
import { observed } from './read-silence.js';
import type { ObservedInterval } from './types.js';

/** Random inputs for property tests, on a span short enough to be checked instant by instant. */
export const span: Interval = { fromMs: 0, toMs: 60 };
export const everyInstant = Array.from({ length: span.toMs }, (_, instantMs) => instantMs);

const instant = fc.integer({ min: span.fromMs - 5, max: span.toMs + 5 });

/** Overlapping, touching, empty, straddling the span. */
export const intervals = fc.array(
  fc.tuple(instant, instant).map(([fromMs, toMs]): Interval => ({ fromMs, toMs })),
  { maxLength: 8 },
);

/** Sorted and disjoint, with holes. */
export const observations = fc
  .tuple(
    intervals,
    intervals,
    fc.array(fc.constantFrom('up', 'down', 'unknown'), { minLength: 20, maxLength: 20 }),
  )
  .map(([held, cuts, kinds]): ObservedInterval[] =>
    splitAtEdges(union(held), cuts).map((one, index) =>
      observed(one, kinds[index % kinds.length]!, 'samples'),
    ),
  );

export const holds = (list: readonly Interval[], instantMs: number): boolean =>
  list.some(({ fromMs, toMs }) => fromMs <= instantMs && instantMs < toMs);

/** What a gapless timeline says of an instant. */
export const at = <T extends Interval>(timeline: readonly T[], instantMs: number): T | undefined =>
  timeline.find(({ fromMs, toMs }) => fromMs <= instantMs && instantMs < toMs);

/** Whether the pieces follow each other without hole or overlap, from the first instant of the period to its last. */
export const covers = (pieces: readonly Interval[], period: Interval): boolean =>
  period.fromMs === period.toMs
    ? pieces.length === 0
    : pieces[0]?.fromMs === period.fromMs &&
      pieces.at(-1)?.toMs === period.toMs &&
      pieces.every(
        ({ fromMs, toMs }, index) => toMs > fromMs && (index === 0 || pieces[index - 1]!.toMs === fromMs),
      );
