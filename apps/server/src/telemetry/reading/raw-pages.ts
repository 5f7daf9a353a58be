import type { Interval } from '@opsgauge/domain';

/**
 * Where a page ended: at a moment by the hub's clock, and how many samples of that very moment were given by then. As
 * text `ms.count`.
 */
export interface RawCursor {
  readonly ms: number;
  readonly count: number;
}

type Order = 'first' | 'last';
interface Timed {
  readonly correctedAtMs: number;
}

/** @param text as the contract has checked it */
export function cursorOf(text: string | undefined): RawCursor | null {
  if (text === undefined) return null;
  const [ms, count] = text.split('.').map(Number) as [number, number];
  return { ms, count };
}

/** What is left of a stretch from the cursor's moment on (`first`) or back (`last`), that moment included. */
export function leftOf<T extends Interval>(stretch: T, { ms }: RawCursor, order: Order): T[] {
  const left =
    order === 'first'
      ? { ...stretch, fromMs: Math.max(stretch.fromMs, ms) }
      : { ...stretch, toMs: Math.min(stretch.toMs, ms + 1) };
  return left.toMs > left.fromMs ? [left] : [];
}

/**
 * The page among what was found from the cursor's moment on, and the cursor of the next.
 *
 * @param found in order of time; with `last` it ends at the cursor
 * @param given what the cursor says; null on the first page
 */
export function cutPage<T extends Timed>(
  found: readonly T[],
  given: RawCursor | null,
  order: Order,
  limit: number,
): { items: T[]; next: string | null } {
  const outward = order === 'first' ? found : found.toReversed();
  const alreadyGiven = given
    ? outward.slice(0, given.count).filter((one) => one.correctedAtMs === given.ms)
    : [];
  const rest = outward.slice(alreadyGiven.length);
  const page = rest.slice(0, limit);
  const end = page.at(-1)?.correctedAtMs;
  const isMore = rest.length > limit && end !== undefined;
  const countAtEnd = [...alreadyGiven, ...page].filter((one) => one.correctedAtMs === end).length;
  return {
    items: order === 'first' ? page : page.toReversed(),
    next: isMore ? `${end}.${countAtEnd}` : null,
  };
}
