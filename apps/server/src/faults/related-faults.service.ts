import { Injectable } from '@nestjs/common';
import type { RelatedFault } from '@opsgauge/contract';
import { dayMs, repeatedFault, startOf, type FaultTerms, type FaultUnderTerms } from '@opsgauge/domain';
import { Database } from '../platform/database/database.js';
import { faultTables, filtersOf, type FaultSight } from './fault-filters.js';
import type { FaultRow } from './fault-row.js';
import { FaultStore, type StoredFault } from './fault-store.js';
import { FaultTermsService } from './fault-terms.service.js';

const relatedWithinMs = 30 * dayMs;
const relatedMax = 50;

/** What may have to do with a fault: the one it repeats, its condition's others, and those of its system. */
@Injectable()
export class RelatedFaults {
  constructor(
    private readonly database: Database,
    private readonly store: FaultStore,
    private readonly terms: FaultTermsService,
  ) {}

  /** Those that start within 30 days before or after it or were over within 30 days before it, the latest first. */
  async of(stored: StoredFault, sight: FaultSight): Promise<RelatedFault[]> {
    const startMs = startOf(stored.fault);
    const { terms } = await this.terms.of(stored.row.system_id, startMs);
    const repeated = await this.repeatedBy(stored, sight, terms);
    const { condition, values } = filtersOf(sight, { systemId: stored.row.system_id }, startMs);
    const { rows } = await this.database.query<FaultRow>(
      `SELECT fault.* FROM ${faultTables}
        WHERE ${condition} AND fault.id <> $16 AND fault.start_at < $17
          AND (fault.start_at >= $18 OR fault.recovered_at >= $18)
        ORDER BY fault.start_at DESC, fault.id DESC LIMIT $19`,
      [
        ...values,
        stored.row.id,
        new Date(startMs + relatedWithinMs),
        new Date(startMs - relatedWithinMs),
        relatedMax,
      ],
    );
    const all = repeated && !rows.some(({ id }) => id === repeated.id) ? [...rows, repeated] : rows;
    return all.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      state: row.state,
      startAt: row.start_at.toISOString(),
      recoveredAt: row.recovered_at?.toISOString() ?? null,
      rootCauseCode: (row['root_cause_code'] as string | null) ?? null,
      relation:
        row.id === repeated?.id
          ? 'repeated'
          : row.condition_key !== null && row.condition_key === stored.row.condition_key
            ? 'condition'
            : 'system',
    }));
  }

  /** However long ago the contract says, and however many there were since. */
  private async repeatedBy(
    stored: StoredFault,
    sight: FaultSight,
    { repeatDays, timeZone }: FaultTerms,
  ): Promise<FaultRow | null> {
    const startMs = startOf(stored.fault);
    const { condition, values } = filtersOf(sight, { systemId: stored.row.system_id }, startMs);
    const { rows } = await this.database.query<FaultRow>(
      `SELECT fault.* FROM ${faultTables}
        WHERE ${condition} AND fault.id <> $16 AND fault.root_cause_code = $17 AND fault.recovered_at <= $18
          AND fault.recovered_at >= $19 AND NOT fault.is_excluded AND fault.merged_into_id IS NULL
          AND coalesce(fault.component_id, fault.server_id) IS NOT DISTINCT FROM $20
        ORDER BY fault.recovered_at DESC LIMIT 1`,
      [
        ...values,
        stored.row.id,
        stored.fault.rootCauseCode,
        new Date(startMs),
        new Date(startMs - (repeatDays + 1) * dayMs),
        befallen(stored).componentId,
      ],
    );
    const others = (await this.store.withTimelines(this.database, rows)).map((one) => ({
      ...befallen(one),
      row: one.row,
    }));
    return repeatedFault(befallen(stored), others, repeatDays, timeZone)?.row ?? null;
  }
}

/** A fault with what it befell: the component, or else the server. */
export const befallen = ({ row, fault }: StoredFault): Omit<FaultUnderTerms, 'terms'> => ({
  id: row.id,
  systemId: row.system_id,
  componentId: row.component_id ?? row.server_id,
  fault,
});
