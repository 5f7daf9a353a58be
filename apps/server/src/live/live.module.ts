import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { StatusModule } from '../status/status.module.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';
import { LiveAudiences } from './live-audiences.js';
import { LiveGateway } from './live.gateway.js';
import { LiveMembers } from './live-members.js';
import { LiveWatches } from './live-watches.js';

@Module({
  imports: [InventoryModule, StatusModule, TelemetryModule],
  providers: [LiveAudiences, LiveGateway, LiveMembers, LiveWatches],
})
export class LiveModule {}
