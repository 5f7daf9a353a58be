import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Database } from '../../platform/database/database.js';
import { Logger } from '../../platform/logging/logger.js';
import { hourMs } from '../hours/fold-hour.js';
import { ensureMonth } from '../hours/hour-months.js';
import { dayMs } from '../recent/sample-days.js';
import { Partitions } from './partitions.js';

/** Samples in full are kept so long whatever the budget says: an agent may come back with them so late. */
export const rawKeptDaysMin = 35;
/** Rows of hours are kept so long. */
export const hoursKeptYears = 5;

/** Lets months of hours go: of the samples in full beyond the disk budget, of the summaries beyond their years. */
@Injectable()
export class HourRetention {
  constructor(
    private readonly database: Database,
    private readonly partitions: Partitions,
    private readonly logger: Logger,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async run(nowMs: number): Promise<void> {
    for (const ahead of [0, 7 * dayMs]) await ensureMonth(this.database, nowMs + ahead);
    for (const table of ['server_hour', 'server_hour_raw']) {
      for (const name of await this.partitions.leaving(table)) await this.finish(table, name);
    }
    const raw = await this.partitions.list('server_hour_raw');
    let bytes = raw.reduce((sum, part) => sum + part.bytes, 0);
    for (const part of raw) {
      if (bytes <= this.configuration.rawBudgetBytes || part.toMs > nowMs - rawKeptDaysMin * dayMs) break;
      if (await this.isAllKept(part.name)) continue;
      await this.finish('server_hour_raw', await this.partitions.letGo('server_hour_raw', part.name));
      this.logger.warn('samples beyond the disk budget were let go', {
        partition: part.name,
        bytes: part.bytes,
      });
      bytes -= part.bytes;
    }
    for (const part of await this.partitions.list('server_hour')) {
      if (part.toMs > nowMs - hoursKeptYears * 366 * dayMs) break;
      await this.finish('server_hour', await this.partitions.letGo('server_hour', part.name));
    }
  }

  private async isAllKept(name: string): Promise<boolean> {
    const { rowCount } = await this.database.query(
      `SELECT FROM ${pg.escapeIdentifier(name)} AS hour WHERE NOT ${isKept} LIMIT 1`,
    );
    return rowCount === 0;
  }

  /** What figures rest on goes back to its month, and the rest goes. */
  private async finish(table: string, name: string): Promise<void> {
    const gone = pg.escapeIdentifier(name);
    if (table === 'server_hour_raw') {
      const { rows } = await this.database.query<{ hour_at: Date | null }>(
        `SELECT min(hour_at) AS hour_at FROM ${gone} AS hour WHERE ${isKept}`,
      );
      const kept = rows[0]?.hour_at;
      if (kept) {
        await ensureMonth(this.database, kept.getTime());
        await this.database.query(
          `INSERT INTO server_hour_raw SELECT * FROM ${gone} AS hour WHERE ${isKept} ON CONFLICT DO NOTHING`,
        );
      }
    }
    await this.partitions.drop(name);
  }
}

/** Whether somebody asked for an hour to be kept. */
const isKept = `EXISTS (SELECT FROM kept_span WHERE kept_span.server_id = hour.server_id
  AND from_at < hour.hour_at + interval '${hourMs / 1000} seconds' AND to_at > hour.hour_at)`;
