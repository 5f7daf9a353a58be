import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { AgentHints } from './agent-hints.js';
import { DiscontinuityStore } from './discontinuity-store.js';
import { FoldingService } from './hours/folding.service.js';
import { FleetLoadController } from './fleet-load.controller.js';
import { IngestMetrics } from './ingest-metrics.js';
import { IngestService } from './ingest.service.js';
import { LatestStore } from './latest-store.js';
import { RemoteHostsStore } from './remote-write/remote-hosts.store.js';
import { RemoteScrapes } from './remote-write/remote-scrapes.service.js';
import { RemoteWriteController } from './remote-write/remote-write.controller.js';
import { RemoteWriteOverview } from './remote-write/remote-write-overview.service.js';
import { RemoteWriteService } from './remote-write/remote-write.service.js';
import { RemoteWriteSourcesController } from './remote-write/remote-write-sources.controller.js';
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
    KeptSpans,
    LatestStore,
    Partitions,
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
    SampleFacts,
    SeriesService,
    WorstHours,
  ],
})
export class TelemetryModule {}
