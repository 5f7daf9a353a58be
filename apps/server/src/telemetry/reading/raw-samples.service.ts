import { Injectable } from '@nestjs/common';
import type { RawSample, RawSamplesQuery, RawSamplesResponse } from '@opsgauge/contract';
import type { Interval } from '@opsgauge/domain';
import { instantText } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { hourMs, hourOf } from '../hours/fold-hour.js';
import type { StoredSample } from '../hours/stored-sample.js';
import { samplesInWindow } from '../recent/sample-rows.js';
import type { CoveragePart } from './coverage.js';
import { countGoneHours, countPackedHours, earliestPackedHour } from './packed-hours.js';
import { cursorOf, cutPage, leftOf } from './raw-pages.js';
import { SampleReader } from './sample-reader.service.js';

/** Which page, and what of its samples. */
type RawPage = Omit<RawSamplesQuery, 'from' | 'to'>;

/** A stretch whose samples are read together, and how many it has. */
interface Stretch extends CoveragePart {
  readonly count: number;
}

/** The samples themselves, as stored: where every figure ends. */
@Injectable()
export class RawSamplesService {
  constructor(
    private readonly database: Database,
    private readonly reader: SampleReader,
  ) {}

  /**
   * One page of the samples from the window's start (`first`) or end (`last`), in order of time, how many there are in
   * the window, and what to ask the next page with.
   */
  async list(serverId: string, window: Interval, page: RawPage): Promise<RawSamplesResponse> {
    const { order, limit } = page;
    const stretches = await this.stretches(serverId, window);
    const given = cursorOf(page.cursor);
    const left = given ? stretches.flatMap((one) => leftOf(one, given, order)) : stretches;
    // One more than the page has tells whether there is another.
    const found = await this.take(
      serverId,
      order === 'first' ? left : left.toReversed(),
      (given?.count ?? 0) + limit + 1,
      order,
    );
    const { items, next } = cutPage(found, given, order, limit);
    const [gone, rawFrom] = await Promise.all([
      countGoneHours(this.database, serverId, window),
      this.rawFrom(serverId),
    ]);
    return {
      items: items.map((one) => toRawSample(one, page.include === 'devices')),
      total: stretches.reduce((sum, { count }) => sum + count, 0),
      nextCursor: next,
      basis: gone > 0 ? 'hours' : 'samples',
      rawFrom: rawFrom === null ? null : instantText(rawFrom),
    };
  }

  /** The window in pieces of an hour or of what is not folded, each counted; hours at its edges only as far as it goes. */
  private async stretches(serverId: string, window: Interval): Promise<Stretch[]> {
    const parts = await this.reader.coverage(serverId, window);
    const counted = await Promise.all(
      parts.map(async (part): Promise<Stretch[]> => {
        if (part.in === 'recent') return [{ ...part, count: await this.countRecent(serverId, part) }];
        if (part.in === 'both')
          return [{ ...part, count: (await this.reader.readPart(serverId, part)).length }];
        const hours = await countPackedHours(this.database, serverId, part);
        return Promise.all(
          hours.map(async ({ hour, sampleCount }): Promise<Stretch> => {
            const stretch: CoveragePart = {
              in: 'folded',
              fromMs: Math.max(hour, part.fromMs),
              toMs: Math.min(hour + hourMs, part.toMs),
            };
            const isWhole = stretch.toMs - stretch.fromMs === hourMs;
            const count = isWhole ? sampleCount : (await this.reader.readPart(serverId, stretch)).length;
            return { ...stretch, count };
          }),
        );
      }),
    );
    return counted.flat().filter(({ count }) => count > 0);
  }

  /** @param stretches in the order in which they are taken */
  private async take(
    serverId: string,
    stretches: readonly Stretch[],
    limit: number,
    order: 'first' | 'last',
  ): Promise<StoredSample[]> {
    let taken: StoredSample[] = [];
    for (const stretch of stretches) {
      if (taken.length >= limit) break;
      const missing = limit - taken.length;
      if (order === 'first') {
        taken = [...taken, ...(await this.samplesOf(serverId, stretch, missing, order))];
      } else {
        taken = [...(await this.samplesOf(serverId, stretch, missing, order)), ...taken];
      }
    }
    return taken;
  }

  private async samplesOf(
    serverId: string,
    stretch: Stretch,
    limit: number,
    order: 'first' | 'last',
  ): Promise<StoredSample[]> {
    const samples =
      stretch.in === 'recent'
        ? await this.reader.recent(serverId, stretch, { limit, order })
        : await this.reader.readPart(serverId, stretch);
    return order === 'first' ? samples.slice(0, limit) : samples.slice(-limit);
  }

  private async countRecent(serverId: string, { fromMs, toMs }: Interval): Promise<number> {
    const { rows } = await this.database.query<{ total: string }>(
      `SELECT count(*) AS total FROM sample_recent WHERE ${samplesInWindow}`,
      [serverId, new Date(fromMs), new Date(toMs)],
    );
    return Number(rows[0]!.total);
  }

  private async rawFrom(serverId: string): Promise<number | null> {
    const [folded, { rows }] = await Promise.all([
      earliestPackedHour(this.database, serverId),
      this.database.query<{ first: Date | null }>(
        `SELECT least((SELECT min(observed_at) FROM sample_recent WHERE server_id = $1 AND corrected_at IS NULL),
                      (SELECT min(corrected_at) FROM sample_recent WHERE server_id = $1)) AS first`,
        [serverId],
      ),
    ]);
    const recent = rows[0]!.first ? hourOf(rows[0]!.first.getTime()) : null;
    return folded === null || recent === null ? (folded ?? recent) : Math.min(folded, recent);
  }
}

const toRawSample = (
  { observedAtMs, correctedAtMs, receivedAtMs, devices, additional, monotonicMs: _, ...rest }: StoredSample,
  withDevices: boolean,
): RawSample => ({
  ...rest,
  observedAt: instantText(observedAtMs),
  correctionMs: correctedAtMs - observedAtMs,
  receivedAt: instantText(receivedAtMs),
  ...(withDevices && { devices, ...(additional && { additional }) }),
});
