import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { StatusModule } from '../status/status.module.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';
import { ConditionStore } from './detection/condition-store.js';
import { ConditionTeller } from './detection/condition-teller.service.js';
import { DetectionScenes } from './detection/detection-scene.service.js';
import { DetectionService } from './detection/detection.service.js';
import { DiskTrends } from './detection/disk-trends.service.js';
import { GapRereads } from './detection/gap-reread.service.js';
import { ProbeSignals } from './detection/probe-signals.service.js';
import { SignalSources } from './detection/signal-sources.js';
import { FaultsModule } from './faults.module.js';
import { FaultRulesController } from './rules/fault-rules.controller.js';
import { FaultRulesService } from './rules/fault-rules.service.js';
import { FaultRulesStore } from './rules/fault-rules-store.js';
import { RuleTrials } from './rules/rule-trial.service.js';

/** How faults are found: rules, what they are judged on, and what stands wrong at the moment. */
@Module({
  imports: [InventoryModule, TelemetryModule, StatusModule, FaultsModule],
  controllers: [FaultRulesController],
  providers: [
    ConditionStore,
    ConditionTeller,
    DetectionScenes,
    DetectionService,
    DiskTrends,
    FaultRulesService,
    FaultRulesStore,
    GapRereads,
    ProbeSignals,
    RuleTrials,
    SignalSources,
  ],
  exports: [DetectionScenes, DetectionService, SignalSources],
})
export class DetectionModule {}
