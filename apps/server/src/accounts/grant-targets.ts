import { Injectable } from '@nestjs/common';
import type { Scope } from './scope.js';

/** What the rooms below know of the things that grants name and organizations are used by. */
export interface GrantTargetSource {
  /** Names by id; ids that do not exist are left out. */
  names(kind: 'system' | 'project', ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What keeps an organization from being deleted, counted: "contracts: 2". Empty when nothing does. */
  usesOf(organizationId: string): Promise<string[]>;
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

  usesOf(organizationId: string): Promise<string[]> {
    return this.source!.usesOf(organizationId);
  }

  organizationIdsIn(scope: Scope): Promise<string[]> {
    return this.source!.organizationIdsIn(scope);
  }
}
