import { Inject, Injectable } from '@nestjs/common';
import { clipAll } from '@opsgauge/domain';
import type { Scope } from '../accounts/scope.js';
import { DocumentsService } from '../documents/documents.service.js';
import { ServerPlacesService } from '../inventory/server-places.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { AvailabilityService, type StatusOverPeriod } from '../status/availability.service.js';
import { PeriodSummaryService } from '../telemetry/reading/period-summary.service.js';
import { SeriesService } from '../telemetry/reading/series.service.js';
import { inspectionReport } from './inspection-report.js';
import { InspectionsService } from './inspections.service.js';
import { reportNumber } from './report-number.js';

/** What the report looks back on. */
const lookBackMs = 24 * 3_600_000;
/** Where nothing was watched, or only just now. */
const lookBackLeastMs = 60_000;
const chartPoints = 288;

/** The inspection report as a file. */
@Injectable()
export class InspectionReportService {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly series: SeriesService,
    private readonly summaries: PeriodSummaryService,
    private readonly places: ServerPlacesService,
    private readonly availability: AvailabilityService,
    private readonly documents: DocumentsService,
    private readonly audit: AuditService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /**
   * @returns the file, and a name for it in Chinese
   * @throws ApplicationError `not_found`, or `inspection_not_ready` while the agent has not handed it in
   */
  async docx(scope: Scope, id: string): Promise<{ file: Buffer; name: string }> {
    const { timeZone } = this.configuration;
    const inspection = await this.inspections.get(scope, id);
    const { reading } = inspection;
    if (!reading)
      throw new ApplicationError('inspection_not_ready', 'the agent has not handed in this inspection yet');
    const toMs = Date.parse(reading.observedAt);
    const status = await this.lookBack(inspection.serverId, toMs);
    const { period } = status;
    const [samples, summary, places, auditHead] = await Promise.all([
      this.series.range(inspection.serverId, period, chartPoints),
      this.summaries.summary(inspection.serverId, period),
      this.places.of(scope, inspection.serverId, toMs),
      this.audit.head(),
    ]);
    const model = inspectionReport({
      inspection,
      reading,
      samples,
      summary,
      status,
      places,
      timeZone,
      auditHead,
    });
    const name = `${inspection.serverName}巡检报告 ${reportNumber(inspection, timeZone)}.docx`;
    return { file: await this.documents.docx(model), name };
  }

  /**
   * A server that was added an hour ago is looked back on for that hour, not for a day of nothing. One that was silent
   * for the day until an hour ago is looked back on for the day.
   */
  private async lookBack(serverId: string, toMs: number): Promise<StatusOverPeriod> {
    const { period, intervals } = await this.availability.ofServer(serverId, {
      fromMs: toMs - lookBackMs,
      toMs,
    });
    const watched = intervals.find(({ evidence }) => evidence !== 'not-monitored');
    const fromMs = Math.min(watched?.fromMs ?? period.toMs, period.toMs - lookBackLeastMs);
    const lookedBack = { fromMs: Math.max(fromMs, period.fromMs), toMs: period.toMs };
    return { period: lookedBack, intervals: clipAll(intervals, lookedBack) };
  }
}
