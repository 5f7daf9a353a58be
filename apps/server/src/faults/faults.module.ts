import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';
import { FaultAssignees } from './fault-assignees.service.js';
import { FaultFacts } from './fault-facts.service.js';
import { FaultIntake } from './fault-intake.service.js';
import { FaultLife } from './fault-life.service.js';
import { FaultMeasuresService } from './fault-measures.service.js';
import { FaultReader } from './fault-reader.service.js';
import { FaultStore } from './fault-store.js';
import { FaultTermsService } from './fault-terms.service.js';
import { FaultTimeline } from './fault-timeline.service.js';
import { FaultsController } from './faults.controller.js';
import { RelatedFaults } from './related-faults.service.js';
import { RootCausesController } from './root-causes.controller.js';
import { RootCausesService } from './root-causes.service.js';

@Module({
  imports: [InventoryModule, TelemetryModule],
  controllers: [FaultsController, RootCausesController],
  providers: [
    FaultAssignees,
    FaultFacts,
    FaultIntake,
    FaultLife,
    FaultMeasuresService,
    FaultReader,
    FaultStore,
    FaultTermsService,
    FaultTimeline,
    RelatedFaults,
    RootCausesService,
  ],
  exports: [FaultFacts, FaultIntake, FaultMeasuresService, FaultReader, FaultTermsService],
})
export class FaultsModule {}
