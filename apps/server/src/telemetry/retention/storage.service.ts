import { Inject, Injectable } from '@nestjs/common';
import type { StoragePart, StorageResponse } from '@opsgauge/contract';
import pg from 'pg';
import { instantText } from '../../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { hourMs } from '../hours/fold-hour.js';
import { dayMs } from '../recent/sample-days.js';
import { hoursKeptYears, rawKeptDaysMin } from './hour-retention.service.js';
import { Partitions } from './partitions.js';

/** The tables of each part, when a row of them was, and how long a row lasts. */
const parts: { part: StoragePart; table: string; at: string; lengthMs: number }[] = [
  { part: 'recent', table: 'sample_recent', at: 'received_at', lengthMs: 0 },
  { part: 'raw', table: 'server_hour_raw', at: 'hour_at', lengthMs: hourMs },
  { part: 'hours', table: 'server_hour', at: 'hour_at', lengthMs: hourMs },
  { part: 'days', table: 'server_day', at: 'day_at', lengthMs: dayMs },
  { part: 'months', table: 'server_month', at: 'month_at', lengthMs: 31 * dayMs },
];

/** How much the telemetry takes up and how far back it goes. */
@Injectable()
export class StorageService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly partitions: Partitions,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async read(): Promise<StorageResponse> {
    const [sizes, state] = await Promise.all([
      Promise.all(parts.map((one) => this.readPart(one))),
      this.state(),
    ]);
    const known = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    return {
      databaseBytes: state.databaseBytes,
      rawBudgetBytes: this.configuration.rawBudgetBytes,
      rawKeptDays: rawKeptDaysMin,
      hoursKeptYears,
      parts: [
        ...sizes,
        { part: 'other', bytes: Math.max(0, state.databaseBytes - known), from: null, to: null },
      ],
      foldedUntil: state.foldedUntil && instantText(state.foldedUntil.getTime()),
      lateHours: state.lateHours,
      keptSpans: state.keptSpans,
      jobs: [...this.jobs.lastSuccessMs()].map(([name, ms]) => ({
        name,
        lastSuccessAt: ms === null ? null : instantText(ms),
      })),
    };
  }

  private async readPart({ part, table, at, lengthMs }: (typeof parts)[number]) {
    const { rows } = await this.database.query<{ bytes: string }>(
      `SELECT coalesce((SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree($1::regclass)),
                       pg_total_relation_size($1::regclass)) AS bytes`,
      [table],
    );
    const pieces = (await this.partitions.list(table)).map(({ name }) => name);
    const names = pieces.length > 0 ? pieces : [table];
    const [first, last] = [
      await this.bound('min', at, names),
      await this.bound('max', at, names.toReversed()),
    ];
    return {
      part,
      bytes: Number(rows[0]!.bytes),
      from: first && instantText(first.getTime()),
      to: last && instantText(last.getTime() + lengthMs),
    };
  }

  /** The least or greatest moment, from the first of the pieces that has any: the others need not be read. */
  private async bound(bound: 'min' | 'max', at: string, names: readonly string[]): Promise<Date | null> {
    for (const name of names) {
      const { rows } = await this.database.query<{ found: Date | null }>(
        `SELECT ${bound}(${at}) AS found FROM ${pg.escapeIdentifier(name)}`,
      );
      if (rows[0]!.found) return rows[0]!.found;
    }
    return null;
  }

  private async state() {
    const { rows } = await this.database.query<{
      bytes: string;
      folded_until: Date | null;
      late: number;
      kept: number;
    }>(
      `SELECT pg_database_size(current_database()) AS bytes,
              (SELECT min(folded_until) FROM server_fold) AS folded_until,
              (SELECT count(*)::int4 FROM late_hour) AS late,
              (SELECT count(*)::int4 FROM kept_span) AS kept`,
    );
    const { bytes, folded_until, late, kept } = rows[0]!;
    return { databaseBytes: Number(bytes), foldedUntil: folded_until, lateHours: late, keptSpans: kept };
  }
}
