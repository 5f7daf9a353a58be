import { rm } from 'node:fs/promises';
import { unreadableBoot } from '../system/boot.js';
import type { Log } from '../system/log.js';
import type { SampleNumber } from './frame.js';
import { Ledger, type Counters, type Watermark } from './ledger.js';
import { Segment } from './segment.js';
import type { SpoolSurroundings } from './spool.js';
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
 * Reads the spool in `folder` and removes what was answered or dropped already.
 *
 * Numbers go on after the last one known. Where the end of the spool is missing (its last file is torn, or the
 * watermark lies beyond the last record) or may be (the host has booted since, perhaps after a power cut) a number may
 * have been given to a sample that is not here, so counting goes on in a new epoch. The torn file is left as it is until the next one exists, whose head names the new epoch: a
 * process that dies in between finds the same evidence again.
 */
export const recoverSpool = async (
  folder: string,
  log: Log,
  { now, bootId }: Required<SpoolSurroundings>,
): Promise<RecoveredSpool> => {
  const ledger = new Ledger(folder);
  const [watermark, counters, ordinals] = [
    await ledger.readWatermark(),
    await ledger.readCounters(),
    await listSegments(folder),
  ];
  const segments: Segment[] = [];
  let isDamaged = false;
  for (const ordinal of ordinals) {
    const path = segmentPath(folder, ordinal);
    const segment = await Segment.load(path);
    const previous = segments.at(-1);
    if (isDamaged && segment && previous) {
      const missing = segment.head.seq - nextAfter(previous).seq;
      if (missing > 0) {
        counters.droppedSamples += missing;
        await ledger.writeCounters(counters);
      }
    }
    isDamaged = !segment || segment.isTorn;
    if (isDamaged) log.warn('a spool file does not end with a whole record', { segment: ordinal });
    if (isDamaged && ordinal !== ordinals.at(-1)) {
      if (segment) segment.cut();
      else await rm(path, { force: true });
    }
    if (segment) segments.push(segment);
  }

  const last = segments.at(-1);
  const known = last ? nextAfter(last) : undefined;
  if (watermark && watermark.seq >= (known?.seq ?? 0)) isDamaged = true;
  const seq = Math.max(known?.seq ?? 0, (watermark?.seq ?? -1) + 1, counters.droppedThroughSeq + 1);
  const lastEpoch = Math.max(known?.epoch ?? 0, watermark?.epoch ?? 0);
  const hasBooted = bootId === unreadableBoot || last?.head.bootId !== bootId;
  const epoch = known && !isDamaged && !hasBooted ? known.epoch : Math.max(now(), lastEpoch + 1);

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
