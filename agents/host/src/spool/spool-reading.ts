import type { AnsweredRecords } from './answered-records.js';
import type { Entry } from './frame.js';
import type { Segment } from './segment.js';

export interface ReadRange {
  /** Inclusive; from the oldest where it is left out. */
  fromSeq?: number;
  /** Exclusive; to the newest where it is left out. */
  beforeSeq?: number;
  recordsMax: number;
  bytesMax: number;
}

/** Whether a record is asked for and still unanswered. */
export const isWantedIn =
  ({ fromSeq = 0, beforeSeq = Infinity }: ReadRange, answered: AnsweredRecords) =>
  (seq: number): boolean =>
    seq >= fromSeq && seq < beforeSeq && !answered.has(seq);

/** The entries of a range, oldest first, by segment; at least one where there is any. */
export const chooseEntries = (
  segments: readonly Segment[],
  { recordsMax, bytesMax }: ReadRange,
  isWanted: (seq: number) => boolean,
): { segment: Segment; entries: Entry[] }[] => {
  const chosen: { segment: Segment; entries: Entry[] }[] = [];
  let [records, bytes] = [0, 0];
  for (const segment of segments) {
    const entries: Entry[] = [];
    for (let index = segment.firstPending; index < segment.entries.length; index += 1) {
      const entry = segment.entries[index]!;
      if (!isWanted(entry.seq)) continue;
      if (records > 0 && (records >= recordsMax || bytes + entry.length > bytesMax)) break;
      entries.push(entry);
      records += 1;
      bytes += entry.length;
    }
    if (entries.length > 0) chosen.push({ segment, entries });
    if (records >= recordsMax || bytes >= bytesMax) break;
  }
  return chosen;
};

/** Unanswered records older than `seq`. */
export const countPendingBefore = (segments: readonly Segment[], seq: number): number => {
  let count = 0;
  for (const { entries, firstPending } of segments) {
    if ((entries.at(-1)?.seq ?? Infinity) < seq) count += entries.length - firstPending;
    else
      for (let index = firstPending; index < entries.length && entries[index]!.seq < seq; index += 1)
        count += 1;
  }
  return count;
};
