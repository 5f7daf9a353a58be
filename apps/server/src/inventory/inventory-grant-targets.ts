import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { GrantTargets, type GrantTargetSource, type OrganizationUses } from '../accounts/grant-targets.js';
import type { Scope } from '../accounts/scope.js';
import { Contract } from './contract.entity.js';
import { Project } from './project.entity.js';
import { ProjectsService } from './projects.service.js';
import { SystemsService } from './systems.service.js';
import { VisibilityService } from './visibility.service.js';

/** Tells `accounts` what grants name, and where organizations stand. */
@Injectable()
export class InventoryGrantTargets implements GrantTargetSource, OnModuleInit {
  constructor(
    @InjectRepository(Project) private readonly projects: Repository<Project>,
    @InjectRepository(Contract) private readonly contracts: Repository<Contract>,
    private readonly projectsService: ProjectsService,
    private readonly systemsService: SystemsService,
    private readonly visibility: VisibilityService,
    private readonly targets: GrantTargets,
  ) {}

  onModuleInit(): void {
    this.targets.provideBy(this);
  }

  names(kind: 'system' | 'project', ids: readonly string[]): Promise<Map<string, string>> {
    return (kind === 'system' ? this.systemsService : this.projectsService).names(ids);
  }

  async usesOf(organizationId: string): Promise<OrganizationUses> {
    const [projects, contracts] = await Promise.all([
      this.projects.countBy([
        { ownerOrganizationId: organizationId },
        { evaluatorOrganizationId: organizationId },
      ]),
      this.contracts.countBy({ vendorOrganizationId: organizationId }),
    ]);
    return { projects, contracts };
  }

  async organizationIdsIn(scope: Scope): Promise<string[]> {
    const { seesProject, seesContract } = await this.visibility.of(scope);
    const [projects, contracts] = await Promise.all([this.projects.find(), this.contracts.find()]);
    const ids = [
      ...projects
        .filter(({ id }) => seesProject(id))
        .flatMap(({ ownerOrganizationId, evaluatorOrganizationId }) => [
          ownerOrganizationId,
          evaluatorOrganizationId,
        ]),
      ...contracts.filter(seesContract).map(({ vendorOrganizationId }) => vendorOrganizationId),
    ];
    return [...new Set(ids.filter((id): id is string => id !== null))];
  }
}
