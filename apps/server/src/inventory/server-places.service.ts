import { Injectable } from '@nestjs/common';
import { holdsInstant } from '@opsgauge/domain';
import { OrganizationsService } from '../accounts/organizations.service.js';
import type { Scope } from '../accounts/scope.js';
import { membershipOf } from './service-periods.js';
import { SystemsService, type SystemMakeUp } from './systems.service.js';
import { VisibilityService } from './visibility.service.js';

/** Where a server stood at an instant: what it was part of, and who was bound to it by which contract. */
export interface ServerPlace {
  readonly systemName: string;
  readonly projectName: string;
  /** Null where the project names none. */
  readonly ownerName: string | null;
  /** Null where no contract was in force then, or where the reader may not see it. */
  readonly contract: {
    /** Empty where the contract has none. */
    readonly number: string;
    /** Null where the contract names none. */
    readonly vendorName: string | null;
  } | null;
}

/** The systems that servers were part of, with the names of projects, contracts and organizations. */
@Injectable()
export class ServerPlacesService {
  constructor(
    private readonly systems: SystemsService,
    private readonly organizations: OrganizationsService,
    private readonly visibility: VisibilityService,
  ) {}

  /** Of the systems in the scope; none for a server that was in no system then. */
  async of(scope: Scope, serverId: string, atMs: number): Promise<ServerPlace[]> {
    const { seesSystem, seesContract } = await this.visibility.of(scope);
    const held = (await this.systems.list())
      .filter(({ system, memberships }) => seesSystem(system.id) && isMember(memberships, serverId, atMs))
      .map(({ system, project, contracts }) => ({
        system,
        project,
        contract: contracts.find((one) => isInForce(one, atMs) && seesContract(one)) ?? null,
      }));
    const ids = held.flatMap(({ project, contract }) => [
      project.ownerOrganizationId,
      contract?.vendorOrganizationId ?? null,
    ]);
    const names = await this.organizations.names(ids.filter((id) => id !== null));
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return held.map(({ system, project, contract }) => ({
      systemName: system.name,
      projectName: project.name,
      ownerName: nameOf(project.ownerOrganizationId),
      contract: contract && {
        number: contract.number,
        vendorName: nameOf(contract.vendorOrganizationId),
      },
    }));
  }
}

const isMember = (memberships: SystemMakeUp['memberships'], serverId: string, atMs: number): boolean =>
  memberships.some((one) => one.serverId === serverId && holdsInstant(membershipOf(one), atMs));

const isInForce = ({ serviceFrom, serviceTo }: SystemMakeUp['contracts'][number], atMs: number): boolean =>
  holdsInstant(
    { fromMs: serviceFrom.getTime(), toMs: serviceTo?.getTime() ?? Number.POSITIVE_INFINITY },
    atMs,
  );
