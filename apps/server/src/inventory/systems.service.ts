import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { notFound } from '../platform/errors/application-error.js';
import { Contract } from './contract.entity.js';
import { presentOf } from './make-up-change.js';
import { Project } from './project.entity.js';
import { RedundancyGroup } from './redundancy-group.entity.js';
import { SystemComponent } from './system-component.entity.js';
import { System } from './system.entity.js';

/** A system with all that its status is derived from. */
export interface SystemMakeUp {
  readonly system: System;
  readonly project: Project;
  /** By the start of service. */
  readonly contracts: readonly Contract[];
  /** What it is made of now. */
  readonly components: readonly SystemComponent[];
  /** All that it is and was made of. */
  readonly memberships: readonly SystemComponent[];
  /** Those of former components too. */
  readonly groups: readonly RedundancyGroup[];
}

/** Systems, what they are made of, and the contracts they run under. */
@Injectable()
export class SystemsService {
  constructor(
    @InjectRepository(Project) private readonly projects: Repository<Project>,
    @InjectRepository(System) private readonly systems: Repository<System>,
    @InjectRepository(Contract) private readonly contractRows: Repository<Contract>,
    @InjectRepository(SystemComponent) private readonly components: Repository<SystemComponent>,
    @InjectRepository(RedundancyGroup) private readonly groups: Repository<RedundancyGroup>,
  ) {}

  /** Every system with its make-up. */
  async list(): Promise<SystemMakeUp[]> {
    return this.makeUps(await this.systems.find({ order: { name: 'ASC', id: 'ASC' } }));
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<SystemMakeUp> {
    const system = await this.systems.findOneBy({ id });
    if (!system) throw notFound('system');
    const [makeUp] = await this.makeUps([system]);
    return makeUp!;
  }

  /** Names by id, of those that exist. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.systems.findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** Every system, by name. */
  allNames(): Promise<Pick<System, 'id' | 'name'>[]> {
    return this.systems.find({ select: { id: true, name: true }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** The project of each system, of those that exist. */
  async projectIds(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.systems.findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map(({ id, projectId }) => [id, projectId]));
  }

  /** Every contract, by the start of service. */
  contracts(): Promise<Contract[]> {
    return this.contractRows.find({ order: { serviceFrom: 'ASC', id: 'ASC' } });
  }

  /** Makes a project with one system under one open-ended contract that starts at `serviceFrom`. */
  async create(
    names: { project: string; system: string; short: string },
    serviceFrom: Date,
  ): Promise<System> {
    const project = await this.projects.save(
      this.projects.create({
        id: crypto.randomUUID(),
        name: names.project,
        ownerOrganizationId: null,
        evaluatorOrganizationId: null,
        createdAt: serviceFrom,
      }),
    );
    const system = await this.systems.save(
      this.systems.create({
        id: crypto.randomUUID(),
        projectId: project.id,
        name: names.system,
        shortName: names.short,
        createdAt: serviceFrom,
      }),
    );
    await this.contractRows.insert({
      id: crypto.randomUUID(),
      systemId: system.id,
      serviceFrom,
      serviceTo: null,
      serviceCalendar: null,
    });
    return system;
  }

  private async makeUps(systems: System[]): Promise<SystemMakeUp[]> {
    const systemId = In(systems.map(({ id }) => id));
    const [projects, contracts, memberships, groups] = await Promise.all([
      this.projects.findBy({ id: In(systems.map(({ projectId }) => projectId)) }),
      this.contractRows.find({ where: { systemId }, order: { serviceFrom: 'ASC' } }),
      this.components.find({
        where: { systemId },
        order: { sinceAt: { direction: 'ASC', nulls: 'FIRST' }, id: 'ASC' },
      }),
      this.groups.findBy({ systemId }),
    ]);
    return systems.map((system) => {
      const own = memberships.filter((one) => one.systemId === system.id);
      return {
        system,
        project: projects.find(({ id }) => id === system.projectId)!,
        contracts: contracts.filter((one) => one.systemId === system.id),
        components: presentOf(own),
        memberships: own,
        groups: groups.filter((one) => one.systemId === system.id),
      };
    });
  }
}
