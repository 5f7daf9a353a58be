import zlib from 'node:zlib';
import { hostMetricNames, type HostMetrics } from '@opsgauge/contract';
import { ByteReader } from './byte-stream.js';
import { joinDevices } from './device-series.js';
import { columnsOf, type HourColumns } from './hour-columns.js';
import { unpackSeries } from './packed-series.js';

/**
 * The first way in which hours were written, read for as long as such hours are kept: all in one deflated piece, a table
 * of texts and one series a value, each with its name and length in front.
 */
export function decodeLayout1(blob: Buffer): HourColumns {
  const reader = new ByteReader(zlib.inflateRawSync(blob.subarray(1)));
  const count = reader.unsigned();
  const texts = Array.from({ length: reader.unsigned() }, () => reader.text());
  const series = new Map(
    Array.from({ length: reader.unsigned() }, (): [string, (number | undefined)[]] => [
      reader.text(),
      unpackSeries(reader.block(), count),
    ]),
  );
  const deviceNames = [...series.keys()].filter((name) => name.startsWith('device '));
  const required = (name: string, index: number): number => {
    const value = series.get(name)?.[index];
    if (value === undefined) throw new Error(`hour blob without ${name} of sample ${index}`);
    return value;
  };
  return columnsOf(
    Array.from({ length: count }, (_, index) => {
      const observedAtMs = required('observed', index);
      const metrics: HostMetrics = {};
      for (const name of hostMetricNames) {
        const value = series.get(name)?.[index];
        if (value !== undefined) metrics[name] = value;
      }
      const numbers = new Map<string, number>();
      for (const name of deviceNames) {
        const value = series.get(name)![index];
        if (value !== undefined) numbers.set(name, value);
      }
      return {
        epoch: required('epoch', index),
        seq: required('seq', index),
        runId: texts[required('run', index)]!,
        bootId: texts[required('boot', index)]!,
        monotonicMs: required('monotonic', index),
        observedAtMs,
        correctedAtMs: observedAtMs + required('correction', index),
        receivedAtMs: observedAtMs + required('delay', index),
        intervalSeconds: required('interval', index),
        metrics,
        devices: joinDevices(texts[required('devices', index)]!, numbers),
      };
    }),
  );
}
