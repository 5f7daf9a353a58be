import { histogramBins, type PercentHistogram } from '@opsgauge/domain';
import { ByteReader, ByteWriter } from './byte-stream.js';

/** Most bins are empty: the first that is not, and from there on each count up to the last that is not. */
export function packHistogram(histogram: PercentHistogram): Buffer {
  const first = histogram.findIndex((count) => count > 0);
  if (first < 0) return Buffer.alloc(0);
  const last = histogram.findLastIndex((count) => count > 0);
  const writer = new ByteWriter();
  writer.unsigned(first);
  writer.unsigned(last - first + 1);
  for (const count of histogram.slice(first, last + 1)) writer.unsigned(count);
  return Buffer.from(writer.finish());
}

export function unpackHistogram(bytes: Buffer): PercentHistogram {
  const histogram = new Array<number>(histogramBins).fill(0);
  addHistogram(histogram, bytes);
  return histogram;
}

/** Adds a packed histogram to one that is gathered. */
export function addHistogram(to: number[], bytes: Buffer): void {
  if (bytes.length === 0) return;
  const reader = new ByteReader(bytes);
  const first = reader.unsigned();
  const count = reader.unsigned();
  for (let bin = first; bin < first + count; bin += 1) to[bin]! += reader.unsigned();
}
