import { Injectable } from '@nestjs/common';
import { percentileOf, histogramBins, type Interval } from '@opsgauge/domain';
import { BinaryCopyReader, uuidOf } from '../../platform/database/binary-copy.js';
import { literal } from '../../platform/database/copy-rows.js';
import { Database } from '../../platform/database/database.js';
import { histogramMetrics, type HistogramMetric } from '../hours/fold-hour.js';
import { addHistogram } from '../hours/histogram-bytes.js';
import { histogramColumns, summaryTables, type SummaryUnit } from '../hours/summary-rows.js';
import { metricColumn } from '../recent/sample-columns.js';

/** A percentage of a server's period: how high it was on the whole, at its highest, and nearly always at most. */
export interface LoadSummary {
  readonly mean: number;
  readonly max: number;
  /** At most a percentage point from that of the samples. */
  readonly p95: number;
}
export type ServerLoad = Readonly<Record<HistogramMetric, LoadSummary | null>>;

/** What has been gathered of one metric of one server. */
interface Gathered {
  count: number;
  sum: number;
  max: number;
  readonly bins: number[];
}

/** The load of all servers at once, from days and months that are summed up: never from hours or samples. */
@Injectable()
export class FleetSummaries {
  constructor(private readonly database: Database) {}

  /**
   * The days or months that begin within a window, put together by server; a server of which nothing was summed up is
   * left out.
   */
  async ofAll(unit: Exclude<SummaryUnit, 'hour'>, window: Interval): Promise<Map<string, ServerLoad>> {
    const { table, key } = summaryTables[unit];
    const columns = histogramMetrics.flatMap((name) => {
      const column = metricColumn(name);
      return [`${column}_count`, `${column}_mean`, `${column}_max`, histogramColumns[name]];
    });
    const rows = await this.database.copyOut(
      `SELECT server_id, ${columns.join(', ')} FROM ${table}
        WHERE ${key} >= ${literal(new Date(window.fromMs))} AND ${key} < ${literal(new Date(window.toMs))}`,
    );
    const reader = new BinaryCopyReader(rows);
    const servers = new Map<string, Gathered[]>();
    while (reader.nextRow()) {
      const id = reader.uuid()!;
      let gathered = servers.get(id);
      if (!gathered) servers.set(id, (gathered = histogramMetrics.map(nothing)));
      for (const one of gathered) {
        const count = reader.int4()!;
        one.count += count;
        one.sum += count * (reader.float8() ?? 0);
        one.max = Math.max(one.max, reader.float4() ?? 0);
        addHistogram(one.bins, reader.bytea()!);
      }
    }
    return new Map([...servers].map(([hex, gathered]) => [uuidOf(hex), loadOf(gathered)]));
  }
}

const nothing = (): Gathered => ({
  count: 0,
  sum: 0,
  max: 0,
  bins: new Array<number>(histogramBins).fill(0),
});

const loadOf = (gathered: readonly Gathered[]): ServerLoad =>
  Object.fromEntries(
    histogramMetrics.map((name, index): [string, LoadSummary | null] => {
      const { count, sum, max, bins } = gathered[index]!;
      return [
        name,
        count === 0 ? null : { mean: sum / count, max, p95: Math.min(max, percentileOf(bins, 0.95)!) },
      ];
    }),
  ) as ServerLoad;
