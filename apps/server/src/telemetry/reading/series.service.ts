import { Inject, Injectable } from '@nestjs/common';
import {
  hostMetricNames,
  type FiguresBasis,
  type HostMetricName,
  type MetricSeries,
  type SamplesResponse,
} from '@opsgauge/contract';
import type { Interval } from '@opsgauge/domain';
import { instantText } from '../../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { hourMs } from '../hours/fold-hour.js';
import { LatestStore } from '../latest-store.js';
import { dayMs } from '../recent/sample-days.js';
import { BucketSums } from './bucket-sums.js';
import { Buckets, bucketSeconds } from './bucket.js';
import { SampleSums } from './sample-sums.service.js';
import { SpanReader } from './span-reader.service.js';

/** Averages over time, for charts. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly latest: LatestStore,
    private readonly spans: SpanReader,
    private readonly samples: SampleSums,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * Mean, minimum and maximum of metrics in at most `points` aligned buckets; null where nothing was heard. Where the
   * samples of a short window are gone, the buckets are as wide as the hours that are left.
   */
  async range(
    serverId: string,
    window: Interval,
    points: number,
    names: readonly HostMetricName[] = hostMetricNames,
  ): Promise<SamplesResponse> {
    const widthMs = await this.widthMs(serverId, window, points);
    const buckets = new Buckets(window, widthMs, this.configuration.timeZone);
    const sums = new BucketSums<HostMetricName>(buckets.of);
    if (await this.gather(serverId, window, names, sums, buckets)) {
      return answer(window, buckets, sums, names, widthMs < hourMs ? 'samples' : 'hours');
    }
    const wide = new Buckets(window, Math.max(widthMs, hourMs), this.configuration.timeZone);
    const wideSums = new BucketSums<HostMetricName>(wide.of);
    await this.gather(serverId, window, names, wideSums, wide);
    return answer(window, wide, wideSums, names, 'hours');
  }

  /** The width of the buckets in which a server's window is charted. */
  async widthMs(serverId: string, window: Interval, points: number): Promise<number> {
    const intervalMs = await this.latest.intervalMs(serverId);
    return bucketSeconds(window.toMs - window.fromMs, points, (intervalMs ?? 10_000) / 1000) * 1000;
  }

  /** @returns whether all samples that had to be read were there */
  private async gather(
    serverId: string,
    window: Interval,
    names: readonly HostMetricName[],
    sums: BucketSums<HostMetricName>,
    buckets: Buckets,
  ): Promise<boolean> {
    let rest: readonly Interval[] = [window];
    for (const [unit, unitMs] of [
      ['days', dayMs],
      ['hours', hourMs],
    ] as const) {
      if (buckets.widthMs % unitMs !== 0) continue;
      const read = await Promise.all(
        rest.map((part) => this.spans[unit](serverId, part, { metrics: names })),
      );
      for (const { fromMs, metrics } of read.flatMap(({ spans }) => spans)) {
        // A day of a clock that was put forward or back begins an hour beside the others.
        const bucket = buckets.of(fromMs + unitMs / 2);
        for (const name of names) if (metrics[name]) sums.merge(name, bucket, metrics[name]);
      }
      rest = read.flatMap((part) => part.rest);
    }
    const whole = await Promise.all(
      rest.map((part) => this.samples.add(serverId, part, names, sums, buckets)),
    );
    // What is missing at the edge of a wide bucket is not worth another reading.
    return buckets.widthMs >= hourMs || !whole.includes(false);
  }
}

/** What charts of any series answer. */
export const bucketsAnswer = (window: Interval, buckets: Buckets, basis: FiguresBasis) => ({
  from: instantText(window.fromMs),
  to: instantText(window.toMs),
  bucketSeconds: buckets.widthMs / 1000,
  times: buckets.numbers().map((bucket) => instantText(buckets.startMs(bucket))),
  basis,
});

export function seriesOf<Name extends string>(
  name: Name,
  buckets: Buckets,
  sums: BucketSums<Name>,
): MetricSeries {
  const summaries = buckets.numbers().map((bucket) => sums.summary(name, bucket));
  const pick = (part: 'mean' | 'min' | 'max') => summaries.map((summary) => summary?.[part] ?? null);
  return { mean: pick('mean'), min: pick('min'), max: pick('max') };
}

const answer = (
  window: Interval,
  buckets: Buckets,
  sums: BucketSums<HostMetricName>,
  names: readonly HostMetricName[],
  basis: FiguresBasis,
): SamplesResponse => ({
  ...bucketsAnswer(window, buckets, basis),
  series: Object.fromEntries(names.map((name) => [name, seriesOf(name, buckets, sums)])),
});
