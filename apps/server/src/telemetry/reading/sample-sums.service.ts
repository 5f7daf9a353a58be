import { Injectable } from '@nestjs/common';
import type { HostMetricName } from '@opsgauge/contract';
import type { Interval } from '@opsgauge/domain';
import { Database } from '../../platform/database/database.js';
import { hourMs, hourOf } from '../hours/fold-hour.js';
import { decodeMetrics } from '../hours/hour-blob.js';
import { partColumns } from '../hours/summary-rows.js';
import { metricColumn } from '../recent/sample-columns.js';
import { samplesInWindow } from '../recent/sample-rows.js';
import type { BucketSums } from './bucket-sums.js';
import type { Buckets } from './bucket.js';
import { readCoverage, type CoveragePart } from './coverage.js';
import { countGoneHours, readPackedHours } from './packed-hours.js';
import { SampleReader } from './sample-reader.service.js';

/** Where values of single metrics go, each with its time by the hub's clock. */
export type ValueSink = (name: HostMetricName, ms: number, value: number) => void;

/** Values of single metrics straight from the samples, without unpacking the rest of them. */
@Injectable()
export class SampleSums {
  constructor(
    private readonly database: Database,
    private readonly reader: SampleReader,
  ) {}

  /**
   * Adds the samples of a window.
   *
   * @returns whether all were there: of old hours only what was summed up may be left
   */
  async add(
    serverId: string,
    window: Interval,
    names: readonly HostMetricName[],
    sums: BucketSums<HostMetricName>,
    buckets: Buckets,
  ): Promise<boolean> {
    const sink: ValueSink = (name, ms, value) => sums.add(name, ms, value);
    const parts = await readCoverage(this.database, serverId, window);
    const whole = await Promise.all(
      parts.map((part) =>
        part.in === 'recent'
          ? this.addRecent(serverId, part, names, sums, buckets)
          : this.each(serverId, part, names, sink),
      ),
    );
    return !whole.includes(false);
  }

  /** Tells every value of a window, in no order between the parts of it; see {@link add}. */
  async values(
    serverId: string,
    window: Interval,
    names: readonly HostMetricName[],
    sink: ValueSink,
  ): Promise<boolean> {
    const parts = await readCoverage(this.database, serverId, window);
    const whole = await Promise.all(parts.map((part) => this.each(serverId, part, names, sink)));
    return !whole.includes(false);
  }

  private async each(
    serverId: string,
    part: CoveragePart,
    names: readonly HostMetricName[],
    sink: ValueSink,
  ): Promise<boolean> {
    if (part.in !== 'folded') {
      for (const { correctedAtMs, metrics } of await this.reader.readPart(serverId, part)) {
        for (const name of names) if (metrics[name] !== undefined) sink(name, correctedAtMs, metrics[name]);
      }
      return true;
    }
    const hours = await readPackedHours(this.database, serverId, part, 'metrics');
    for (const { blob } of hours) {
      const { timesMs, values } = decodeMetrics(blob, names);
      for (const name of names) {
        const series = values[name];
        timesMs.forEach((ms, index) => {
          const value = series[index];
          if (value !== undefined && ms >= part.fromMs && ms < part.toMs) sink(name, ms, value);
        });
      }
    }
    const hoursAsked = (hourOf(part.toMs - 1) - hourOf(part.fromMs)) / hourMs + 1;
    // A host that was off has no hours either: only where some are missing it is asked why.
    return hours.length === hoursAsked || (await countGoneHours(this.database, serverId, part)) === 0;
  }

  private async addRecent(
    serverId: string,
    part: Interval,
    names: readonly HostMetricName[],
    sums: BucketSums<HostMetricName>,
    buckets: Buckets,
  ): Promise<boolean> {
    const aggregates = names.map((name) => {
      const column = metricColumn(name);
      const [count, mean, min, max] = partColumns(column);
      return `count(${column})::int4 AS ${count}, avg(${column}) AS ${mean}, min(${column}) AS ${min}, max(${column}) AS ${max}`;
    });
    const { rows } = await this.database.query<Record<string, number> & { bucket: string }>(
      `SELECT floor((extract(epoch FROM coalesce(corrected_at, observed_at)) * 1000 - $4) / $5)::int8 AS bucket, ${aggregates.join(', ')}
         FROM sample_recent WHERE ${samplesInWindow} GROUP BY 1`,
      [serverId, new Date(part.fromMs), new Date(part.toMs), buckets.startMs(0), buckets.widthMs],
    );
    for (const row of rows) {
      for (const name of names) {
        const [count, mean, min, max] = partColumns(metricColumn(name)).map((column) => Number(row[column]));
        if (count) sums.merge(name, Number(row.bucket), { count, mean: mean!, min: min!, max: max! });
      }
    }
    return true;
  }
}
