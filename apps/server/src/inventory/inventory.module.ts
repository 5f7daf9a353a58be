import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgentCredentialsController } from './agent-credentials.controller.js';
import { Contract } from './contract.entity.js';
import { ContractsController } from './contracts.controller.js';
import { ContractsService } from './contracts.service.js';
import { EnrolmentController } from './enrolment.controller.js';
import { EnrolmentDownloadsController } from './enrolment-downloads.controller.js';
import { EnrolmentDownloads } from './enrolment-downloads.service.js';
import { EnrolmentLines } from './enrolment-lines.service.js';
import { EnrolmentService } from './enrolment.service.js';
import { InventoryGrantTargets } from './inventory-grant-targets.js';
import { MaintenanceCalendar } from './maintenance-calendar.service.js';
import { MaintenanceRequestsController } from './maintenance-requests.controller.js';
import { MaintenanceRequestsService } from './maintenance-requests.service.js';
import { MaintenanceWindow } from './maintenance-window.entity.js';
import { MaintenanceWindowStore } from './maintenance-window-store.service.js';
import { MaintenanceWindowsController } from './maintenance-windows.controller.js';
import { MaintenanceWindowsService } from './maintenance-windows.service.js';
import { MakeUpStore } from './make-up-store.js';
import { MakeUpsService } from './make-ups.service.js';
import { ProbeDefinition } from './probe.entity.js';
import { ProbeResponses } from './probe-responses.service.js';
import { ProbesController } from './probes.controller.js';
import { ProbesService } from './probes.service.js';
import { Project } from './project.entity.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsService } from './projects.service.js';
import { RedundancyGroup } from './redundancy-group.entity.js';
import { RemoteWriteInstance } from './remote-write-instance.entity.js';
import { RemoteWriteInstancesService } from './remote-write-instances.service.js';
import { Server } from './server.entity.js';
import { ServerPlacesService } from './server-places.service.js';
import { ServersService } from './servers.service.js';
import { SystemChangesService } from './system-changes.service.js';
import { SystemComponent } from './system-component.entity.js';
import { System } from './system.entity.js';
import { SystemsController } from './systems.controller.js';
import { SystemsService } from './systems.service.js';
import { VisibilityService } from './visibility.service.js';

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
      RemoteWriteInstance,
      ProbeDefinition,
    ]),
  ],
  controllers: [
    AgentCredentialsController,
    ContractsController,
    EnrolmentController,
    EnrolmentDownloadsController,
    MaintenanceRequestsController,
    MaintenanceWindowsController,
    ProbesController,
    ProjectsController,
    SystemsController,
  ],
  providers: [
    ContractsService,
    EnrolmentDownloads,
    EnrolmentLines,
    EnrolmentService,
    InventoryGrantTargets,
    MaintenanceCalendar,
    MaintenanceRequestsService,
    MaintenanceWindowStore,
    MaintenanceWindowsService,
    MakeUpStore,
    MakeUpsService,
    ProbeResponses,
    ProbesService,
    ProjectsService,
    RemoteWriteInstancesService,
    ServerPlacesService,
    ServersService,
    SystemChangesService,
    SystemsService,
    VisibilityService,
  ],
  exports: [
    EnrolmentService,
    MaintenanceCalendar,
    MakeUpsService,
    ProbesService,
    ProjectsService,
    RemoteWriteInstancesService,
    ServerPlacesService,
    ServersService,
    SystemsService,
    VisibilityService,
  ],
})
export class InventoryModule {}
