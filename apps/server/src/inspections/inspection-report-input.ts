import type { Inspection, InspectionReading, SamplesResponse } from '@opsgauge/contract';
import type { AuditHead } from '../platform/audit/audit-rows.js';
import type { ServerPlace } from '../inventory/server-places.service.js';
import type { StatusOverPeriod } from '../status/availability.service.js';
import type { PeriodSummary } from '../telemetry/reading/period-summary.service.js';

/** What an inspection report (巡检报告) is written from. */
export interface InspectionReportInput {
  readonly inspection: Inspection;
  readonly reading: InspectionReading;
  /** Of the hours before the reading in which it was watched, at most 24. */
  readonly samples: SamplesResponse;
  /** Of the same hours. */
  readonly summary: PeriodSummary;
  readonly status: StatusOverPeriod;
  /** Of the moment of the reading. */
  readonly places: readonly ServerPlace[];
  readonly timeZone: string;
  /** Of the audit chain as the report is made: a paper that lies elsewhere shows when the chain's tail is cut. */
  readonly auditHead: AuditHead | null;
}
