import { BinaryValues, postgresEpochMs, word } from './binary-values.js';

/**
 * PostgreSQL's binary COPY format: what goes into a table and out of it without being text in between.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"
 */
const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const headerBytes = signature.length + 8;
const trailer = -1;

/** Rows on their way into a table: each begun with {@link row} and then given as many values as it has columns. */
export class BinaryCopyWriter extends BinaryValues {
  /** @param bytesExpected what is set aside at once; more is taken where it is not enough */
  constructor(bytesExpected = 64 * 1024) {
    super(Math.max(bytesExpected, headerBytes + 2));
    this.length = signature.copy(this.bytes, 0);
    this.bytes.fill(0, this.length, headerBytes);
    this.length = headerBytes;
  }

  row(columns: number): void {
    this.reserve(2);
    this.length = this.bytes.writeInt16BE(columns, this.length);
  }

  /** @returns the whole of it, which then is not to be written to any more */
  finish(): Buffer {
    this.row(trailer);
    return this.bytes.subarray(0, this.length);
  }
}

/**
 * Rows that came out of a table. After each {@link nextRow} its values are read one by one, in the order of their
 * columns and by the reader of the column's type; a value that is null reads as null.
 *
 * @throws RangeError where the bytes end too early, Error where they are none of this format
 */
export class BinaryCopyReader {
  private offset = headerBytes;
  private readonly lastUuid = { at: -1, hex: '' };

  constructor(private readonly bytes: Buffer) {
    if (!bytes.subarray(0, signature.length).equals(signature)) throw new Error('not a binary COPY');
    this.offset += bytes.readInt32BE(headerBytes - 4);
  }

  /** @returns false after the last */
  nextRow(): boolean {
    const columns = this.bytes.readInt16BE(this.offset);
    this.offset += 2;
    return columns !== trailer;
  }

  /** In hexadecimal digits, without hyphens: enough to tell rows apart. */
  uuid(): string | null {
    const size = this.size();
    if (size < 0) return null;
    const { lastUuid, offset } = this;
    // Rows of one server mostly stand together.
    if (lastUuid.at < 0 || !this.isSame(lastUuid.at, offset, size)) {
      lastUuid.hex = this.bytes.toString('hex', offset, offset + size);
    }
    lastUuid.at = offset;
    this.offset += size;
    return lastUuid.hex;
  }

  /**
   * A text that is one of a few, without making it anew for every row.
   *
   * @throws Error where it is none of them
   */
  word<Word extends string>(words: readonly Word[]): Word | null {
    const size = this.size();
    if (size < 0) return null;
    const found = words.find((word) => word.length === size && this.isWord(word));
    if (found === undefined) throw new Error(`none of ${words.join(', ')}`);
    this.offset += size;
    return found;
  }

  boolean(): boolean | null {
    if (this.size() < 0) return null;
    return this.bytes[this.offset++] === 1;
  }

  int8(): number | null {
    if (this.size() < 0) return null;
    const value = this.bytes.readInt32BE(this.offset) * word + this.bytes.readUInt32BE(this.offset + 4);
    this.offset += 8;
    return value;
  }

  int4(): number | null {
    if (this.size() < 0) return null;
    this.offset += 4;
    return this.bytes.readInt32BE(this.offset - 4);
  }

  float8(): number | null {
    if (this.size() < 0) return null;
    this.offset += 8;
    return this.bytes.readDoubleBE(this.offset - 8);
  }

  float4(): number | null {
    if (this.size() < 0) return null;
    this.offset += 4;
    return this.bytes.readFloatBE(this.offset - 4);
  }

  /** In UTC milliseconds; what is finer is cut off. */
  timestamptz(): number | null {
    const microseconds = this.int8();
    return microseconds === null ? null : Math.floor(microseconds / 1000) + postgresEpochMs;
  }

  text(): string | null {
    const size = this.size();
    return size < 0 ? null : this.bytes.toString('utf8', this.offset, (this.offset += size));
  }

  /** A view of the bytes, not a copy. */
  bytea(): Buffer | null {
    const size = this.size();
    return size < 0 ? null : this.bytes.subarray(this.offset, (this.offset += size));
  }

  private isSame(at: number, other: number, size: number): boolean {
    for (let index = 0; index < size; index += 1) {
      if (this.bytes[at + index] !== this.bytes[other + index]) return false;
    }
    return true;
  }

  private isWord(word: string): boolean {
    for (let index = 0; index < word.length; index += 1) {
      if (this.bytes[this.offset + index] !== word.charCodeAt(index)) return false;
    }
    return true;
  }

  private size(): number {
    this.offset += 4;
    return this.bytes.readInt32BE(this.offset - 4);
  }
}

/** A UUID as it is usually written. @param hex its digits without hyphens */
export const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
