import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';
import { AvailabilityController } from './availability.controller.js';
import { AvailabilityService } from './availability.service.js';
import { GapReadingStore } from './gap-reading-store.js';
import { HostWatch } from './host-watch.service.js';
import { HubHeartbeatService } from './hub-heartbeat.service.js';
import { IntervalStore } from './interval-store.js';
import { ProbeEvidence } from './probe-evidence.service.js';
import { ServerTimelineService } from './server-timeline.service.js';
import { ServersController } from './servers.controller.js';
import { ServersOverviewService } from './servers-overview.service.js';
import { SilenceMonitorService } from './silence-monitor.service.js';
import { StatusReaderService } from './status-reader.service.js';
import { StatusReadingService } from './status-reading.service.js';
import { SystemAvailabilityController } from './system-availability.controller.js';

@Module({
  imports: [InventoryModule, TelemetryModule],
  controllers: [AvailabilityController, ServersController, SystemAvailabilityController],
  providers: [
    AvailabilityService,
    GapReadingStore,
    HostWatch,
    HubHeartbeatService,
    IntervalStore,
    ProbeEvidence,
    ServerTimelineService,
    ServersOverviewService,
    SilenceMonitorService,
    StatusReaderService,
    StatusReadingService,
  ],
  exports: [AvailabilityService, HostWatch, ServersOverviewService],
})
export class StatusModule {}
