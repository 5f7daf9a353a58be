/** The largest number whose zigzag double is still exact. */
export const largestInteger = 2 ** 51;

/** Bytes that grow at the end. */
export class ByteWriter {
  private bytes: Buffer;
  private length = 0;

  /** @param bytesExpected what is set aside at once; more is taken where it is not enough */
  constructor(bytesExpected = 1024) {
    this.bytes = Buffer.allocUnsafe(bytesExpected);
  }

  /** An integer from 0 up, seven bits a byte, the lowest first. */
  unsigned(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest > 0x7fffffff) {
      this.bytes[this.length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  /** An integer of either sign; small ones take a byte. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  double(value: number): void {
    this.reserve(8);
    this.length = this.bytes.writeDoubleLE(value, this.length);
  }

  text(value: string): void {
    this.block(Buffer.from(value, 'utf8'));
  }

  /** Bytes with their number in front, so that a reader can pass over them. */
  block(value: Uint8Array): void {
    this.unsigned(value.length);
    this.reserve(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  finish(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.length + count));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}

/**
 * Reads what {@link ByteWriter} wrote, in the same order.
 *
 * @throws RangeError where the bytes end too early
 */
export class ByteReader {
  constructor(
    private readonly bytes: Buffer,
    private offset = 0,
  ) {}

  unsigned(): number {
    const first = this.bytes[this.offset];
    if (first !== undefined && first < 0x80) {
      this.offset += 1;
      return first;
    }
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.offset++];
      if (byte === undefined) throw new RangeError('the bytes end within a number');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  double(): number {
    const value = this.bytes.readDoubleLE(this.offset);
    this.offset += 8;
    return value;
  }

  text(): string {
    return this.block().toString('utf8');
  }

  /** Where the next byte stands. */
  get position(): number {
    return this.offset;
  }

  block(): Buffer {
    const length = this.unsigned();
    const end = this.offset + length;
    if (end > this.bytes.length) throw new RangeError('the bytes end within a block');
    const block = this.bytes.subarray(this.offset, end);
    this.offset = end;
    return block;
  }
}
