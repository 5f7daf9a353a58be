import zlib from 'node:zlib';
import { hostMetricNames, type HostMetricName } from '@opsgauge/contract';
import { ByteWriter } from './byte-stream.js';
import { decodeLayout1 } from './hour-blob-layout-1.js';
import type { HourColumns } from './hour-columns.js';
import { identityNumbers, layout, OpenHour } from './open-hour.js';
import { packSeries } from './packed-series.js';
import type { SampleIdentity } from './stored-sample.js';

/** An hour as it is stored. */
export interface EncodedHour {
  readonly blob: Buffer;
  /** Where the readings of devices begin: whoever wants none of them need not fetch them. */
  readonly readingsAt: number;
}

/** @param columns of one hour of one server, in order of time */
export function encodeHour(columns: HourColumns): EncodedHour {
  const { identities, metrics } = columns;
  const sections: [string, Buffer][] = [
    ['times', deflateShort(packSeries(identities.map(({ correctedAtMs }) => correctedAtMs)))],
    ['identities', deflate(packIdentities(identities))],
  ];
  for (const name of hostMetricNames) {
    const values = metrics[name];
    if (values) sections.push([name, deflateShort(packSeries(values))]);
  }
  sections.push(['readings', deflate(packReadings(columns))]);
  const head = new ByteWriter();
  head.unsigned(layout);
  head.unsigned(identities.length);
  head.unsigned(sections.length);
  for (const [name, bytes] of sections) {
    head.text(name);
    head.unsigned(bytes.length);
  }
  const blob = Buffer.concat([head.finish(), ...sections.map(([, bytes]) => bytes)]);
  return { blob, readingsAt: blob.length - sections.at(-1)![1].length };
}

/**
 * The samples in the order in which they were written.
 *
 * @throws Error for bytes of another layout, or damaged ones
 */
export function decodeHour(blob: Buffer): HourColumns {
  if (blob[0] === 1) return decodeLayout1(blob);
  const hour = new OpenHour(blob);
  return {
    identities: hour.identities(),
    metrics: Object.fromEntries(
      hostMetricNames.flatMap((name) => (hour.has(name) ? [[name, hour.metric(name)]] : [])),
    ),
    ...hour.readings(),
  };
}

/** Times by the hub's clock and the values of single metrics: what a chart needs, without unpacking the rest. */
export function decodeMetrics<Name extends HostMetricName>(
  blob: Buffer,
  names: readonly Name[],
): { timesMs: readonly number[]; values: Record<Name, readonly (number | undefined)[]> } {
  const absent = (count: number) => new Array<undefined>(count).fill(undefined);
  if (blob[0] === 1) {
    const { identities, metrics } = decodeLayout1(blob);
    return {
      timesMs: identities.map(({ correctedAtMs }) => correctedAtMs),
      values: Object.fromEntries(
        names.map((name) => [name, metrics[name] ?? absent(identities.length)]),
      ) as Record<Name, readonly (number | undefined)[]>,
    };
  }
  const hour = new OpenHour(blob);
  return {
    timesMs: hour.times(),
    values: Object.fromEntries(
      names.map((name) => [name, hour.has(name) ? hour.metric(name) : absent(hour.count)]),
    ) as unknown as Record<Name, readonly (number | undefined)[]>,
  };
}

/** Who the samples were, and when, without their values. */
export const decodeIdentities = (blob: Buffer): readonly SampleIdentity[] =>
  blob[0] === 1 ? decodeLayout1(blob).identities : new OpenHour(blob).identities();

/** Times by the hub's clock and what the samples say of devices. */
export function decodeReadings(blob: Buffer): Pick<HourColumns, 'skeletonIndexes' | 'skeletons'> & {
  readonly timesMs: readonly number[];
} {
  if (blob[0] !== 1) {
    const hour = new OpenHour(blob);
    return { timesMs: hour.times(), ...hour.readings() };
  }
  const { identities, skeletonIndexes, skeletons } = decodeLayout1(blob);
  return { timesMs: identities.map(({ correctedAtMs }) => correctedAtMs), skeletonIndexes, skeletons };
}

function packIdentities(identities: readonly SampleIdentity[]): Buffer {
  const texts = new Map<string, number>();
  const indexOf = (text: string): number => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return index;
  };
  const series = [
    ...Object.values(identityNumbers).map((read) => identities.map(read)),
    identities.map(({ runId }) => indexOf(runId)),
    identities.map(({ bootId }) => indexOf(bootId)),
  ];
  const writer = new ByteWriter(8 * 1024);
  writer.unsigned(texts.size);
  for (const text of texts.keys()) writer.text(text);
  for (const values of series) writer.block(packSeries(values));
  return writer.finish();
}

function packReadings({ skeletonIndexes, skeletons }: HourColumns): Buffer {
  const writer = new ByteWriter(16 * 1024);
  writer.block(packSeries(skeletonIndexes));
  writer.unsigned(skeletons.length);
  for (const { skeleton, series } of skeletons) {
    writer.text(skeleton);
    writer.unsigned(series[0]?.length ?? 0);
    writer.unsigned(series.length);
    for (const values of series) writer.block(packSeries(values));
  }
  return writer.finish();
}

const deflate = (bytes: Buffer): Buffer => zlib.deflateRawSync(bytes, { level: 6 });
/** A window no larger than the few hundred bytes that a series has: what a deflater sets up costs more than its work. */
const deflateShort = (bytes: Buffer): Buffer =>
  zlib.deflateRawSync(bytes, { level: 6, windowBits: 10, memLevel: 4 });
