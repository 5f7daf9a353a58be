import zlib from 'node:zlib';
import type { HostMetricName } from '@opsgauge/contract';
import { ByteReader } from './byte-stream.js';
import type { HourColumns, SkeletonColumns } from './hour-columns.js';
import { unpackSeries } from './packed-series.js';
import type { SampleIdentity } from './stored-sample.js';

/**
 * An hour's samples of one server as bytes: a layout number, how many samples there are, the names and lengths of the
 * sections, and the sections, each deflated by itself, so that a chart unpacks times and one metric and no more. Nothing
 * is lost: what comes out equals what went in, and a figure of years ago still opens to its samples.
 */
export const layout = 2;

/** The numbers of an identity, in the order in which they are written; times as differences from the true one. */
export const identityNumbers = {
  observed: ({ observedAtMs, correctedAtMs }) => observedAtMs - correctedAtMs,
  delay: ({ receivedAtMs, correctedAtMs }) => receivedAtMs - correctedAtMs,
  epoch: ({ epoch }) => epoch,
  seq: ({ seq }) => seq,
  monotonic: ({ monotonicMs }) => monotonicMs,
  interval: ({ intervalSeconds }) => intervalSeconds,
} satisfies Record<string, (identity: SampleIdentity) => number>;

/** The sections of a blob, unpacked as they are asked for. */
export class OpenHour {
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
