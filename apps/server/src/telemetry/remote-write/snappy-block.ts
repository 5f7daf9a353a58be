import snappy from 'snappyjs';

/**
 * Unpacks a snappy block.
 * @throws Error when it is broken, or would be larger than `bytesMax`
 */
export function unpackSnappy(packed: Buffer, bytesMax: number): Buffer {
  // snappyjs follows lengths that run over the end, also backwards, where it never comes to an end: it only gets
  // blocks that were walked through before.
  assertWhole(packed, bytesMax);
  return snappy.uncompress(packed, bytesMax);
}

function assertWhole(packed: Buffer, bytesMax: number): void {
  const { length, headerBytes } = readLength(packed);
  if (length > bytesMax) throw new Error(`is ${length} bytes unpacked, of at most ${bytesMax}`);
  let written = 0;
  for (let at = headerBytes; at < packed.length;) {
    const element = readElement(packed, at);
    if (element.offset !== null && (element.offset === 0 || element.offset > written)) throw broken();
    written += element.length;
    at = element.end;
    if (at > packed.length || written > length) throw broken();
  }
  if (written !== length) throw broken();
}

/** A length of up to 32 bits, seven to a byte, the lowest first. */
function readLength(packed: Buffer): { length: number; headerBytes: number } {
  let length = 0;
  for (let index = 0; index < Math.min(5, packed.length); index++) {
    const byte = packed[index]!;
    length += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { length, headerBytes: index + 1 };
  }
  throw broken();
}

interface Element {
  /** Of what it stands for. */
  readonly length: number;
  /** How far back a copy reaches; null of bytes given as they are. */
  readonly offset: number | null;
  readonly end: number;
}

function readElement(packed: Buffer, at: number): Element {
  const tag = packed[at]!;
  const size = tag >>> 2;
  const number = (bytes: number): number => {
    if (at + 1 + bytes > packed.length) throw broken();
    return packed.readUIntLE(at + 1, bytes);
  };
  if ((tag & 3) === 0) {
    const lengthBytes = Math.max(0, size - 59);
    const length = lengthBytes === 0 ? size + 1 : number(lengthBytes) + 1;
    return { length, offset: null, end: at + 1 + lengthBytes + length };
  }
  if ((tag & 3) === 1) return { length: (size & 7) + 4, offset: ((tag >>> 5) << 8) + number(1), end: at + 2 };
  const offsetBytes = (tag & 3) === 2 ? 2 : 4;
  return { length: size + 1, offset: number(offsetBytes), end: at + 1 + offsetBytes };
}

const broken = (): Error => new Error('is no snappy block');
