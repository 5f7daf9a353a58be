import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { AgentHints } from './agent-hints.js';
import { DiscontinuityStore } from './discontinuity-store.js';
import { FoldStore } from './hours/fold-store.js';
import { FoldingService } from './hours/folding.service.js';
import { HourReader } from './hours/hour-reader.service.js';
import { HourStore } from './hours/hour-store.js';
import { IngestMetrics } from './ingest-metrics.js';
import { IngestService } from './ingest.service.js';
import { LatestStore } from './latest-store.js';
import { RawSamplesService } from './raw-samples.service.js';
import { RemoteHostsStore } from './remote-write/remote-hosts.store.js';
import { RemoteScrapes } from './remote-write/remote-scrapes.service.js';
import { RemoteWriteController } from './remote-write/remote-write.controller.js';
import { RemoteWriteOverview } from './remote-write/remote-write-overview.service.js';
import { RemoteWriteService } from './remote-write/remote-write.service.js';
import { RemoteWriteSourcesController } from './remote-write/remote-write-sources.controller.js';
import { ReportsController } from './reports.controller.js';
import { SampleSummaries } from './sample-summaries.service.js';
import { SampleStore } from './sample-store.js';
import { SamplesController } from './samples.controller.js';
import { SeriesService } from './series.service.js';

@Module({
  imports: [InventoryModule],
  controllers: [RemoteWriteController, RemoteWriteSourcesController, ReportsController, SamplesController],
  providers: [
    AgentHints,
    DiscontinuityStore,
    FoldStore,
    FoldingService,
    HourReader,
    HourStore,
    IngestMetrics,
    IngestService,
    LatestStore,
    RawSamplesService,
    RemoteHostsStore,
    RemoteScrapes,
    RemoteWriteOverview,
    RemoteWriteService,
    SampleStore,
    SampleSummaries,
    SeriesService,
  ],
  exports: [AgentHints, DiscontinuityStore, LatestStore, SampleStore, SeriesService],
})
export class TelemetryModule {}
