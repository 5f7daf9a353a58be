import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { AgentHints } from './agent-hints.js';
import { DiscontinuityStore } from './discontinuity-store.js';
import { IngestMetrics } from './ingest-metrics.js';
import { IngestService } from './ingest.service.js';
import { LatestStore } from './latest-store.js';
import { RawSamplesService } from './raw-samples.service.js';
import { ReportsController } from './reports.controller.js';
import { SampleStore } from './sample-store.js';
import { SamplesController } from './samples.controller.js';
import { SeriesService } from './series.service.js';

@Module({
  imports: [InventoryModule],
  controllers: [ReportsController, SamplesController],
  providers: [
    AgentHints,
    DiscontinuityStore,
    IngestMetrics,
    IngestService,
    LatestStore,
    RawSamplesService,
    SampleStore,
    SeriesService,
  ],
  exports: [AgentHints, DiscontinuityStore, LatestStore, SampleStore, SeriesService],
})
export class TelemetryModule {}
