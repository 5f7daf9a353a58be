import { Injectable } from '@nestjs/common';
import type { DayOfDisk, Interval } from '@opsgauge/domain';
import { BinaryCopyReader, uuidOf } from '../../platform/database/binary-copy.js';
import { literal } from '../../platform/database/copy-rows.js';
import { Database } from '../../platform/database/database.js';
import { summaryTables } from '../hours/summary-rows.js';

const halfDayMs = 43_200_000;

/** How full servers' fullest mounts were from day to day. */
@Injectable()
export class DailyDisk {
  constructor(private readonly database: Database) {}

  /** The days of a window that are summed up, by server, in order. */
  async ofAll({ fromMs, toMs }: Interval): Promise<Map<string, DayOfDisk[]>> {
    const { table, key } = summaryTables.day;
    const reader = new BinaryCopyReader(
      await this.database.copyOut(
        `SELECT server_id, ${key}, disk_used_percent_mean FROM ${table}
          WHERE ${key} >= ${literal(new Date(fromMs))} AND ${key} < ${literal(new Date(toMs))}
            AND disk_used_percent_count > 0
          ORDER BY server_id, ${key}`,
      ),
    );
    const byServer = new Map<string, DayOfDisk[]>();
    while (reader.nextRow()) {
      const serverId = uuidOf(reader.uuid()!);
      const atMs = reader.timestamptz()!;
      const usedPercent = reader.float8()!;
      const days = byServer.get(serverId) ?? [];
      byServer.set(serverId, days);
      // A mean is that of the day's middle.
      days.push({ atMs: atMs + halfDayMs, usedPercent });
    }
    return byServer;
  }
}
