import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { DetectionModule } from './detection.module.js';
import { FaultsModule } from './faults.module.js';
import { AlertFaults } from './incoming/alert-faults.service.js';
import { AlertRulesStore } from './incoming/alert-rules-store.js';
import { AlertRules } from './incoming/alert-rules.service.js';
import { AlertSourceOverview } from './incoming/alert-source-overview.service.js';
import { AlertSourcesController } from './incoming/alert-sources.controller.js';
import { IncomingAlertStore } from './incoming/incoming-alert-store.js';
import { IncomingAlerts } from './incoming/incoming-alerts.service.js';
import { IncomingController } from './incoming/incoming.controller.js';

/** What other monitors find: their alerts as faults. */
@Module({
  imports: [InventoryModule, FaultsModule, DetectionModule],
  controllers: [AlertSourcesController, IncomingController],
  providers: [
    AlertFaults,
    AlertRules,
    AlertRulesStore,
    AlertSourceOverview,
    IncomingAlerts,
    IncomingAlertStore,
  ],
})
export class IncomingModule {}
