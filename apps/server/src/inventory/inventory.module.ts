import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Contract } from './contract.entity.js';
import { EnrolmentDownloadsController } from './enrolment-downloads.controller.js';
import { EnrolmentDownloads } from './enrolment-downloads.service.js';
import { EnrolmentLines } from './enrolment-lines.service.js';
import { EnrolmentController } from './enrolment.controller.js';
import { EnrolmentService } from './enrolment.service.js';
import { MaintenanceWindow } from './maintenance-window.entity.js';
import { Project } from './project.entity.js';
import { RedundancyGroup } from './redundancy-group.entity.js';
import { Server } from './server.entity.js';
import { ServersService } from './servers.service.js';
import { SystemComponent } from './system-component.entity.js';
import { System } from './system.entity.js';
import { SystemsController } from './systems.controller.js';
import { SystemsService } from './systems.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Server,
      Project,
      System,
      Contract,
      SystemComponent,
      RedundancyGroup,
      MaintenanceWindow,
    ]),
  ],
  controllers: [EnrolmentController, EnrolmentDownloadsController, SystemsController],
  providers: [ServersService, SystemsService, EnrolmentService, EnrolmentDownloads, EnrolmentLines],
  exports: [ServersService, SystemsService, EnrolmentService],
})
export class InventoryModule {}
