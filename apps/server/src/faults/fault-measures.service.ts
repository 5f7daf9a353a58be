import { Injectable } from '@nestjs/common';
import type { FaultMeasureActual, FaultMeasuresQuery, FaultMeasuresResponse } from '@opsgauge/contract';
import {
  apiDecimals,
  ceiled,
  dayMs,
  faultMeasures,
  faultsOfPeriod,
  floored,
  startOf,
  type FaultActual,
  type FaultMeasure,
  type FaultMeasureKey,
  type Interval,
  type JudgedFault,
} from '@opsgauge/domain';
import type { Scope } from '../accounts/scope.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { Clock, instantText } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/errors/application-error.js';
import { periodOf } from '../platform/http/period.js';
import { faultTables, filtersOf, type FaultSight } from './fault-filters.js';
import { FaultReader } from './fault-reader.service.js';
import type { FaultRow } from './fault-row.js';
import { FaultStore } from './fault-store.js';
import { FaultTermsService } from './fault-terms.service.js';
import { befallen } from './related-faults.service.js';

/** Counts what a period's faults come to. */
@Injectable()
export class FaultMeasuresService {
  constructor(
    private readonly database: Database,
    private readonly store: FaultStore,
    private readonly terms: FaultTermsService,
    private readonly reader: FaultReader,
    private readonly visibility: VisibilityService,
    private readonly clock: Clock,
  ) {}

  /**
   * The measures over the faults that start in the period, as they stand now.
   * @throws ApplicationError `not_found` for a system or project out of sight; `period_invalid`
   */
  async measure(scope: Scope, query: FaultMeasuresQuery): Promise<FaultMeasuresResponse> {
    const period = periodOf(query);
    const { seesSystem, seesProject } = await this.visibility.of(scope);
    if (query.systemId && !seesSystem(query.systemId)) throw notFound('system');
    if (query.projectId && !seesProject(query.projectId)) throw notFound('project');
    const nowMs = this.clock.nowMs();
    const faults = await this.judged(await this.reader.sightOf(scope), query, period, nowMs);
    return {
      items: Object.entries(faultMeasures).map(([key, measure]) =>
        measureResponse(key as FaultMeasureKey, measure, measure.count(faults)),
      ),
      from: instantText(period.fromMs),
      to: instantText(period.toMs),
      cutOffAt: instantText(nowMs),
    };
  }

  private async judged(
    sight: FaultSight,
    { systemId, projectId, to }: FaultMeasuresQuery,
    period: Interval,
    nowMs: number,
  ): Promise<JudgedFault[]> {
    const { condition, values } = filtersOf(sight, { systemId, to }, nowMs);
    // What may be repeated in the period was over before it; a day more for days that are longer than others.
    const repeatedFromMs = period.fromMs - ((await this.terms.repeatDaysMax()) + 1) * dayMs;
    const { rows } = await this.database.query<FaultRow>(
      `SELECT fault.* FROM ${faultTables}
        WHERE ${condition} AND ($16::uuid IS NULL OR system.project_id = $16)
          AND (fault.start_at >= $17 OR (fault.recovered_at >= $18 AND fault.root_cause_code IS NOT NULL))
        ORDER BY fault.start_at, fault.id`,
      [...values, projectId ?? null, new Date(period.fromMs), new Date(repeatedFromMs)],
    );
    const termsOf = await this.terms.lookup();
    const faults = (await this.store.withTimelines(this.database, rows)).map((stored) => ({
      ...befallen(stored),
      terms: termsOf(stored.row.system_id, startOf(stored.fault)).terms,
    }));
    return faultsOfPeriod(faults, period, nowMs);
  }
}

/** A rate is wanted high and floored, a mean time is wanted low and ceiled: a missed target never prints as met. */
function measureResponse(
  key: FaultMeasureKey,
  { id, unit }: FaultMeasure,
  told: FaultActual,
): FaultMeasureActual {
  const isTime = key === 'meanResponseHours' || key === 'meanRepairHours';
  return {
    key,
    measure: id,
    unit,
    actual: told.actual && (isTime ? ceiled : floored)(told.actual, apiDecimals),
    numerator: told.numerator.toFixed(),
    denominator: told.denominator.toFixed(),
    coveragePercent: told.coveragePercent && floored(told.coveragePercent, apiDecimals),
    noValueReason: told.noValueReason,
    evidenceFaultIds: [...told.evidenceFaultIds],
  };
}
