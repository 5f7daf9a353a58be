import { FaultRefusal } from './refusal.js';
import type { Fault, FaultSpell } from './types.js';

type Spells = Fault['spells'];

/**
 * A stretch that has begun.
 * @param notifiableMs when it was entered
 * @throws FaultRefusal `moment` where it would begin after it was entered
 */
export function openSpell(fromMs: number, notifiableMs: number): FaultSpell {
  if (fromMs > notifiableMs) throw new FaultRefusal('moment', 'the fault would begin ahead of now');
  return { fromMs, toMs: null, notifiableMs };
}

/** Start is the earlier of what a machine and a person say; so is the first moment to tell of it. */
export const startEarlier = (
  [first, ...rest]: Spells,
  other: Pick<FaultSpell, 'fromMs' | 'notifiableMs'>,
): Spells => [
  {
    ...first,
    fromMs: Math.min(first.fromMs, other.fromMs),
    notifiableMs: Math.min(first.notifiableMs, other.notifiableMs),
  },
  ...rest,
];

/** @throws FaultRefusal `moment` where the end lies before the stretch's start, or ahead of the entry */
export function closeSpell(spells: Spells, endMs: number, atMs: number): Spells {
  const last = spells.at(-1)!;
  if (endMs < last.fromMs) throw new FaultRefusal('moment', 'the fault would be over before it began');
  if (endMs > atMs) throw new FaultRefusal('moment', 'the fault would be over ahead of now');
  return spells.map((spell) => (spell === last ? { ...last, toMs: endMs } : spell)) as unknown as Spells;
}
