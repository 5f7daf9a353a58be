import { ByteReader, ByteWriter, largestInteger } from './byte-stream.js';

/** One value a sample; undefined where the sample has none. */
export type Series = readonly (number | undefined)[];

/**
 * How the numbers of a series are written. Agents round percentages, load and milliseconds to 0.01 and everything else
 * to whole numbers, so that nearly all series are integers once multiplied; what is none is kept as it came.
 */
const scales = [1, 100] as const;
const asDoubles = scales.length;

const isExact = (value: number, scale: number): boolean => {
  const scaled = Math.round(value * scale);
  return Math.abs(scaled) < largestInteger && scaled / scale === value && !Object.is(value, -0);
};

/** The first way of writing that loses nothing of any value, and whether there is a value for every sample. */
function formOf(series: Series): { scale: number; hasGaps: boolean } {
  let scale = 0;
  let hasGaps = false;
  for (let index = 0; index < series.length; index += 1) {
    const value = series[index];
    if (value === undefined) hasGaps = true;
    else while (scale < asDoubles && !isExact(value, scales[scale]!)) scale += 1;
  }
  // A number that is exact as a whole is not always so as hundredths, when it is large.
  const isFitting = scale === 0 || scale === asDoubles || fits(series, scales[scale]!);
  return { scale: isFitting ? scale : asDoubles, hasGaps };
}

const fits = (series: Series, scale: number): boolean =>
  series.every((value) => value === undefined || isExact(value, scale));

/** Writes a series so that it is read back bit by bit the same: differences in few bytes, gaps as a row of bits. */
export function packSeries(series: Series): Buffer {
  const { scale, hasGaps } = formOf(series);
  const writer = new ByteWriter(16 + 3 * series.length);
  writer.unsigned(scale * 2 + (hasGaps ? 1 : 0));
  if (hasGaps) writer.block(bitsOf(series));
  const factor = scales[scale];
  let before = 0;
  for (let index = 0; index < series.length; index += 1) {
    const value = series[index];
    if (value === undefined) continue;
    if (factor === undefined) {
      writer.double(value);
      continue;
    }
    const scaled = Math.round(value * factor);
    writer.signed(scaled - before);
    before = scaled;
  }
  return writer.finish();
}

/** @param count of the samples of the series, with a value or without */
export function unpackSeries(bytes: Buffer, count: number): (number | undefined)[] {
  const reader = new ByteReader(bytes);
  const head = reader.unsigned();
  const bits = head % 2 === 1 ? reader.block() : null;
  const scale = scales[(head - (head % 2)) / 2];
  let before = 0;
  return Array.from({ length: count }, (_, index) => {
    if (bits && !(bits[index >> 3]! & (1 << (index & 7)))) return undefined;
    if (scale === undefined) return reader.double();
    before += reader.signed();
    return before / scale;
  });
}

function bitsOf(series: Series): Buffer {
  const bits = Buffer.alloc(Math.ceil(series.length / 8));
  series.forEach((value, index) => {
    if (value !== undefined) bits[index >> 3]! |= 1 << (index & 7);
  });
  return bits;
}
