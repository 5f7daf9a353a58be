import zlib from 'node:zlib';
import { hostMetricNames, type HostMetricName, type HostMetrics } from '@opsgauge/contract';
import { ByteReader, ByteWriter } from './byte-stream.js';
import { joinDevices, splitDevices } from './device-series.js';
import { packSeries, unpackSeries } from './packed-series.js';
import type { StoredSample } from './stored-sample.js';

/**
 * An hour's samples of one server as bytes: a layout number, then deflated a table of texts and one series a value,
 * each with its name and length in front. Nothing is lost: what comes out equals what went in, so that a figure of years
 * ago still opens to its samples. A series that this version does not know is passed over, so that layouts can grow.
 */
const layout = 1;

const numbersOf = (sample: StoredSample): [string, number][] => [
  ['observed', sample.observedAtMs],
  ['correction', sample.correctedAtMs - sample.observedAtMs],
  ['delay', sample.receivedAtMs - sample.observedAtMs],
  ['epoch', sample.epoch],
  ['seq', sample.seq],
  ['monotonic', sample.monotonicMs],
  ['interval', sample.intervalSeconds],
];

/** @param samples of one hour of one server, in order of time for the sake of size */
export function encodeHour(samples: readonly StoredSample[]): Buffer {
  const texts = new Map<string, number>();
  const indexOf = (text: string): number => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return index;
  };
  const series = new Map<string, (number | undefined)[]>();
  const put = (name: string, index: number, value: number) => {
    let values = series.get(name);
    if (!values) series.set(name, (values = new Array<number | undefined>(samples.length).fill(undefined)));
    values[index] = value;
  };
  samples.forEach((sample, index) => {
    for (const [name, value] of numbersOf(sample)) put(name, index, value);
    put('run', index, indexOf(sample.runId));
    put('boot', index, indexOf(sample.bootId));
    for (const name of hostMetricNames) {
      const value = sample.metrics[name];
      if (value !== undefined) put(name, index, value);
    }
    const { identity, numbers } = splitDevices(sample.devices);
    put('devices', index, indexOf(identity));
    for (const [name, value] of numbers) put(name, index, value);
  });
  const writer = new ByteWriter();
  writer.unsigned(samples.length);
  writer.unsigned(texts.size);
  for (const text of texts.keys()) writer.text(text);
  writer.unsigned(series.size);
  for (const [name, values] of series) {
    writer.text(name);
    writer.block(packSeries(values));
  }
  return Buffer.concat([Buffer.of(layout), zlib.deflateRawSync(writer.finish(), { level: 6 })]);
}

interface OpenHour {
  readonly count: number;
  readonly texts: readonly string[];
  /** Still packed, by name. */
  readonly series: ReadonlyMap<string, Buffer>;
}

function openHour(blob: Buffer): OpenHour {
  if (blob[0] !== layout) throw new Error(`hour blob of layout ${blob[0]}; this version reads ${layout}`);
  const reader = new ByteReader(zlib.inflateRawSync(blob.subarray(1)));
  const count = reader.unsigned();
  const texts = Array.from({ length: reader.unsigned() }, () => reader.text());
  const series = new Map(
    Array.from({ length: reader.unsigned() }, (): [string, Buffer] => [reader.text(), reader.block()]),
  );
  return { count, texts, series };
}

/**
 * The samples in the order in which they were written.
 *
 * @throws Error for bytes of another layout, or damaged ones
 */
export function decodeHour(blob: Buffer): StoredSample[] {
  const { count, texts, series } = openHour(blob);
  const unpacked = new Map([...series].map(([name, bytes]) => [name, unpackSeries(bytes, count)]));
  const deviceNames = [...unpacked.keys()].filter((name) => name.startsWith('device '));
  const required = (name: string, index: number): number => {
    const value = unpacked.get(name)?.[index];
    if (value === undefined) throw new Error(`hour blob without ${name} of sample ${index}`);
    return value;
  };
  return Array.from({ length: count }, (_, index): StoredSample => {
    const observedAtMs = required('observed', index);
    const metrics: HostMetrics = {};
    for (const name of hostMetricNames) {
      const value = unpacked.get(name)?.[index];
      if (value !== undefined) metrics[name] = value;
    }
    const numbers = new Map<string, number>();
    for (const name of deviceNames) {
      const value = unpacked.get(name)![index];
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
  });
}

/** Times by the hub's clock and the values of single metrics: what a chart needs, without unpacking the rest. */
export function decodeMetrics<Name extends HostMetricName>(
  blob: Buffer,
  names: readonly Name[],
): { timesMs: number[]; values: Record<Name, (number | undefined)[]> } {
  const { count, series } = openHour(blob);
  const unpack = (name: string) => {
    const bytes = series.get(name);
    return bytes ? unpackSeries(bytes, count) : new Array<number | undefined>(count).fill(undefined);
  };
  const corrections = unpack('correction');
  const timesMs = unpack('observed').map((observed, index) => observed! + corrections[index]!);
  const values = Object.fromEntries(names.map((name) => [name, unpack(name)])) as Record<
    Name,
    (number | undefined)[]
  >;
  return { timesMs, values };
}
