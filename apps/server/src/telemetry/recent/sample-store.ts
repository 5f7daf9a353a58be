import { Injectable } from '@nestjs/common';
import { BinaryCopyWriter } from '../../platform/database/binary-copy.js';
import { binaryArrays, unnested } from '../../platform/database/binary-columns.js';
import type { Queryable, Transaction } from '../../platform/database/database.js';
import { readingsOf } from '../readings/readings.js';
import { SkeletonStore } from '../readings/skeleton-store.js';
import type { IncomingSample } from './sample-record.js';
import { sampleColumns, sampleValues, writeSampleRow } from './sample-rows.js';

/** What writes a batch of which some was there before. */
const insertAbsentStatement = `
  INSERT INTO sample_recent (${sampleColumns.join(', ')}) SELECT * FROM ${unnested(sampleValues)}
  ON CONFLICT DO NOTHING
  RETURNING server_id, observed_at, seq`;

/** Up to this many rows one statement costs less than a COPY and what goes with it. */
const smallBatchRows = 16;
/** Bytes of a row, about. */
const rowBytes = 420;

/** What identifies a sample: the primary key of the table. */
export const sampleKey = (serverId: string, observedAtMs: number, seq: number): string =>
  `${serverId} ${observedAtMs} ${seq}`;

/** Writes rows of `sample_recent`. */
@Injectable()
export class SampleStore {
  constructor(private readonly skeletons: SkeletonStore) {}

  /**
   * Writes a batch. Nearly always all of it is new and goes in as it is; where PostgreSQL refuses that, for whatever
   * reason, it is tried again row by row, those left out that were there.
   *
   * @returns the keys of the samples that were not there before
   */
  async insert(client: Transaction, samples: readonly IncomingSample[]): Promise<Set<string>> {
    const readings = await this.skeletons.pack(
      client,
      samples.map(({ serverId, sample }) => ({ serverId, readings: readingsOf(sample) })),
    );
    if (samples.length <= smallBatchRows) return this.insertAbsent(client, samples, readings);
    const keys = samples.map(({ serverId, observedAtMs, sample }) =>
      sampleKey(serverId, observedAtMs, sample.seq),
    );
    const unique = new Set(keys);
    if (unique.size === samples.length && (await this.copy(client, samples, readings))) return unique;
    return this.insertAbsent(client, samples, readings);
  }

  /** @returns whether it went in; where it did not, nothing of it did */
  private async copy(
    client: Transaction,
    samples: readonly IncomingSample[],
    readings: readonly Buffer[],
  ): Promise<boolean> {
    const writer = new BinaryCopyWriter(64 + rowBytes * samples.length);
    samples.forEach((sample, index) => writeSampleRow(writer, sample, readings[index]!));
    await client.query('SAVEPOINT batch');
    try {
      await client.copyIn(`sample_recent (${sampleColumns.join(', ')})`, writer.finish());
      return true;
    } catch (error) {
      // A connection that broke says so again.
      await client.query('ROLLBACK TO SAVEPOINT batch').catch(() => Promise.reject(error));
      return false;
    }
  }

  private async insertAbsent(
    client: Queryable,
    samples: readonly IncomingSample[],
    readings: readonly Buffer[],
  ): Promise<Set<string>> {
    const written = await client.query<{ server_id: string; observed_at: Date; seq: string }>(
      insertAbsentStatement,
      binaryArrays(
        sampleValues,
        samples.map((incoming, index) => ({ incoming, readings: readings[index]! })),
      ),
      'insert-absent-samples',
    );
    return new Set(
      written.rows.map((row) => sampleKey(row.server_id, row.observed_at.getTime(), Number(row.seq))),
    );
  }
}
