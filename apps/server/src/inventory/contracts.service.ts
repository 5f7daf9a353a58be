import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import {
  noPromises,
  noFaultTerms,
  type Contract as ContractResponse,
  type ContractInput,
} from '@opsgauge/contract';
import { DataSource, In, Repository } from 'typeorm';
import { OrganizationsService } from '../accounts/organizations.service.js';
import type { Scope } from '../accounts/scope.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { Contract } from './contract.entity.js';
import { invalid } from './make-up-rules.js';
import { System } from './system.entity.js';
import { VisibilityService } from './visibility.service.js';

/** Under which a vendor maintains a system, for how long, and what it promises. */
@Injectable()
export class ContractsService {
  constructor(
    @InjectRepository(Contract) private readonly contracts: Repository<Contract>,
    @InjectRepository(System) private readonly systems: Repository<System>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly organizations: OrganizationsService,
    private readonly visibility: VisibilityService,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope): Promise<ContractResponse[]> {
    const { seesContract } = await this.visibility.of(scope);
    const contracts = await this.contracts.find({ order: { serviceFrom: 'DESC', id: 'ASC' } });
    return this.describe(contracts.filter(seesContract));
  }

  /** @throws ApplicationError `invalid_request` naming the field */
  async create(input: ContractInput): Promise<ContractResponse> {
    await this.assertInput(input);
    const contract = { ...columnsOf(input), id: crypto.randomUUID() };
    await inTransaction(this.source, async (manager, client) => {
      await manager.insert(Contract, contract);
      await this.audit.record({ action: 'contract.create', ...target(contract), after: input }, client);
    });
    return this.changed(contract.id, []);
  }

  /** @throws ApplicationError `not_found`, `invalid_request` naming the field */
  async change(id: string, input: ContractInput): Promise<ContractResponse> {
    const contract = await this.get(id);
    await this.assertInput(input);
    await inTransaction(this.source, async (manager, client) => {
      await manager.update(Contract, { id }, columnsOf(input));
      await this.audit.record(
        { action: 'contract.change', ...target(contract), before: inputOf(contract), after: input },
        client,
      );
    });
    return this.changed(id, [contract.systemId]);
  }

  /** @throws ApplicationError `not_found`; `service_begun`: figures were counted under it */
  async remove(id: string): Promise<void> {
    const contract = await this.get(id);
    if (contract.serviceFrom.getTime() <= this.clock.nowMs()) {
      throw new ApplicationError(
        'service_begun',
        'the service under this contract has begun; set the end of service instead',
      );
    }
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(Contract, { id });
      await this.audit.record(
        { action: 'contract.delete', ...target(contract), before: inputOf(contract) },
        client,
      );
    });
    this.tell([contract.systemId]);
  }

  private async get(id: string): Promise<Contract> {
    const contract = await this.contracts.findOneBy({ id });
    if (!contract) throw notFound('contract');
    return contract;
  }

  private async changed(id: string, systemIds: readonly string[]): Promise<ContractResponse> {
    const contract = await this.get(id);
    this.tell([...systemIds, contract.systemId]);
    const [described] = await this.describe([contract]);
    return described!;
  }

  private tell(systemIds: readonly string[]): void {
    this.bus.emit('servers.changed', { serverIds: [], systemIds });
  }

  private async assertInput(input: ContractInput): Promise<void> {
    if (!(await this.systems.existsBy({ id: input.systemId }))) throw invalid('systemId', 'does not exist');
    await this.organizations.assertKind('vendorOrganizationId', input.vendorOrganizationId, 'vendor');
    if (input.serviceTo !== null && Date.parse(input.serviceTo) <= Date.parse(input.serviceFrom)) {
      throw new ApplicationError('not_after_start', 'serviceTo: must be after serviceFrom', {
        field: 'serviceTo',
      });
    }
  }

  private async describe(contracts: readonly Contract[]): Promise<ContractResponse[]> {
    const [systems, vendors] = await Promise.all([
      this.systems.findBy({ id: In(contracts.map(({ systemId }) => systemId)) }),
      this.organizations.names(contracts.flatMap(({ vendorOrganizationId }) => vendorOrganizationId ?? [])),
    ]);
    const names = new Map(systems.map(({ id, name }) => [id, name]));
    return contracts.map((contract) => ({
      ...inputOf(contract),
      id: contract.id,
      systemName: names.get(contract.systemId)!,
      vendorOrganizationName: vendors.get(contract.vendorOrganizationId ?? '') ?? null,
    }));
  }
}

const columnsOf = ({ serviceFrom, serviceTo, ...rest }: ContractInput) => ({
  ...rest,
  serviceFrom: new Date(serviceFrom),
  serviceTo: serviceTo === null ? null : new Date(serviceTo),
});

const inputOf = (contract: Contract): ContractInput => ({
  systemId: contract.systemId,
  vendorOrganizationId: contract.vendorOrganizationId,
  number: contract.number,
  serviceFrom: contract.serviceFrom.toISOString(),
  serviceTo: contract.serviceTo?.toISOString() ?? null,
  serviceCalendar: contract.serviceCalendar,
  promises: { ...noPromises, ...contract.promises },
  faultTerms: { ...noFaultTerms, ...contract.faultTerms },
});

const target = ({ id, number }: { id: string; number: string }) => ({
  targetKind: 'contract',
  targetId: id,
  targetName: number,
});
