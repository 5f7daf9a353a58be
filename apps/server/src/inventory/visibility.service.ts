import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Interval } from '@opsgauge/domain';
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
  /** Whether it was part of a visible system all that time: that system's past is judged with it. */
  sawServer(id: string, period: Interval): boolean;
  seesSystem(id: string): boolean;
  seesProject(id: string): boolean;
  /** A vendor sees its own contracts only, also of a system that had another vendor before. */
  seesContract(contract: { systemId: string; vendorOrganizationId: string | null }): boolean;
}

const all: Visibility = {
  seesServer: () => true,
  sawServer: () => true,
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

  /**
   * @param period where only the server's past within it is told
   * @throws ApplicationError `not_found`
   */
  async requireServer(scope: Scope, id: string, period?: Interval): Promise<void> {
    const { seesServer, sawServer } = await this.of(scope);
    if (!seesServer(id) && !(period && sawServer(id, period))) throw notFound('server');
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
      new Date(this.clock.nowMs()),
    ]);
    const stints = rows.filter(({ kind }) => kind === 'stint');
    const ids = (kind: Row['kind']) => new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id));
    const [projects, systems, servers] = [ids('project'), ids('system'), ids('server')];
    const organizations = new Set(scope.organizationIds);
    return {
      seesServer: (id) => servers.has(id),
      sawServer: (id, { fromMs, toMs }) =>
        stints.some(
          (one) =>
            one.id === id &&
            (one.since?.getTime() ?? Number.NEGATIVE_INFINITY) <= fromMs &&
            toMs <= (one.until?.getTime() ?? Number.POSITIVE_INFINITY),
        ),
      seesSystem: (id) => systems.has(id),
      seesProject: (id) => projects.has(id),
      seesContract: ({ systemId, vendorOrganizationId }) =>
        systems.has(systemId) &&
        (!scope.isVendor || (vendorOrganizationId !== null && organizations.has(vendorOrganizationId))),
    };
  }
}

interface Row extends Record<string, unknown> {
  /** `stint`: a server's time in a visible system. */
  readonly kind: 'project' | 'system' | 'server' | 'stint';
  readonly id: string;
  readonly since: Date | null;
  readonly until: Date | null;
}

/**
 * `$1` organizations, `$2` systems, `$3` projects, `$4` now.
 *
 * A vendor whose contract has ended goes on seeing the system until another vendor's contract for it has been in force
 * since: somebody has to look after it until the handover. A server that is part of no system now belongs to the one
 * it was in last.
 */
const visibleRows = `
  WITH owned AS (
    SELECT id FROM project
     WHERE id = ANY($3::uuid[]) OR owner_organization_id = ANY($1::uuid[])
        OR evaluator_organization_id = ANY($1::uuid[])
  ), maintained AS (
    SELECT system_id FROM contract own
     WHERE vendor_organization_id = ANY($1::uuid[])
       AND (service_to IS NULL OR service_to > $4::timestamptz OR NOT EXISTS (
         SELECT FROM contract successor
          WHERE successor.system_id = own.system_id
            AND successor.vendor_organization_id <> ALL($1::uuid[])
            AND successor.service_from <= $4::timestamptz
            AND (successor.service_to IS NULL OR successor.service_to > own.service_to)))
  ), visible AS (
    SELECT id, project_id FROM system
     WHERE id = ANY($2::uuid[]) OR project_id IN (SELECT id FROM owned)
        OR id IN (SELECT system_id FROM maintained)
  ), last_place AS (
    SELECT DISTINCT ON (server_id) server_id, system_id, until_at FROM system_component
     ORDER BY server_id, until_at DESC NULLS FIRST
  )
  SELECT 'project' AS kind, id, NULL::timestamptz AS since, NULL::timestamptz AS until FROM owned
  UNION SELECT 'project', project_id, NULL, NULL FROM visible
  UNION SELECT 'system', id, NULL, NULL FROM visible
  UNION SELECT 'server', server_id, NULL, NULL FROM system_component
         WHERE until_at IS NULL AND system_id IN (SELECT id FROM visible)
  UNION SELECT 'server', server_id, NULL, NULL FROM last_place
         WHERE until_at IS NOT NULL AND system_id IN (SELECT id FROM visible)
  UNION SELECT 'stint', server_id, since_at, until_at FROM system_component
         WHERE until_at IS NOT NULL AND system_id IN (SELECT id FROM visible)`;
