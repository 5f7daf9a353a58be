/** Half-open `[fromMs, toMs)`, instants in integer milliseconds UTC. */
export interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Length in milliseconds; an interval whose end is not after its start is empty. */
export const lengthMs = ({ fromMs, toMs }: Interval): number => Math.max(0, toMs - fromMs);

/** Whether the instant lies in the interval. */
export const holdsInstant = ({ fromMs, toMs }: Interval, instantMs: number): boolean =>
  instantMs >= fromMs && instantMs < toMs;

/** The part of `interval` inside `bounds`, itself where it lies inside wholly; null where nothing is left. */
export function clip<T extends Interval>(interval: T, bounds: Interval): T | null {
  const fromMs = Math.max(interval.fromMs, bounds.fromMs);
  const toMs = Math.min(interval.toMs, bounds.toMs);
  if (toMs <= fromMs) return null;
  return fromMs === interval.fromMs && toMs === interval.toMs ? interval : { ...interval, fromMs, toMs };
}

/** Clips each interval; the order is kept, what lies outside is left out. */
export function clipAll<T extends Interval>(intervals: readonly T[], bounds: Interval): T[] {
  const clipped: T[] = [];
  for (const interval of intervals) {
    const inside = clip(interval, bounds);
    if (inside) clipped.push(inside);
  }
  return clipped;
}

/** Takes from each interval what lies before the end of those listed before it, so that no instant counts twice. */
export function withoutOverlaps<T extends Interval>(listed: readonly T[]): T[] {
  const kept: T[] = [];
  let fromMs = Number.NEGATIVE_INFINITY;
  for (const interval of listed) {
    const rest = clip(interval, { fromMs, toMs: Number.POSITIVE_INFINITY });
    if (!rest) continue;
    kept.push(rest);
    fromMs = rest.toMs;
  }
  return kept;
}

/** The instants in at least one of the intervals, as sorted intervals that neither overlap nor touch. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((one) => lengthMs(one) > 0).sort((a, b) => a.fromMs - b.fromMs);
  const merged: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of sorted) {
    const last = merged.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else merged.push({ fromMs, toMs });
  }
  return merged;
}

/** The instants of `bounds` that lie in none of the intervals. */
export function complement(intervals: readonly Interval[], bounds: Interval): Interval[] {
  const holes: Interval[] = [];
  let cursorMs = bounds.fromMs;
  for (const { fromMs, toMs } of clipAll(union(intervals), bounds)) {
    if (fromMs > cursorMs) holes.push({ fromMs: cursorMs, toMs: fromMs });
    cursorMs = toMs;
  }
  if (bounds.toMs > cursorMs) holes.push({ fromMs: cursorMs, toMs: bounds.toMs });
  return holes;
}

/** Sum of the lengths; the caller sees to it that nothing overlaps (`union`). */
export const totalMs = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, one) => sum + lengthMs(one), 0);

/**
 * Cuts `base` at every edge of `cuts` that falls inside an interval of it, so that afterwards each piece lies wholly
 * inside or wholly outside each of the cuts. Sorted disjoint input gives sorted disjoint output.
 */
export function splitAtEdges<T extends Interval>(base: readonly T[], cuts: readonly Interval[]): T[] {
  const edges = [...new Set(cuts.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((a, b) => a - b);
  const pieces: T[] = [];
  let next = 0;
  for (const interval of base) {
    let fromMs = interval.fromMs;
    while (next < edges.length && edges[next]! <= fromMs) next++;
    for (let edge = next; edge < edges.length && edges[edge]! < interval.toMs; edge++) {
      pieces.push({ ...interval, fromMs, toMs: edges[edge]! });
      fromMs = edges[edge]!;
    }
    if (interval.toMs > fromMs) pieces.push(fromMs === interval.fromMs ? interval : { ...interval, fromMs });
  }
  return pieces;
}

/**
 * A function that tells whether an instant lies in one of the (disjoint, sorted) intervals, for callers that ask in
 * ascending order: each call moves on from where the last one stopped.
 */
export function ascendingMembership(sorted: readonly Interval[]): (instantMs: number) => boolean {
  let index = 0;
  return (instantMs) => {
    while (index < sorted.length && sorted[index]!.toMs <= instantMs) index++;
    return index < sorted.length && sorted[index]!.fromMs <= instantMs;
  };
}

/** Those of the (disjoint, sorted) intervals that share an instant with `bounds`, found by halving. */
export function overlapping<T extends Interval>(sorted: readonly T[], bounds: Interval): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.toMs <= bounds.fromMs) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && sorted[end]!.fromMs < bounds.toMs) end++;
  return sorted.slice(low, end);
}

/** Joins neighbours that touch and that `isSame` calls alike. */
export function joinAlike<T extends Interval>(sorted: readonly T[], isSame: (a: T, b: T) => boolean): T[] {
  const joined: T[] = [];
  for (const interval of sorted) {
    const last = joined.at(-1);
    if (last && last.toMs === interval.fromMs && isSame(last, interval)) {
      joined[joined.length - 1] = { ...last, toMs: interval.toMs };
    } else joined.push(interval);
  }
  return joined;
}
