/** PostgreSQL counts microseconds from the beginning of 2000. */
export const postgresEpochMs = Date.UTC(2000, 0, 1);
export const word = 2 ** 32;

/** Values one after the other as PostgreSQL sends and takes them in binary: each with its length in front. */
export class BinaryValues {
  protected bytes: Buffer;
  protected length = 0;

  /** @param bytesExpected what is set aside at once; more is taken where it is not enough */
  constructor(bytesExpected: number) {
    this.bytes = Buffer.allocUnsafe(bytesExpected);
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
    this.int8((ms - postgresEpochMs) * 1000);
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

  /** The length in front of a value, and room for both. */
  private size(bytes: number): void {
    this.reserve(bytes + 4);
    this.length = this.bytes.writeInt32BE(bytes, this.length);
  }

  protected reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.length + count));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}
