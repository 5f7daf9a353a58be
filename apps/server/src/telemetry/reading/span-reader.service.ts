import { Inject, Injectable } from '@nestjs/common';
import type { HostMetricName } from '@opsgauge/contract';
import type { Interval, PercentHistogram, ValueSummary } from '@opsgauge/domain';
import { DateTime } from 'luxon';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Database } from '../../platform/database/database.js';
import { hourMs, hourOf, type HistogramMetric } from '../hours/fold-hour.js';
import { unpackHistogram } from '../hours/histogram-bytes.js';
import { histogramColumns, partColumns, summaryTables, type SummaryUnit } from '../hours/summary-rows.js';
import { metricColumn } from '../recent/sample-columns.js';

/** What was summed up of a stretch of time of a server. */
export interface SummarizedSpan {
  readonly fromMs: number;
  /** A metric without values is left out. */
  readonly metrics: Readonly<Partial<Record<HostMetricName, ValueSummary>>>;
  readonly histograms: Readonly<Partial<Record<HistogramMetric, PercentHistogram>>>;
}

/** A window, in hours or days as far as they are summed up, and in stretches for which finer ones have to be read. */
export interface WindowSpans {
  readonly spans: readonly SummarizedSpan[];
  readonly rest: readonly Interval[];
}

/** What is asked of the spans. */
export interface Wanted {
  readonly metrics: readonly HostMetricName[];
  readonly histograms?: readonly HistogramMetric[];
}

/** Reads long windows from hours and days: a year of samples is three million, a year of days 366. */
@Injectable()
export class SpanReader {
  constructor(
    private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The whole days within a window that are summed up; what of them is stale or not over is in the rest. */
  async days(serverId: string, window: Interval, wanted: Wanted): Promise<WindowSpans> {
    const zone = this.configuration.timeZone;
    const dayOf = (ms: number) => DateTime.fromMillis(ms, { zone }).startOf('day');
    const next = dayOf(window.fromMs - 1).plus({ days: 1 });
    const [fromMs, toMs] = [next.toMillis(), dayOf(window.toMs).toMillis()];
    if (fromMs >= toMs) return { spans: [], rest: [window] };
    const known = this.database.query<{ folded_until: Date | null; stale: Date[] | null }>(
      `SELECT (SELECT folded_until FROM server_fold WHERE server_id = $1) AS folded_until,
              (SELECT array_agg(from_at) FROM stale_summary
                WHERE server_id = $1 AND unit = 'day' AND from_at >= $2 AND from_at < $3) AS stale`,
      [serverId, new Date(fromMs), new Date(toMs)],
    );
    // Both are asked for at once; what turns out not to be complete is left out of the answer.
    const [{ rows }, found] = await Promise.all([
      known,
      this.spans('day', serverId, { fromMs, toMs }, wanted),
    ]);
    const foldedUntilMs = rows[0]!.folded_until?.getTime() ?? 0;
    const stale = (rows[0]!.stale ?? []).map((at) => at.getTime());
    const endMs = Math.min(toMs, dayOf(foldedUntilMs).toMillis());
    if (endMs <= fromMs) return { spans: [], rest: [window] };
    const holes = stale
      .filter((at) => at < endMs)
      .map((at) => ({ fromMs: at, toMs: dayOf(at).plus({ days: 1 }).toMillis() }));
    return {
      spans: found.filter((span) => span.fromMs < endMs && !stale.includes(span.fromMs)),
      rest: nonEmpty([
        { fromMs: window.fromMs, toMs: fromMs },
        ...holes,
        { fromMs: endMs, toMs: window.toMs },
      ]),
    };
  }

  /** The whole hours within a window that are folded; what of them is late or not over is in the rest. */
  async hours(serverId: string, window: Interval, wanted: Wanted): Promise<WindowSpans> {
    const fromMs = hourOf(window.fromMs + hourMs - 1);
    if (fromMs >= hourOf(window.toMs)) return { spans: [], rest: [window] };
    const known = this.database.query<{ folded_until: Date; late: Date[] | null }>(
      `SELECT folded_until, (SELECT array_agg(hour_at) FROM late_hour
                              WHERE server_id = $1 AND hour_at >= $2 AND hour_at < $3) AS late
         FROM server_fold WHERE server_id = $1`,
      [serverId, new Date(fromMs), new Date(window.toMs)],
    );
    const [{ rows }, found] = await Promise.all([
      known,
      this.spans('hour', serverId, { fromMs, toMs: hourOf(window.toMs) }, wanted),
    ]);
    const late = (rows[0]?.late ?? []).map((at) => at.getTime());
    const endMs = Math.min(hourOf(window.toMs), rows[0]?.folded_until.getTime() ?? 0);
    if (endMs <= fromMs) return { spans: [], rest: [window] };
    return {
      spans: found.filter((span) => span.fromMs < endMs && !late.includes(span.fromMs)),
      rest: nonEmpty([
        { fromMs: window.fromMs, toMs: fromMs },
        ...late.filter((at) => at < endMs).map((at) => ({ fromMs: at, toMs: at + hourMs })),
        { fromMs: endMs, toMs: window.toMs },
      ]),
    };
  }

  /** Whatever was summed up within a window, also where it is stale. */
  async spans(
    unit: SummaryUnit,
    serverId: string,
    window: Interval,
    { metrics, histograms = [] }: Wanted,
  ): Promise<SummarizedSpan[]> {
    const { table, key } = summaryTables[unit];
    const columns = [
      ...metrics.flatMap((name) => partColumns(metricColumn(name))),
      ...histograms.map((name) => histogramColumns[name]),
    ];
    const { rows } = await this.database.query<Record<string, unknown> & { from_at: Date }>(
      `SELECT ${[`${key} AS from_at`, ...columns].join(', ')} FROM ${table}
        WHERE server_id = $1 AND ${key} >= $2 AND ${key} < $3 ORDER BY ${key}`,
      [serverId, new Date(window.fromMs), new Date(window.toMs)],
    );
    return rows.map((row) => ({
      fromMs: row.from_at.getTime(),
      metrics: Object.fromEntries(
        metrics.flatMap((name): [string, ValueSummary][] => {
          const [count, mean, min, max] = partColumns(metricColumn(name)).map(
            (column) => row[column] as number,
          );
          return count ? [[name, { count, mean: mean!, min: min!, max: max! }]] : [];
        }),
      ),
      histograms: Object.fromEntries(
        histograms.map((name) => [name, unpackHistogram(row[histogramColumns[name]] as Buffer)]),
      ),
    }));
  }
}

const nonEmpty = (intervals: readonly Interval[]): Interval[] =>
  intervals.filter(({ fromMs, toMs }) => fromMs < toMs);
