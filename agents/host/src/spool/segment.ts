import { constants } from 'node:fs';
import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../state/atomic-file.js';
import { decodeFrame, encodeFrame, framePayload, type Entry, type SampleNumber } from './frame.js';

export interface StoredRecord extends SampleNumber {
  payload: string;
}

/** A write returns once it is on the disk: one call to the system where write and fdatasync would be two. */
const appendFlags = constants.O_RDWR | constants.O_DSYNC;
const createFlags = appendFlags | constants.O_CREAT | constants.O_EXCL;
const headPayload = JSON.stringify({ layout: 1 });

/**
 * One append-only file of the spool. Its first frame is its head and carries the number the next sample was to get when
 * the segment was made, so that numbers survive even where every record has been delivered and removed.
 */
export class Segment {
  readonly path: string;
  /** The number the first record was to get. */
  readonly head: SampleNumber;
  readonly entries: Entry[];
  /** Index of the first entry that has not been answered. */
  firstPending = 0;
  #bytes: number;
  #handle: FileHandle | undefined;
  #isTorn = false;

  private constructor(
    path: string,
    head: SampleNumber,
    entries: Entry[],
    bytes: number,
    handle?: FileHandle,
  ) {
    this.path = path;
    this.head = head;
    this.entries = entries;
    this.#bytes = bytes;
    this.#handle = handle;
  }

  /** Makes the file, durably. Leaves nothing behind where it cannot. */
  static async create(path: string, next: SampleNumber): Promise<Segment> {
    const handle = await open(path, createFlags, 0o600);
    try {
      const frame = encodeFrame(next, headPayload);
      await writeAll(handle, frame, 0);
      await syncFolder(dirname(path));
      return new Segment(path, next, [], frame.length, handle);
    } catch (error) {
      await handle.close().catch(() => undefined);
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
    const segment = new Segment(path, { epoch: head.epoch, seq: head.seq }, entries, end);
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
  async cut(): Promise<void> {
    const handle = await this.#open();
    await handle.truncate(this.#bytes);
    await handle.datasync();
    this.#isTorn = false;
  }

  /**
   * Appends one record and returns once it is on the disk.
   * @throws the system's error (disk full); the file then ends where it ended before
   */
  async append(number: SampleNumber, payload: string): Promise<void> {
    const frame = encodeFrame(number, payload);
    const handle = await this.#open();
    try {
      await writeAll(handle, frame, this.#bytes);
    } catch (error) {
      this.#isTorn = true;
      await this.cut().catch(() => undefined);
      throw error;
    }
    this.entries.push({ ...number, offset: this.#bytes, length: frame.length });
    this.#bytes += frame.length;
  }

  /**
   * The records of these entries (ascending), read in one go. A record damaged since it was written is missing.
   */
  async read(entries: Entry[]): Promise<StoredRecord[]> {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return [];
    const bytes = Buffer.allocUnsafe(last.offset + last.length - first.offset);
    const handle = await this.#open();
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, first.offset);
    const readable = bytes.subarray(0, bytesRead);
    return entries.flatMap((entry) => {
      const found = decodeFrame(readable, entry.offset - first.offset);
      if (found?.seq !== entry.seq) return [];
      return [{ epoch: found.epoch, seq: found.seq, payload: framePayload(readable, found) }];
    });
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }

  async remove(): Promise<void> {
    await this.close();
    await rm(this.path, { force: true });
  }

  async #open(): Promise<FileHandle> {
    return (this.#handle ??= await open(this.path, appendFlags));
  }
}

const writeAll = async (handle: FileHandle, bytes: Buffer, position: number): Promise<void> => {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
};
