import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { StatusModule } from '../status/status.module.js';
import { LiveAudiences } from './live-audiences.js';
import { LiveGateway } from './live.gateway.js';
import { LiveMembers } from './live-members.js';

@Module({
  imports: [InventoryModule, StatusModule],
  providers: [LiveAudiences, LiveGateway, LiveMembers],
})
export class LiveModule {}
