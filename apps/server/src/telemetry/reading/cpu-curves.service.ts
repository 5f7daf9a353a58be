import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { hourMs } from '../hours/fold-hour.js';

/** Every server's CPU of the last hour, for the small curves of the overview. */
@Injectable()
export class CpuCurves {
  constructor(private readonly database: Database) {}

  /** Means over the hour before `nowMs`, in `steps` equal parts; null where nothing was heard. */
  async lastHour(nowMs: number, steps: number): Promise<Map<string, (number | null)[]>> {
    const { rows } = await this.database.query<{ server_id: string; step: number; cpu: number | null }>(
      `SELECT server_id, floor(extract(epoch FROM coalesce(corrected_at, observed_at) - $1::timestamptz) / $3)::int4 AS step,
              avg(cpu_percent) AS cpu
         FROM sample_recent
        WHERE (corrected_at IS NULL AND observed_at >= $1 AND observed_at < $2)
           OR (corrected_at >= $1 AND corrected_at < $2)
        GROUP BY 1, 2`,
      [new Date(nowMs - hourMs), new Date(nowMs), 3600 / steps],
    );
    const byServer = new Map<string, (number | null)[]>();
    for (const { server_id, step, cpu } of rows) {
      const values = byServer.get(server_id) ?? Array.from({ length: steps }, () => null);
      values[step] = cpu === null ? null : Math.round(cpu * 100) / 100;
      byServer.set(server_id, values);
    }
    return byServer;
  }
}
