import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export const dayMs = 86_400_000;
const dayOf = (ms: number): number => Math.floor(ms / dayMs) * dayMs;
export const dayTable = (day: number): string =>
  `sample_recent_${new Date(day).toISOString().slice(0, 10).replaceAll('-', '')}`;

/** Days before and after now whose partitions are made as they are needed, however many. */
const ordinaryDays = 40;
/** Days that only a wrong clock can name: some are taken, so that its samples are kept, but not without end. */
const strangeDaysMax = 200;
/** Outside of these the table has a partition for whatever comes: clocks that were never set. */
const firstDay = Date.UTC(2020, 0, 1);
const lastDay = Date.UTC(2100, 0, 1);

/** The partitions of `sample_recent`: one for each day by the clock of the agent. */
@Injectable()
export class SampleDays {
  private readonly known = new Set<number>();

  constructor(private readonly database: Database) {}

  /** Whether there is or may be made a partition for the day. */
  canHold(observedAtMs: number, nowMs: number): boolean {
    const day = dayOf(observedAtMs);
    if (day < firstDay || day >= lastDay || this.known.has(day) || this.isOrdinary(day, nowMs)) return true;
    return [...this.known].filter((one) => !this.isOrdinary(one, nowMs)).length < strangeDaysMax;
  }

  /** Makes the partitions that these moments need; in transactions of its own, before that which writes. */
  async ensure(momentsMs: Iterable<number>): Promise<void> {
    for (const ms of momentsMs) {
      const day = dayOf(ms);
      if (this.known.has(day) || day < firstDay || day >= lastDay) continue;
      await this.database.query('SELECT ensure_partition($1, $2, $3, $4)', [
        'sample_recent',
        dayTable(day),
        new Date(day),
        new Date(day + dayMs),
      ]);
      this.known.add(day);
    }
  }

  /** What is known of partitions is not so any more: another process let one go. */
  forget(): void {
    this.known.clear();
  }

  private isOrdinary(day: number, nowMs: number): boolean {
    return Math.abs(day - nowMs) <= ordinaryDays * dayMs;
  }
}
