/** As many as are told one by one; of a wave the others stand in the list. */
const toldMax = 3;

/** Of the faults now known, those to be told of, given which were known before; null: this is the first reading. */
export function newFaults<T extends { id: string }>(
  known: ReadonlySet<string> | null,
  faults: readonly T[],
): T[] {
  return known === null ? [] : faults.filter(({ id }) => !known.has(id)).slice(0, toldMax);
}
