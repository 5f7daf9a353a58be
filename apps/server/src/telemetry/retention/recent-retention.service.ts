import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Database } from '../../platform/database/database.js';
import { Logger } from '../../platform/logging/logger.js';
import { hourMs } from '../hours/fold-hour.js';
import { markLate } from '../hours/fold-marks.js';
import { dayMs, SampleDays } from '../recent/sample-days.js';
import { sampleColumns } from '../recent/sample-rows.js';
import { Partitions } from './partitions.js';

/** Samples stay in their table this long after their day: repeated reports are recognised there. */
const keptMs = 2 * dayMs;
/** How many days are made ahead, so that nobody who writes has to. */
const daysAhead = 3;

/** Whether a row's hour holds it: it is folded, nothing of it waits, and it has as many samples as came. */
const unfolded = (table: string) => `
  SELECT part.server_id, hour_at, part.count
    FROM (SELECT server_id, date_trunc('hour', coalesce(corrected_at, observed_at), 'UTC') AS hour_at, count(*) AS count
            FROM ${table} GROUP BY 1, 2) AS part
    LEFT JOIN server_hour_raw AS folded USING (server_id, hour_at)
    LEFT JOIN late_hour AS late USING (server_id, hour_at)
   WHERE folded.sample_count IS NULL OR folded.sample_count < part.count OR late.server_id IS NOT NULL`;

/** Lets whole days of `sample_recent` go once their samples are in hours, counted. */
@Injectable()
export class RecentRetention {
  constructor(
    private readonly database: Database,
    private readonly partitions: Partitions,
    private readonly days: SampleDays,
    private readonly logger: Logger,
  ) {}

  async run(nowMs: number): Promise<void> {
    await this.days.ensure(Array.from({ length: daysAhead + 1 }, (_, ahead) => nowMs + ahead * dayMs));
    for (const name of await this.partitions.leaving('sample_recent')) await this.finish(name);
    for (const { name, toMs } of await this.partitions.list('sample_recent')) {
      if (toMs + keptMs > nowMs || (await this.hasUnfolded(name))) continue;
      this.days.forget();
      await this.finish(await this.partitions.letGo('sample_recent', name));
    }
    await this.clearStrange(nowMs);
  }

  private async hasUnfolded(table: string): Promise<boolean> {
    const { rowCount } = await this.database.query(`${unfolded(pg.escapeIdentifier(table))} LIMIT 1`);
    return (rowCount ?? 0) > 0;
  }

  /** Somebody may have written between the count and the parting: what no hour holds goes back, and the rest goes. */
  private async finish(name: string): Promise<void> {
    const table = pg.escapeIdentifier(name);
    const { rows } = await this.database.query<{ server_id: string; hour_at: Date }>(unfolded(table));
    if (rows.length > 0) {
      const inHours = `(server_id, date_trunc('hour', coalesce(corrected_at, observed_at), 'UTC'))
        IN (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]))`;
      const hours = [rows.map((row) => row.server_id), rows.map((row) => row.hour_at)];
      const observed = await this.database.query<{ at: Date }>(
        `SELECT DISTINCT date_trunc('day', observed_at, 'UTC') AS at FROM ${table} WHERE ${inHours}`,
        hours,
      );
      this.days.forget();
      await this.days.ensure(observed.rows.map(({ at }) => at.getTime()));
      await this.database.transaction(async (client) => {
        await client.query(
          `INSERT INTO sample_recent (${sampleColumns.join(', ')})
           SELECT ${sampleColumns.join(', ')} FROM ${table} WHERE ${inHours} ON CONFLICT DO NOTHING`,
          hours,
        );
        await markLate(
          client,
          rows.map((row) => ({
            serverId: row.server_id,
            correctedAtMs: row.hour_at.getTime(),
            receivedAtMs: Infinity,
          })),
        );
      });
      this.logger.warn('samples that no hour holds were put back', { partition: name, hours: rows.length });
    }
    await this.partitions.drop(name);
  }

  /** Of clocks that were never set there are few samples, in partitions without an end: they go one by one. */
  private async clearStrange(nowMs: number): Promise<void> {
    for (const table of ['sample_recent_early', 'sample_recent_distant']) {
      await this.database.query(
        `DELETE FROM ${table} AS sample USING server_hour_raw AS folded
          WHERE coalesce(corrected_at, observed_at) < $1
            AND folded.server_id = sample.server_id
            AND folded.hour_at = date_trunc('hour', coalesce(corrected_at, observed_at), 'UTC')
            AND NOT EXISTS (SELECT FROM (${unfolded(table)}) AS waiting
                             WHERE waiting.server_id = folded.server_id AND waiting.hour_at = folded.hour_at)`,
        [new Date(nowMs - keptMs - hourMs)],
      );
    }
  }
}
