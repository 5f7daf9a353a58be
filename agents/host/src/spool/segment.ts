import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../state/atomic-file.js';
import { decodeFrame, encodeFrame, framePayload, type Entry, type SampleNumber } from './frame.js';
import { SegmentFile } from './segment-file.js';

export interface StoredRecord extends SampleNumber {
  payload: string;
}

/** What stands in a segment's head beside the number. */
interface Head extends SampleNumber {
  /** The boot of the host in which the segment was made; `undefined` in segments of version 0.1.0. */
  bootId: string | undefined;
}

const renderHead = (bootId: string): string => JSON.stringify({ layout: 1, bootId });

const readHead = (bytes: Buffer, entry: Entry): Head => {
  const { bootId } = JSON.parse(framePayload(bytes, entry)) as { bootId?: unknown };
  return {
    epoch: entry.epoch,
    seq: entry.seq,
    bootId: typeof bootId === 'string' ? bootId : undefined,
  };
};

/**
 * One append-only file of the spool. Its first frame is its head and carries the number the next sample was to get when
 * the segment was made, so that numbers survive even where every record has been delivered and removed; and the boot of
 * the host in which it was made, since what was appended may be missing after a power cut.
 */
export class Segment {
  readonly path: string;
  /** `epoch` and `seq` are what the first record was to get. */
  readonly head: Head;
  readonly entries: Entry[];
  /** Index of the first entry that has not been answered. */
  firstPending = 0;
  #bytes: number;
  #file: SegmentFile | undefined;
  #isTorn = false;

  private constructor(path: string, head: Head, entries: Entry[], bytes: number, file?: SegmentFile) {
    this.path = path;
    this.head = head;
    this.entries = entries;
    this.#bytes = bytes;
    this.#file = file;
  }

  /** Makes the file, durably. Leaves nothing behind where it cannot. */
  static async create(path: string, { epoch, seq }: SampleNumber, bootId: string): Promise<Segment> {
    const file = SegmentFile.create(path);
    try {
      const frame = encodeFrame({ epoch, seq }, renderHead(bootId));
      file.write(frame, 0);
      file.flush();
      await syncFolder(dirname(path));
      return new Segment(path, { epoch, seq, bootId }, [], frame.length, file);
    } catch (error) {
      file.close();
      await rm(path, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Reads a file that is there, up to the end of its last whole record. Changes nothing.
   * @returns `undefined` where not even the head is whole
   */
  static async load(path: string): Promise<Segment | undefined> {
    const bytes = await readFile(path);
    const head = decodeFrame(bytes, 0);
    if (!head) return undefined;
    const entries: Entry[] = [];
    let end = head.length;
    for (let entry = decodeFrame(bytes, end); entry; entry = decodeFrame(bytes, end)) {
      entries.push(entry);
      end += entry.length;
    }
    const segment = new Segment(path, readHead(bytes, head), entries, end);
    segment.#isTorn = end < bytes.length;
    return segment;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get pendingCount(): number {
    return this.entries.length - this.firstPending;
  }

  /** Something that is no record stands behind the last one: nothing may be appended any more. */
  get isTorn(): boolean {
    return this.#isTorn;
  }

  /** Takes away what stands behind the last whole record. */
  cut(): void {
    const file = this.#open();
    file.truncate(this.#bytes);
    file.flush();
    this.#isTorn = false;
  }

  /**
   * Appends one record: once it returns, no end of this process costs it any more.
   * @throws the system's error (disk full); the file then ends where it ended before
   */
  append(number: SampleNumber, payload: string): void {
    const frame = encodeFrame(number, payload);
    const file = this.#open();
    try {
      file.write(frame, this.#bytes);
    } catch (error) {
      this.#isTorn = true;
      this.#tryToCut();
      throw error;
    }
    this.entries.push({ ...number, offset: this.#bytes, length: frame.length });
    this.#bytes += frame.length;
  }

  /** Nothing will be appended any more: what was must outlast a power cut from here on. */
  seal(): void {
    this.#file?.flush();
    this.close();
  }

  /**
   * The records of these entries (ascending), read in one go. A record damaged since it was written is missing.
   */
  read(entries: Entry[]): StoredRecord[] {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return [];
    const readable = this.#open().read(last.offset + last.length - first.offset, first.offset);
    return entries.flatMap((entry) => {
      const found = decodeFrame(readable, entry.offset - first.offset);
      if (found?.seq !== entry.seq) return [];
      return [{ epoch: found.epoch, seq: found.seq, payload: framePayload(readable, found) }];
    });
  }

  close(): void {
    const file = this.#file;
    this.#file = undefined;
    file?.close();
  }

  async remove(): Promise<void> {
    this.close();
    await rm(this.path, { force: true });
  }

  #open(): SegmentFile {
    return (this.#file ??= SegmentFile.open(this.path));
  }

  #tryToCut(): void {
    try {
      this.cut();
    } catch {
      // It stays torn: nothing more is appended to it, and the next start reads up to its last whole record.
    }
  }
}
