import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { Project as ProjectResponse, ProjectInput } from '@opsgauge/contract';
import { DataSource, In, Repository } from 'typeorm';
import { OrganizationsService } from '../accounts/organizations.service.js';
import type { Scope } from '../accounts/scope.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { assertUnused, notFound } from '../platform/errors/application-error.js';
import { refusingConflicts } from '../platform/errors/database-conflict.js';
import { EventBus } from '../platform/event-bus.js';
import { Project } from './project.entity.js';
import { System } from './system.entity.js';
import { VisibilityService } from './visibility.service.js';

/** What is budgeted, contracted and evaluated. */
@Injectable()
export class ProjectsService {
  constructor(
    @InjectRepository(Project) private readonly projects: Repository<Project>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly organizations: OrganizationsService,
    private readonly visibility: VisibilityService,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope): Promise<ProjectResponse[]> {
    const { seesProject } = await this.visibility.of(scope);
    const projects = await this.projects.find({ order: { name: 'ASC', id: 'ASC' } });
    return this.describe(projects.filter(({ id }) => seesProject(id)));
  }

  /** Names by id, of those that exist. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.projects.findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** @throws ApplicationError `invalid_request` naming an organization that is not of the right kind */
  async create(input: ProjectInput): Promise<ProjectResponse> {
    await this.assertOrganizations(input);
    const project = { ...input, id: crypto.randomUUID(), createdAt: new Date(this.clock.nowMs()) };
    await inTransaction(this.source, async (manager, client) => {
      await manager.insert(Project, project);
      await this.audit.record({ action: 'project.create', ...target(project), after: input }, client);
    });
    return this.changed(project.id);
  }

  /** @throws ApplicationError `not_found`, and as `create` */
  async change(id: string, input: ProjectInput): Promise<ProjectResponse> {
    const project = await this.get(id);
    await this.assertOrganizations(input);
    await inTransaction(this.source, async (manager, client) => {
      await manager.update(Project, { id }, input);
      const { name, ownerOrganizationId, evaluatorOrganizationId } = project;
      const before = { name, ownerOrganizationId, evaluatorOrganizationId };
      await this.audit.record({ action: 'project.change', ...target(project), before, after: input }, client);
    });
    return this.changed(id);
  }

  /** @throws ApplicationError `not_found`, `in_use` while it has systems */
  async remove(id: string): Promise<void> {
    const project = await this.get(id);
    const systems = await this.source.manager.countBy(System, { projectId: id });
    assertUnused(`the project ${project.name} cannot be deleted`, { systems });
    await refusingConflicts(project.name, () =>
      inTransaction(this.source, async (manager, client) => {
        await manager.delete(Project, { id });
        const before = { name: project.name };
        await this.audit.record({ action: 'project.delete', ...target(project), before }, client);
      }),
    );
    await this.tell(id);
  }

  private async get(id: string): Promise<Project> {
    const project = await this.projects.findOneBy({ id });
    if (!project) throw notFound('project');
    return project;
  }

  private async changed(id: string): Promise<ProjectResponse> {
    await this.tell(id);
    const [described] = await this.describe([await this.get(id)]);
    return described!;
  }

  private async tell(id: string): Promise<void> {
    const systems = await this.source.manager.findBy(System, { projectId: id });
    this.bus.emit('servers.changed', { serverIds: [], systemIds: systems.map((system) => system.id) });
  }

  private async assertOrganizations(input: ProjectInput): Promise<void> {
    const { ownerOrganizationId, evaluatorOrganizationId } = input;
    await this.organizations.assertKind('ownerOrganizationId', ownerOrganizationId, 'owner');
    await this.organizations.assertKind('evaluatorOrganizationId', evaluatorOrganizationId, 'evaluator');
  }

  private async describe(projects: readonly Project[]): Promise<ProjectResponse[]> {
    const names = await this.organizations.names(
      projects.flatMap(({ ownerOrganizationId, evaluatorOrganizationId }) => [
        ...(ownerOrganizationId ? [ownerOrganizationId] : []),
        ...(evaluatorOrganizationId ? [evaluatorOrganizationId] : []),
      ]),
    );
    return projects.map(({ id, name, ownerOrganizationId, evaluatorOrganizationId }) => ({
      id,
      name,
      ownerOrganizationId,
      evaluatorOrganizationId,
      ownerOrganizationName: names.get(ownerOrganizationId ?? '') ?? null,
      evaluatorOrganizationName: names.get(evaluatorOrganizationId ?? '') ?? null,
    }));
  }
}

const target = ({ id, name }: { id: string; name: string }) => ({
  targetKind: 'project',
  targetId: id,
  targetName: name,
});
