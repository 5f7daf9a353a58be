import { Injectable } from '@nestjs/common';
import { dayMs } from '@opsgauge/domain';
import { Database } from '../../platform/database/database.js';
import { ensureMonth } from '../hours/hour-months.js';
import { hoursKeptYears, rawKeptDaysMin } from '../retention/hour-retention.service.js';
import { Partitions } from '../retention/partitions.js';
import { ProbeMonths, probeTables } from './probe-months.js';

const keptDays = { probe_result: rawKeptDaysMin, probe_hour: hoursKeptYears * 366 } as const;

/** Lets whole months of results and hours go once they are old enough. What came of an attempt is in its hour from the first. */
@Injectable()
export class ProbeRetention {
  constructor(
    private readonly database: Database,
    private readonly partitions: Partitions,
    private readonly months: ProbeMonths,
  ) {}

  async run(nowMs: number): Promise<void> {
    for (const ahead of [0, 7 * dayMs]) await ensureMonth(this.database, nowMs + ahead, probeTables);
    for (const table of probeTables) {
      for (const name of await this.partitions.leaving(table)) await this.partitions.drop(name);
      for (const part of await this.partitions.list(table)) {
        if (part.toMs > nowMs - keptDays[table] * dayMs) break;
        await this.partitions.drop(await this.partitions.letGo(table, part.name));
        this.months.forget();
      }
    }
  }
}
