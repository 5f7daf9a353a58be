import crypto from 'node:crypto';
import { ByteReader, ByteWriter } from '../hours/byte-stream.js';
import type { TakenApart } from './skeleton.js';

/**
 * A sample's readings as a row keeps them: a first byte that says how, then either the JSON itself, or the number by
 * which the server's skeletons are kept apart and the numbers in their order, most of them in one to four bytes.
 */
const asJson = 0;
const bySkeleton = 1;

export type Packed =
  { readonly json: string } | { readonly skeletonId: number; readonly numbers: readonly number[] };

/** The same for the same skeleton wherever it is asked: 48 bits of its digest. */
export const skeletonIdOf = (skeleton: string): number =>
  crypto.createHash('sha256').update(skeleton).digest().readUIntBE(0, 6);

export const packJson = (readings: object): Buffer =>
  Buffer.concat([Buffer.of(asJson), Buffer.from(JSON.stringify(readings))]);

/** What is left of a number's integer when two of its bits tell its kind. */
const largest = 2 ** 49;

export function packNumbers(skeletonId: number, numbers: TakenApart['numbers']): Buffer {
  const writer = new ByteWriter(16 + 4 * numbers.length);
  writer.unsigned(bySkeleton);
  writer.unsigned(skeletonId);
  writer.unsigned(numbers.length);
  for (const number of numbers) {
    const hundredfold = Math.round(number * 100);
    if (Number.isInteger(number) && Math.abs(number) < largest && !Object.is(number, -0)) {
      writer.unsigned(zigzag(number) * 4);
    } else if (hundredfold / 100 === number && Math.abs(hundredfold) < largest && hundredfold !== 0) {
      writer.unsigned(zigzag(hundredfold) * 4 + 1);
    } else {
      writer.unsigned(2);
      writer.double(number);
    }
  }
  return writer.finish();
}

/** @throws RangeError where the bytes end too early */
export function unpack(bytes: Buffer): Packed {
  if (bytes[0] === asJson) return { json: bytes.toString('utf8', 1) };
  const reader = new ByteReader(bytes);
  reader.unsigned();
  const skeletonId = reader.unsigned();
  const count = reader.unsigned();
  const numbers = new Array<number>(count);
  for (let index = 0; index < count; index += 1) {
    const head = reader.unsigned();
    const kind = head % 4;
    const value = (head - kind) / 4;
    numbers[index] = kind === 2 ? reader.double() : kind === 1 ? unzigzag(value) / 100 : unzigzag(value);
  }
  return { skeletonId, numbers };
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
