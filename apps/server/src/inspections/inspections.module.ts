import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentsModule } from '../documents/documents.module.js';
import { InventoryModule } from '../inventory/inventory.module.js';
import { StatusModule } from '../status/status.module.js';
import { TelemetryModule } from '../telemetry/telemetry.module.js';
import { Inspection } from './inspection.entity.js';
import { InspectionReportService } from './inspection-report.service.js';
import { InspectionsController } from './inspections.controller.js';
import { InspectionsService } from './inspections.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Inspection]),
    DocumentsModule,
    InventoryModule,
    StatusModule,
    TelemetryModule,
  ],
  controllers: [InspectionsController],
  providers: [InspectionsService, InspectionReportService],
})
export class InspectionsModule {}
