import { Injectable } from '@nestjs/common';
import type { Interval } from '@opsgauge/domain';
import { Database } from '../../platform/database/database.js';
import { columnsOf, samplesOf, unite } from '../hours/hour-columns.js';
import { decodeHour } from '../hours/hour-blob.js';
import type { StoredSample } from '../hours/stored-sample.js';
import { SkeletonStore } from '../readings/skeleton-store.js';
import { samplesInWindow, toStoredSample, type SampleRow } from '../recent/sample-rows.js';
import { readCoverage, type CoveragePart } from './coverage.js';
import { readPackedHours } from './packed-hours.js';

/** A server's samples in full, wherever they are: in hours, in the table of the last days, or in both. */
@Injectable()
export class SampleReader {
  constructor(
    private readonly database: Database,
    private readonly skeletons: SkeletonStore,
  ) {}

  /** Where the samples of a window are. */
  coverage(serverId: string, window: Interval): Promise<CoveragePart[]> {
    return readCoverage(this.database, serverId, window);
  }

  /** @returns in order of true time, each once */
  async read(serverId: string, window: Interval): Promise<StoredSample[]> {
    const parts = await this.coverage(serverId, window);
    return (await Promise.all(parts.map((part) => this.readPart(serverId, part)))).flat();
  }

  /** @returns those of one part, in order of true time, each once */
  async readPart(serverId: string, part: CoveragePart): Promise<StoredSample[]> {
    const isWithin = ({ correctedAtMs }: StoredSample) =>
      correctedAtMs >= part.fromMs && correctedAtMs < part.toMs;
    const folded =
      part.in === 'recent'
        ? []
        : (await readPackedHours(this.database, serverId, part))
            .flatMap(({ blob }) => samplesOf(decodeHour(blob)))
            .filter(isWithin);
    if (part.in === 'folded') return folded;
    const recent = await this.recent(serverId, part);
    return part.in === 'recent' ? recent : samplesOf(unite(columnsOf(folded), columnsOf(recent)));
  }

  /**
   * Those of the table of the last days.
   *
   * @param cut how many at most, and from which end of the window; all where it is left out
   */
  async recent(
    serverId: string,
    window: Interval,
    cut?: { readonly limit: number; readonly order: 'first' | 'last' },
  ): Promise<StoredSample[]> {
    const direction = cut?.order === 'last' ? 'DESC' : 'ASC';
    const { rows } = await this.database.query<SampleRow>(
      `SELECT * FROM sample_recent WHERE ${samplesInWindow}
        ORDER BY coalesce(corrected_at, observed_at) ${direction}, seq ${direction} LIMIT $4`,
      [serverId, new Date(window.fromMs), new Date(window.toMs), cut?.limit ?? null],
    );
    if (rows.length === 0) return [];
    // After the rows: a skeleton is written with its first sample.
    const skeletons = await this.skeletons.ofServer(serverId);
    const samples = rows.map((row) => toStoredSample(row, skeletons));
    return cut?.order === 'last' ? samples.reverse() : samples;
  }
}
