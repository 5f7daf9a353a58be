import { readFile } from 'node:fs/promises';
import { decodeFrame } from './frame.js';
import { Ledger, type Counters, type Watermark } from './ledger.js';
import { listSegments, segmentPath } from './spool-files.js';

export interface SpoolStatus {
  depth: number;
  bytes: number;
  watermark: Watermark | undefined;
  counters: Counters;
}

/** Reads a spool from its files and changes nothing, so that it may be asked while an agent works on it. */
export const readSpoolStatus = async (folder: string): Promise<SpoolStatus> => {
  const ledger = new Ledger(folder);
  const watermark = await ledger.readWatermark();
  const counters = await ledger.readCounters();
  const answeredThrough = Math.max(watermark?.seq ?? -1, counters.droppedThroughSeq);
  let [depth, bytes] = [0, 0];
  for (const ordinal of await listSegments(folder)) {
    // A segment may be delivered and gone since the folder was listed.
    const content = await readFile(segmentPath(folder, ordinal)).catch(() => Buffer.alloc(0));
    bytes += content.length;
    let frame = decodeFrame(content, 0);
    while (frame && (frame = decodeFrame(content, frame.offset + frame.length)))
      if (frame.seq > answeredThrough) depth += 1;
  }
  return { depth, bytes, watermark, counters };
};
