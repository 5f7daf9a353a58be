import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { ensureMonth, monthOf } from '../hours/hour-months.js';

/** The tables of probes that are cut into months of UTC. */
export const probeTables = ['probe_result', 'probe_hour'] as const;

/** Makes the partitions that results go to, and remembers which there are. */
@Injectable()
export class ProbeMonths {
  private readonly known = new Set<number>();

  constructor(private readonly database: Database) {}

  async ensure(momentsMs: readonly number[]): Promise<void> {
    for (const month of new Set(momentsMs.map((ms) => monthOf(ms).getTime()))) {
      if (this.known.has(month)) continue;
      await ensureMonth(this.database, month, probeTables);
      this.known.add(month);
    }
  }

  /** Partitions were let go: what is needed is made anew. */
  forget(): void {
    this.known.clear();
  }
}
