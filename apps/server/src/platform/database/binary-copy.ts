/**
 * PostgreSQL's binary COPY format: what goes into a table and out of it without being text in between.
 *
 * @see https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"
 */
const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const headerBytes = signature.length + 8;
const trailer = -1;
/** PostgreSQL counts microseconds from the beginning of 2000. */
const epochMs = Date.UTC(2000, 0, 1);
const word = 2 ** 32;

/** Rows on their way into a table: each begun with {@link row} and then given as many values as it has columns. */
export class BinaryCopyWriter {
  private bytes: Buffer;
  private length: number;

  /** @param bytesExpected what is set aside at once; more is taken where it is not enough */
  constructor(bytesExpected = 64 * 1024) {
    this.bytes = Buffer.alloc(Math.max(bytesExpected, headerBytes + 2));
    this.length = signature.copy(this.bytes, 0) + 8;
  }

  row(columns: number): void {
    this.reserve(2);
    this.length = this.bytes.writeInt16BE(columns, this.length);
  }

  null(): void {
    this.size(0);
    this.bytes.writeInt32BE(-1, this.length - 4);
  }

  /** @param hex with hyphens or without */
  uuid(hex: string): void {
    this.size(16);
    this.length += this.bytes.write(hex.replaceAll('-', ''), this.length, 'hex');
  }

  int4(value: number): void {
    this.size(4);
    this.length = this.bytes.writeInt32BE(value, this.length);
  }

  /** @param value a whole number that a double holds exactly */
  int8(value: number): void {
    this.size(8);
    const high = Math.floor(value / word);
    this.bytes.writeInt32BE(high, this.length);
    this.bytes.writeUInt32BE(value - high * word, this.length + 4);
    this.length += 8;
  }

  float4(value: number): void {
    this.size(4);
    this.length = this.bytes.writeFloatBE(value, this.length);
  }

  float8(value: number): void {
    this.size(8);
    this.length = this.bytes.writeDoubleBE(value, this.length);
  }

  /** @param ms a moment in UTC milliseconds */
  timestamptz(ms: number): void {
    this.int8((ms - epochMs) * 1000);
  }

  text(value: string): void {
    const size = Buffer.byteLength(value, 'utf8');
    this.size(size);
    this.length += this.bytes.write(value, this.length, size, 'utf8');
  }

  bytea(value: Uint8Array): void {
    this.size(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  /** @returns the whole of it, which then is not to be written to any more */
  finish(): Buffer {
    this.row(trailer);
    return this.bytes.subarray(0, this.length);
  }

  /** The length in front of a value, and room for both. */
  private size(bytes: number): void {
    this.reserve(bytes + 4);
    this.length = this.bytes.writeInt32BE(bytes, this.length);
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.length + count));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
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
    return size < 0 ? null : this.bytes.toString('hex', this.offset, (this.offset += size));
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
    return microseconds === null ? null : Math.floor(microseconds / 1000) + epochMs;
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

  private size(): number {
    this.offset += 4;
    return this.bytes.readInt32BE(this.offset - 4);
  }
}

/** A UUID as it is usually written. @param hex its digits without hyphens */
export const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
