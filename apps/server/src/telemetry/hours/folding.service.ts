import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { LatestStore } from '../latest-store.js';
import { samplesInWindow, toStoredSample, type SampleRow } from '../sample-rows.js';
import { hourMs, hourOf, uniteSamples } from './fold-hour.js';
import { FoldStore, type DueServer } from './fold-store.js';
import { HourStore } from './hour-store.js';

/** Longer than a sample waits to be written, so that one of the hour that is folded is in the table or marked late. */
const graceMs = 5 * 60_000;

/**
 * Folds the samples of hours that have ended into one row an hour. It can be run at any time and any number of times: an
 * hour is united with what was folded of it before.
 */
@Injectable()
export class FoldingService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly latest: LatestStore,
    private readonly folds: FoldStore,
    private readonly hours: HourStore,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule('fold-hours', '*/5 * * * *', this.configuration.timeZone, () => this.fold());
  }

  /** Folds every server's hours that are over, and those again to which samples came late. */
  async fold(): Promise<void> {
    const closedMs = hourOf(this.clock.nowMs() - graceMs);
    for (const due of await this.folds.due(closedMs)) await this.foldServer(due, closedMs);
  }

  private async foldServer({ serverId, foldedUntilMs, lateHoursMs }: DueServer, closedMs: number) {
    const fresh = await this.hoursWithSamples(serverId, foldedUntilMs ?? 0, closedMs);
    for (const hour of new Set([...lateHoursMs, ...fresh])) await this.foldHour(serverId, hour);
    await this.folds.advance(this.database, serverId, closedMs);
  }

  /** While an hour is folded nobody adds to its server: a late sample comes before, and is seen, or after, and marks it. */
  private foldHour(serverId: string, hour: number): Promise<void> {
    return this.database.transaction(async (client) => {
      await this.latest.lock(client, [serverId]);
      const folded = await this.hours.samplesOf(client, serverId, hour);
      const { rows } = await client.query<SampleRow>(`SELECT * FROM sample_recent WHERE ${samplesInWindow}`, [
        serverId,
        new Date(hour),
        new Date(hour + hourMs),
      ]);
      const samples = uniteSamples(folded, rows.map(toStoredSample));
      if (samples.length > 0) await this.hours.save(client, serverId, hour, samples);
      await this.folds.settleLate(client, serverId, hour);
    });
  }

  private async hoursWithSamples(serverId: string, fromMs: number, toMs: number): Promise<number[]> {
    const { rows } = await this.database.query<{ hour: Date }>(
      `SELECT DISTINCT date_trunc('hour', coalesce(corrected_at, observed_at), 'UTC') AS hour
         FROM sample_recent WHERE ${samplesInWindow} ORDER BY hour`,
      [serverId, new Date(fromMs), new Date(toMs)],
    );
    return rows.map(({ hour }) => hour.getTime());
  }
}
