import { Injectable } from '@nestjs/common';
import type { RawSample, RawSamplesResponse } from '@opsgauge/contract';
import type { Interval } from '@opsgauge/domain';
import { instantText } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { samplesInWindow, toStoredSample, type SampleRow } from './sample-rows.js';

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
      this.database.query<SampleRow>(
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

const toRawSample = (row: SampleRow): RawSample => {
  const {
    observedAtMs,
    correctedAtMs,
    receivedAtMs,
    devices: _devices,
    monotonicMs: _monotonic,
    ...rest
  } = toStoredSample(row);
  return {
    ...rest,
    observedAt: instantText(observedAtMs),
    correctionMs: correctedAtMs - observedAtMs,
    receivedAt: instantText(receivedAtMs),
  };
};
