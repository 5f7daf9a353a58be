import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type LimitedScope, type Scope, scopeKey } from '../accounts/scope.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';

/** For how long what a scope comes to is believed: another process may have changed it. */
const keptMs = 1000;

/** What a scope comes to. A server outside every system is seen by an administrator only. */
export interface Visibility {
  seesServer(id: string): boolean;
  seesSystem(id: string): boolean;
  seesProject(id: string): boolean;
  /** A vendor sees its own contracts only, also of a system that had another vendor before. */
  seesContract(contract: { systemId: string; vendorOrganizationId: string | null }): boolean;
}

const all: Visibility = {
  seesServer: () => true,
  seesSystem: () => true,
  seesProject: () => true,
  seesContract: () => true,
};

/**
 * The one place that turns a scope into systems and servers. What lies outside answers exactly like what does not
 * exist.
 */
@Injectable()
export class VisibilityService implements OnApplicationShutdown {
  private kept = new Map<string, { atMs: number; visibility: Promise<Visibility> }>();
  private readonly unsubscribe: () => void;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    bus: EventBus,
  ) {
    this.unsubscribe = bus.on('servers.changed', () => (this.kept = new Map()));
  }

  onApplicationShutdown(): void {
    this.unsubscribe();
  }

  /** Computed at most once a second for each distinct scope, whatever the number of requests. */
  of(scope: Scope): Promise<Visibility> {
    if (scope.isEverything) return Promise.resolve(all);
    const key = scopeKey(scope);
    const nowMs = this.clock.nowMs();
    const known = this.kept.get(key);
    if (known && Math.abs(nowMs - known.atMs) < keptMs) return known.visibility;
    const kept = this.kept;
    const visibility = this.compute(scope);
    if (kept.size > 1000) kept.clear();
    kept.set(key, { atMs: nowMs, visibility });
    visibility.catch(() => kept.delete(key));
    return visibility;
  }

  /** @throws ApplicationError `not_found` */
  async requireServer(scope: Scope, id: string): Promise<void> {
    if (!(await this.of(scope)).seesServer(id)) throw notFound('server');
  }

  /** @throws ApplicationError `not_found` */
  async requireSystem(scope: Scope, id: string): Promise<void> {
    if (!(await this.of(scope)).seesSystem(id)) throw notFound('system');
  }

  private async compute(scope: LimitedScope): Promise<Visibility> {
    const { rows } = await this.database.query<Row>(visibleRows, [
      scope.organizationIds,
      scope.systemIds,
      scope.projectIds,
    ]);
    const ids = (kind: Row['kind']) => new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id));
    const [projects, systems, servers] = [ids('project'), ids('system'), ids('server')];
    const organizations = new Set(scope.organizationIds);
    return {
      seesServer: (id) => servers.has(id),
      seesSystem: (id) => systems.has(id),
      seesProject: (id) => projects.has(id),
      seesContract: ({ systemId, vendorOrganizationId }) =>
        systems.has(systemId) &&
        (!scope.isVendor || (vendorOrganizationId !== null && organizations.has(vendorOrganizationId))),
    };
  }
}

interface Row extends Record<string, unknown> {
  readonly kind: 'project' | 'system' | 'server';
  readonly id: string;
}

/** `$1` organizations, `$2` systems, `$3` projects. */
const visibleRows = `
  WITH owned AS (
    SELECT id FROM project
     WHERE id = ANY($3::uuid[]) OR owner_organization_id = ANY($1::uuid[])
        OR evaluator_organization_id = ANY($1::uuid[])
  ), visible AS (
    SELECT id, project_id FROM system
     WHERE id = ANY($2::uuid[]) OR project_id IN (SELECT id FROM owned)
        OR id IN (SELECT system_id FROM contract WHERE vendor_organization_id = ANY($1::uuid[]))
  )
  SELECT 'project' AS kind, id FROM owned
  UNION SELECT 'project', project_id FROM visible
  UNION SELECT 'system', id FROM visible
  UNION SELECT 'server', server_id FROM system_component WHERE system_id IN (SELECT id FROM visible)`;
