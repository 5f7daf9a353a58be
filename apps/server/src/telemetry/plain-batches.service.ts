import { Injectable } from '@nestjs/common';
import { binaryArrays, unnested } from '../platform/database/binary-columns.js';
import { Database } from '../platform/database/database.js';
import { isStoreError } from '../platform/errors/error-filter.js';
import { applyReports, type PendingReport } from './apply-reports.js';
import { isLateForHour } from './hours/fold-marks.js';
import { latestValues, saveLatestStatement } from './latest-rows.js';
import { LatestStore } from './latest-store.js';
import { readingsOf } from './readings/readings.js';
import { SkeletonStore } from './readings/skeleton-store.js';
import type { IncomingSample } from './recent/sample-record.js';
import { sampleColumns, sampleValues } from './recent/sample-rows.js';
import { sampleKey } from './recent/sample-store.js';

/** Some forty rows cost about what they do by COPY; where far more come together its turns weigh nothing. */
const plainRowsMax = 200;

const statement = `
  WITH saved AS (${saveLatestStatement})
  INSERT INTO sample_recent (${sampleColumns.join(', ')})
  SELECT * FROM ${unnested(sampleValues, latestValues.length + 1)}`;

/**
 * Writes what nearly every batch is: the next samples of servers that this hub heard last, of the devices they had, in
 * time and in order. What the database would say of them is known, so it is not asked: one statement writes them, and
 * fails where another hub has written meanwhile or a sample was there before.
 */
@Injectable()
export class PlainBatches {
  constructor(
    private readonly database: Database,
    private readonly latest: LatestStore,
    private readonly skeletons: SkeletonStore,
  ) {}

  /**
   * @returns the keys of the samples; null where nothing was written, and the batch is to be looked at with care
   * @throws the database's error where it is away, and what was written is not known
   */
  async write(
    reports: readonly PendingReport[],
    incoming: readonly IncomingSample[],
  ): Promise<Set<string> | null> {
    if (incoming.length === 0 || incoming.length > plainRowsMax) return null;
    if (incoming.some((one) => isLateForHour(one.correctedAtMs, one.receivedAtMs))) return null;
    const known = this.latest.remembered([...new Set(reports.map(({ serverId }) => serverId))]);
    if (!known) return null;
    const keys = new Set(
      incoming.map(({ serverId, observedAtMs, sample }) => sampleKey(serverId, observedAtMs, sample.seq)),
    );
    if (keys.size < incoming.length) return null;
    const { latest, discontinuities } = applyReports(known, reports, keys);
    if (discontinuities.size > 0) return null;
    const packed = this.skeletons.packKnown(
      incoming.map(({ serverId, sample }) => ({ serverId, readings: readingsOf(sample) })),
    );
    if (!packed) return null;
    // Whoever writes several does it in the order of the servers.
    latest.sort((one, other) => (one.serverId < other.serverId ? -1 : 1));
    const rows = incoming.map((one, index) => ({ incoming: one, readings: packed[index]! }));
    try {
      const values = [...binaryArrays(latestValues, latest), ...binaryArrays(sampleValues, rows)];
      await this.database.query(statement, values, 'plain-batch');
    } catch (error) {
      if (isStoreError(error)) throw error;
      return null;
    }
    this.latest.remember(latest);
    return keys;
  }
}
