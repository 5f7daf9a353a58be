import { reasonOf, type Log } from '../system/log.js';
import { Segment, type StoredRecord } from './segment.js';
import { segmentPath } from './spool-files.js';

const segmentBytesMax = 1024 * 1024;

export interface SegmentListOptions {
  folder: string;
  /** Of the whole spool: its segments are an eighth of it at most, so that dropping one drops little. */
  bytesMax: number;
  /** This boot of the host: what another one wrote is not appended to. */
  bootId: string;
  log: Log;
}

/** The spool's files, oldest first; the last one is written to. */
export class SegmentList {
  readonly #options: SegmentListOptions;
  readonly #segments: Segment[];
  #nextOrdinal: number;

  /** @param segments as recovery found them. @param nextOrdinal the number of the next file */
  constructor(options: SegmentListOptions, segments: Segment[], nextOrdinal: number) {
    this.#options = options;
    this.#segments = segments;
    this.#nextOrdinal = nextOrdinal;
  }

  get all(): readonly Segment[] {
    return this.#segments;
  }

  get bytes(): number {
    return this.#segments.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get pendingCount(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.pendingCount, 0);
  }

  /** Whether a segment but the last one is answered as a whole. */
  get hasDone(): boolean {
    return this.#segments.some((segment, index) => this.#isDone(segment, index));
  }

  isPending(seq: number): boolean {
    const segment = this.#segments.findLast(({ entries }) => (entries[0]?.seq ?? Infinity) <= seq);
    return (
      segment?.entries.some((entry, index) => index >= segment.firstPending && entry.seq === seq) ?? false
    );
  }

  isLast(segment: Segment): boolean {
    return segment === this.#segments.at(-1);
  }

  /**
   * @returns whether a new segment was begun for it
   * @throws the system's error; nothing of the record is then left
   */
  async append(record: StoredRecord): Promise<boolean> {
    const last = this.#segments.at(-1);
    const fitting = last && this.#mayTake(last) ? last : await this.#begin(record, last);
    fitting.append(record, record.payload);
    return fitting !== last;
  }

  /** Removes what is answered, from the oldest on, but never the last. */
  async removeDone(): Promise<void> {
    while (this.#segments[0] && this.#isDone(this.#segments[0], 0)) await this.#segments.shift()?.remove();
  }

  /** @returns the oldest but never the last, no longer in the list and still on the disk; `undefined` where there is none */
  takeOldest(): Segment | undefined {
    return this.#segments.length > 1 ? this.#segments.shift() : undefined;
  }

  /** Brings all to the disk and closes the files. */
  seal(): void {
    for (const segment of this.#segments) segment.seal();
  }

  #isDone({ pendingCount }: Segment, index: number): boolean {
    return pendingCount === 0 && index < this.#segments.length - 1;
  }

  #mayTake({ isTorn, bytes, head }: Segment): boolean {
    const { bytesMax, bootId } = this.#options;
    return !isTorn && bytes < Math.min(segmentBytesMax, bytesMax / 8) && head.bootId === bootId;
  }

  async #begin(record: StoredRecord, before: Segment | undefined): Promise<Segment> {
    const { folder, bootId, log } = this.#options;
    const fresh = await Segment.create(segmentPath(folder, this.#nextOrdinal), record, bootId);
    this.#nextOrdinal += 1;
    this.#segments.push(fresh);
    try {
      before?.seal();
    } catch (error) {
      log.warn('a spool file may not outlast a power cut', { reason: reasonOf(error) });
    }
    return fresh;
  }
}
