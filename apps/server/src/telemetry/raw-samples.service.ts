import { Injectable } from '@nestjs/common';
import type { HostMetrics, RawSample, RawSamplesResponse } from '@opsgauge/contract';
import type { Interval } from '@opsgauge/domain';
import { Database } from '../platform/database/database.js';
import { metricColumns } from './sample-columns.js';
import { samplesInWindow } from './series.service.js';

type Row = Record<string, unknown> & {
  observed_at: Date;
  corrected_at: Date | null;
  received_at: Date;
};

/** The samples themselves, as stored: where every figure ends. */
@Injectable()
export class RawSamplesService {
  constructor(private readonly database: Database) {}

  /** Up to `limit` samples from the window's start (`first`) or end (`last`), in order of time, and how many there are. */
  async list(
    serverId: string,
    window: Interval,
    limit: number,
    order: 'first' | 'last',
  ): Promise<RawSamplesResponse> {
    const values = [serverId, new Date(window.fromMs), new Date(window.toMs)];
    const direction = order === 'first' ? 'ASC' : 'DESC';
    const [{ rows }, counted] = await Promise.all([
      this.database.query<Row>(
        `SELECT * FROM sample_recent WHERE ${samplesInWindow}
          ORDER BY coalesce(corrected_at, observed_at) ${direction}, seq ${direction} LIMIT $4`,
        [...values, limit],
      ),
      this.database.query<{ total: string }>(
        `SELECT count(*) AS total FROM sample_recent WHERE ${samplesInWindow}`,
        values,
      ),
    ]);
    const items = rows.map(toRawSample);
    return { items: order === 'first' ? items : items.reverse(), total: Number(counted.rows[0]!.total) };
  }
}

function toRawSample(row: Row): RawSample {
  const metrics: HostMetrics = {};
  for (const { name, column } of metricColumns) {
    const value = row[column];
    if (typeof value === 'number') metrics[name] = value;
  }
  return {
    epoch: Number(row['epoch']),
    seq: Number(row['seq']),
    runId: String(row['run_id']),
    bootId: String(row['boot_id']),
    observedAt: row.observed_at.toISOString(),
    correctionMs: row.corrected_at ? row.corrected_at.getTime() - row.observed_at.getTime() : 0,
    receivedAt: row.received_at.toISOString(),
    intervalSeconds: Number(row['interval_seconds']),
    metrics,
  };
}
