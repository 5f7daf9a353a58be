import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { AgentHints } from './agent-hints.js';
import { DiscontinuityStore } from './discontinuity-store.js';
import { FoldingService } from './hours/folding.service.js';
import { FleetLoadController } from './fleet-load.controller.js';
import { IngestMetrics } from './ingest-metrics.js';
import { IngestService } from './ingest.service.js';
import { LatestStore } from './latest-store.js';
import { ProbeIntake } from './probes/probe-intake.service.js';
import { ProbeMonths } from './probes/probe-months.js';
import { ProbePlans } from './probes/probe-plans.service.js';
import { ProbeReadingsController } from './probes/probe-readings.controller.js';
import { ProbeResultStore } from './probes/probe-result-store.js';
import { ProbeRetention } from './probes/probe-retention.service.js';
import { ProbeRunner } from './probes/probe-runner.service.js';
import { ProbeStretchStore } from './probes/probe-stretch-store.js';
import { ProbeTrialsController } from './probes/probe-trials.controller.js';
import { ProbeWriter } from './probes/probe-writer.service.js';
import { ProbeSeriesService } from './probes/reading/probe-series.service.js';
import { ProbeStates } from './probes/reading/probe-states.service.js';
import { ResponseTimes } from './probes/reading/response-time.service.js';
import { RemoteHostsStore } from './remote-write/remote-hosts.store.js';
import { RemoteScrapes } from './remote-write/remote-scrapes.service.js';
import { RemoteWriteController } from './remote-write/remote-write.controller.js';
import { RemoteWriteOverview } from './remote-write/remote-write-overview.service.js';
import { RemoteWriteService } from './remote-write/remote-write.service.js';
import { RemoteWriteSourcesController } from './remote-write/remote-write-sources.controller.js';
import { PlainBatches } from './plain-batches.service.js';
import { ReportsController } from './reports.controller.js';
import { CpuCurves } from './reading/cpu-curves.service.js';
import { DeviceSeriesService } from './reading/device-series.service.js';
import { FleetSummaries } from './reading/fleet-summaries.service.js';
import { PeriodSummaryService } from './reading/period-summary.service.js';
import { RawSamplesService } from './reading/raw-samples.service.js';
import { SampleFacts } from './reading/sample-facts.js';
import { SampleReader } from './reading/sample-reader.service.js';
import { SampleSums } from './reading/sample-sums.service.js';
import { SeriesService } from './reading/series.service.js';
import { SpanReader } from './reading/span-reader.service.js';
import { SkeletonStore } from './readings/skeleton-store.js';
import { SampleDays } from './recent/sample-days.js';
import { SampleStore } from './recent/sample-store.js';
import { HourRetention } from './retention/hour-retention.service.js';
import { KeptSpans } from './retention/kept-spans.js';
import { Partitions } from './retention/partitions.js';
import { RecentRetention } from './retention/recent-retention.service.js';
import { DailyDisk } from './reading/daily-disk.service.js';
import { WorstHours } from './reading/worst-hours.service.js';
import { RetentionService } from './retention/retention.service.js';
import { StorageController } from './retention/storage.controller.js';
import { StorageService } from './retention/storage.service.js';
import { SamplesController } from './samples.controller.js';

@Module({
  imports: [InventoryModule],
  controllers: [
    FleetLoadController,
    ProbeReadingsController,
    ProbeTrialsController,
    RemoteWriteController,
    RemoteWriteSourcesController,
    ReportsController,
    SamplesController,
    StorageController,
  ],
  providers: [
    AgentHints,
    DiscontinuityStore,
    FoldingService,
    CpuCurves,
    DailyDisk,
    DeviceSeriesService,
    FleetSummaries,
    HourRetention,
    IngestMetrics,
    IngestService,
    PlainBatches,
    KeptSpans,
    LatestStore,
    Partitions,
    ProbeIntake,
    ProbeMonths,
    ProbePlans,
    ProbeResultStore,
    ProbeRetention,
    ProbeRunner,
    ProbeSeriesService,
    ProbeStates,
    ProbeStretchStore,
    ProbeWriter,
    ResponseTimes,
    RawSamplesService,
    RemoteHostsStore,
    RemoteScrapes,
    RemoteWriteOverview,
    RemoteWriteService,
    PeriodSummaryService,
    RecentRetention,
    RetentionService,
    SampleDays,
    SampleFacts,
    SampleReader,
    SampleStore,
    SampleSums,
    SeriesService,
    SkeletonStore,
    SpanReader,
    StorageService,
    WorstHours,
  ],
  exports: [
    AgentHints,
    CpuCurves,
    DailyDisk,
    DiscontinuityStore,
    FleetSummaries,
    KeptSpans,
    LatestStore,
    PeriodSummaryService,
    ProbePlans,
    ProbeStretchStore,
    ResponseTimes,
    SampleFacts,
    SeriesService,
    WorstHours,
  ],
})
export class TelemetryModule {}
