import { crc32 } from 'node:zlib';

/** Every sample's name on its server: counts within an epoch, and never goes back. */
export interface SampleNumber {
  epoch: number;
  seq: number;
}

/** Where a record lies in its segment. `length` is the whole frame's. */
export interface Entry extends SampleNumber {
  offset: number;
  length: number;
}

/** length (4) · CRC-32 of all that follows (4) · epoch (8) · seq (8) · payload; little endian, numbers as doubles. */
export const frameHeadBytes = 24;
const payloadBytesMax = 16 * 1024 * 1024;

export const encodeFrame = ({ epoch, seq }: SampleNumber, payload: string): Buffer => {
  const payloadBytes = Buffer.byteLength(payload);
  const frame = Buffer.allocUnsafe(frameHeadBytes + payloadBytes);
  frame.writeUInt32LE(payloadBytes, 0);
  frame.writeDoubleLE(epoch, 8);
  frame.writeDoubleLE(seq, 16);
  frame.write(payload, frameHeadBytes);
  frame.writeUInt32LE(crc32(frame.subarray(8)), 4);
  return frame;
};

/** The frame that begins at `offset`, or `undefined` where none stands there whole and undamaged. */
export const decodeFrame = (bytes: Buffer, offset: number): Entry | undefined => {
  if (offset + frameHeadBytes > bytes.length) return undefined;
  const payloadBytes = bytes.readUInt32LE(offset);
  const length = frameHeadBytes + payloadBytes;
  if (payloadBytes === 0 || payloadBytes > payloadBytesMax || offset + length > bytes.length)
    return undefined;
  if (crc32(bytes.subarray(offset + 8, offset + length)) !== bytes.readUInt32LE(offset + 4)) return undefined;
  return { epoch: bytes.readDoubleLE(offset + 8), seq: bytes.readDoubleLE(offset + 16), offset, length };
};

/** The text of a frame that `decodeFrame` found. */
export const framePayload = (bytes: Buffer, { offset, length }: Entry): string =>
  bytes.toString('utf8', offset + frameHeadBytes, offset + length);
