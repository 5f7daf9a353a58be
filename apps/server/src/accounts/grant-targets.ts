import { Injectable } from '@nestjs/common';
import type { Scope } from './scope.js';

/** How many of them refer to an organization. */
export interface OrganizationUses {
  readonly projects: number;
  readonly contracts: number;
}

/** What the rooms below know of the things that grants name and organizations are used by. */
export interface GrantTargetSource {
  /** Names by id; ids that do not exist are left out. */
  names(kind: 'system' | 'project', ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What keeps an organization from being deleted. */
  usesOf(organizationId: string): Promise<OrganizationUses>;
  /** The organizations of the projects and contracts that a scope comes to. */
  organizationIdsIn(scope: Scope): Promise<string[]>;
}

/** Where `inventory` tells `accounts` what it cannot ask for itself. */
@Injectable()
export class GrantTargets {
  private source: GrantTargetSource | undefined;

  provideBy(source: GrantTargetSource): void {
    this.source = source;
  }

  names(kind: 'system' | 'project', ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.source!.names(kind, ids);
  }

  usesOf(organizationId: string): Promise<OrganizationUses> {
    return this.source!.usesOf(organizationId);
  }

  organizationIdsIn(scope: Scope): Promise<string[]> {
    return this.source!.organizationIdsIn(scope);
  }
}
