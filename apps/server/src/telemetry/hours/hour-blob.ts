import zlib from 'node:zlib';
import { hostMetricNames, type HostMetricName } from '@opsgauge/contract';
import { ByteReader, ByteWriter } from './byte-stream.js';
import { decodeLayout1 } from './hour-blob-layout-1.js';
import type { HourColumns, SkeletonColumns } from './hour-columns.js';
import { packSeries, unpackSeries } from './packed-series.js';
import type { SampleIdentity } from './stored-sample.js';

/**
 * An hour's samples of one server as bytes: a layout number, how many samples there are, the names and lengths of the
 * sections, and the sections, each deflated by itself, so that a chart unpacks times and one metric and no more. Nothing
 * is lost: what comes out equals what went in, and a figure of years ago still opens to its samples.
 */
const layout = 2;

const identityNumbers = {
  observed: ({ observedAtMs, correctedAtMs }) => observedAtMs - correctedAtMs,
  delay: ({ receivedAtMs, correctedAtMs }) => receivedAtMs - correctedAtMs,
  epoch: ({ epoch }) => epoch,
  seq: ({ seq }) => seq,
  monotonic: ({ monotonicMs }) => monotonicMs,
  interval: ({ intervalSeconds }) => intervalSeconds,
} satisfies Record<string, (identity: SampleIdentity) => number>;

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

/** The sections of a blob, unpacked as they are asked for. */
class OpenHour {
  readonly count: number;
  private readonly sections = new Map<string, Buffer>();

  constructor(blob: Buffer) {
    const head = new ByteReader(blob);
    const found = head.unsigned();
    if (found !== layout) throw new Error(`hour blob of layout ${found}; this version reads 1 and ${layout}`);
    this.count = head.unsigned();
    const lengths = Array.from({ length: head.unsigned() }, (): [string, number] => [
      head.text(),
      head.unsigned(),
    ]);
    let at = head.position;
    for (const [name, length] of lengths) this.sections.set(name, blob.subarray(at, (at += length)));
  }

  has(name: string): boolean {
    return this.sections.has(name);
  }

  times(): number[] {
    return this.whole(unpackSeries(this.section('times'), this.count));
  }

  metric(name: HostMetricName): (number | undefined)[] {
    return unpackSeries(this.section(name), this.count);
  }

  identities(): SampleIdentity[] {
    const reader = new ByteReader(this.section('identities'));
    const texts = Array.from({ length: reader.unsigned() }, () => reader.text());
    const series = Object.fromEntries(
      Object.keys({ ...identityNumbers, run: 0, boot: 0 }).map((name) => [
        name,
        this.whole(unpackSeries(reader.block(), this.count)),
      ]),
    ) as Record<keyof typeof identityNumbers | 'run' | 'boot', number[]>;
    return this.times().map((correctedAtMs, index) => ({
      epoch: series.epoch[index]!,
      seq: series.seq[index]!,
      runId: texts[series.run[index]!]!,
      bootId: texts[series.boot[index]!]!,
      monotonicMs: series.monotonic[index]!,
      observedAtMs: correctedAtMs + series.observed[index]!,
      correctedAtMs,
      receivedAtMs: correctedAtMs + series.delay[index]!,
      intervalSeconds: series.interval[index]!,
    }));
  }

  readings(): Pick<HourColumns, 'skeletonIndexes' | 'skeletons'> {
    const reader = new ByteReader(this.section('readings'));
    const skeletonIndexes = this.whole(unpackSeries(reader.block(), this.count));
    const skeletons = Array.from({ length: reader.unsigned() }, (): SkeletonColumns => {
      const skeleton = reader.text();
      const count = reader.unsigned();
      const series = Array.from({ length: reader.unsigned() }, () =>
        this.whole(unpackSeries(reader.block(), count)),
      );
      return { skeleton, series };
    });
    return { skeletonIndexes, skeletons };
  }

  private section(name: string): Buffer {
    const bytes = this.sections.get(name);
    if (!bytes) throw new Error(`hour blob without ${name}`);
    return zlib.inflateRawSync(bytes);
  }

  private whole(values: readonly (number | undefined)[]): number[] {
    if (values.includes(undefined)) throw new Error('hour blob with a gap where there can be none');
    return values as number[];
  }
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
