import type { Log } from '../system/log.js';
import type { SampleNumber } from './frame.js';
import { Ledger, type Counters, type Watermark } from './ledger.js';
import { Segment } from './segment.js';
import { listSegments, segmentPath } from './spool-files.js';

/** A spool as it was left, put in order. */
export interface RecoveredSpool {
  ledger: Ledger;
  segments: Segment[];
  nextOrdinal: number;
  next: SampleNumber;
  watermark: Watermark | undefined;
  counters: Counters;
}

/**
 * Reads the spool in `folder`, cuts torn tails and removes what was answered or dropped already.
 *
 * Numbers go on after the last one known. Where the end of the spool is missing (a record torn, or the watermark beyond
 * the last record) a number may have been given to a sample that is not here, so counting goes on in a new epoch.
 * @param now milliseconds UTC, for the epoch of a spool that begins
 */
export const recoverSpool = async (folder: string, log: Log, now: () => number): Promise<RecoveredSpool> => {
  const ledger = new Ledger(folder);
  const [watermark, counters, ordinals] = [
    await ledger.readWatermark(),
    await ledger.readCounters(),
    await listSegments(folder),
  ];
  const segments: Segment[] = [];
  let isTailMissing = false;
  for (const ordinal of ordinals) {
    const loaded = await Segment.load(segmentPath(folder, ordinal));
    const previous = segments.at(-1);
    if (isTailMissing && previous && loaded) {
      // Not the end of the spool but a hole in it: what is missing had been kept, and is lost.
      const missing = loaded.segment.head.seq - nextAfter(previous).seq;
      if (missing > 0) {
        counters.droppedSamples += missing;
        await ledger.writeCounters(counters);
      }
    }
    isTailMissing = !loaded || loaded.bytesCut > 0;
    if (isTailMissing)
      log.warn('cut the torn end of a spool file', { segment: ordinal, bytes: loaded?.bytesCut });
    if (loaded) segments.push(loaded.segment);
  }

  const last = segments.at(-1);
  const known = last ? nextAfter(last) : undefined;
  if (watermark && watermark.seq >= (known?.seq ?? 0)) isTailMissing = true;
  const seq = Math.max(known?.seq ?? 0, (watermark?.seq ?? -1) + 1, counters.droppedThroughSeq + 1);
  const lastEpoch = Math.max(known?.epoch ?? 0, watermark?.epoch ?? 0);
  const epoch = known && !isTailMissing ? known.epoch : Math.max(now(), lastEpoch + 1);

  const answeredThrough = Math.max(watermark?.seq ?? -1, counters.droppedThroughSeq);
  for (const segment of segments) {
    const index = segment.entries.findIndex((entry) => entry.seq > answeredThrough);
    segment.firstPending = index < 0 ? segment.entries.length : index;
  }
  while (segments.length > 1 && segments[0]?.pendingCount === 0) await segments.shift()?.remove();
  return {
    ledger,
    segments,
    nextOrdinal: (ordinals.at(-1) ?? 0) + 1,
    next: { epoch, seq },
    watermark,
    counters,
  };
};

const nextAfter = ({ entries, head }: Segment): SampleNumber => {
  const last = entries.at(-1);
  return last ? { epoch: last.epoch, seq: last.seq + 1 } : head;
};
