import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InventoryModule } from '../inventory/inventory.module.js';
import { StatusModule } from '../status/status.module.js';
import { ActualsService } from './actuals.service.js';
import { Evaluation } from './evaluation.entity.js';
import { EvaluationsController } from './evaluations.controller.js';
import { EvaluationsService } from './evaluations.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Evaluation]), InventoryModule, StatusModule],
  controllers: [EvaluationsController],
  providers: [EvaluationsService, ActualsService],
})
export class EvaluationModule {}
