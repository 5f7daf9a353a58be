import { Injectable } from '@nestjs/common';
import type { Fault, FaultDetail, faultsQuerySchema, FaultsResponse } from '@opsgauge/contract';
import { isAroundTheClock, possibleActions, startOf } from '@opsgauge/domain';
import type { z } from 'zod';
import type { Scope } from '../accounts/scope.js';
import type { UserAccount } from '../accounts/user-account.entity.js';
import { SystemsService } from '../inventory/systems.service.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { grouped } from '../platform/grouped.js';
import { notFound } from '../platform/errors/application-error.js';
import { faultTables, filtersOf, vendorsOf, type FaultSight } from './fault-filters.js';
import { eventResponse, faultResponse, requestResponse } from './fault-response.js';
import type { FaultRow } from './fault-row.js';
import { FaultStore, type StoredFault } from './fault-store.js';
import { FaultTermsService } from './fault-terms.service.js';
import { actorOf } from './people-deeds.js';
import { RelatedFaults } from './related-faults.service.js';

type Query = z.output<typeof faultsQuerySchema>;
interface NamedRow extends FaultRow {
  readonly system_name: string;
  readonly server_name: string | null;
}

/** Reads faults: what lies outside a scope is not there. */
@Injectable()
export class FaultReader {
  constructor(
    private readonly database: Database,
    private readonly store: FaultStore,
    private readonly terms: FaultTermsService,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
    private readonly related: RelatedFaults,
    private readonly clock: Clock,
  ) {}

  /** The latest start first; `total` counts what the filters find, wherever `before` stands. */
  async list(scope: Scope, user: UserAccount, query: Query): Promise<FaultsResponse> {
    const { condition, values } = filtersOf(await this.sightOf(scope), query, this.clock.nowMs());
    const [found, counted] = await Promise.all([
      this.database.query<NamedRow>(
        `SELECT fault.*, system.name AS system_name, server.name AS server_name FROM ${faultTables}
          WHERE ${condition} AND ($16::uuid IS NULL OR (fault.start_at, fault.id) <
            (SELECT last.start_at, last.id FROM fault last WHERE last.id = $16))
          ORDER BY fault.start_at DESC, fault.id DESC LIMIT $17`,
        [...values, query.before ?? null, query.limit],
      ),
      this.database.query<{ count: string }>(
        `SELECT count(*) FROM ${faultTables} WHERE ${condition}`,
        values,
      ),
    ]);
    const stored = await this.store.withTimelines(this.database, found.rows);
    return { items: await this.describe(stored, user), total: Number(counted.rows[0]!.count) };
  }

  /** @throws ApplicationError `not_found` */
  async get(scope: Scope, user: UserAccount, id: string): Promise<FaultDetail> {
    const row = await this.require(scope, id);
    const [stored] = (await this.store.withTimelines(this.database, [row])) as [StoredFault];
    const { contractId, terms } = await this.terms.of(row.system_id, startOf(stored.fault));
    const [[described], requests, related] = await Promise.all([
      this.describe([stored], user),
      this.store.requestsOf(this.database, id),
      this.related.of(stored, await this.sightOf(scope)),
    ]);
    return {
      ...described!,
      ruleId: row.rule_id,
      evidence: row.evidence,
      timeline: stored.events.map(eventResponse),
      requests: requests.map(requestResponse),
      related,
      contractId,
      isAroundTheClock: isAroundTheClock(terms),
    };
  }

  /** @throws ApplicationError `not_found` for a fault out of sight */
  async require(scope: Scope, id: string): Promise<NamedRow> {
    const row = await this.find(scope, id);
    if (!row) throw notFound('fault');
    return row;
  }

  /** Null for a fault out of sight. */
  async find(scope: Scope, id: string): Promise<NamedRow | null> {
    const { condition, values } = filtersOf(await this.sightOf(scope), {}, this.clock.nowMs());
    const { rows } = await this.database.query<NamedRow>(
      `SELECT fault.*, system.name AS system_name, server.name AS server_name FROM ${faultTables}
        WHERE ${condition} AND fault.id = $16`,
      [...values, id],
    );
    return rows[0] ?? null;
  }

  /** Where a scope lets somebody look. */
  async sightOf(scope: Scope): Promise<FaultSight> {
    if (scope.isEverything) return { systemIds: null, vendorIds: null };
    const { seesSystem } = await this.visibility.of(scope);
    const systems = await this.systems.allNames();
    return {
      systemIds: systems.map(({ id }) => id).filter(seesSystem),
      vendorIds: vendorsOf(scope),
    };
  }

  private async describe(stored: readonly StoredFault[], user: UserAccount): Promise<Fault[]> {
    const termsOf = await this.terms.lookup();
    const ids = stored.map(({ row }) => row.id);
    const open = grouped(await this.store.openRequestsOf(this.database, ids), (one) => one.fault_id);
    const party = user.role === 'evaluator' ? null : actorOf(user).party;
    const nowMs = this.clock.nowMs();
    return stored.map((one) => {
      const { system_name: systemName, server_name: serverName } = one.row as NamedRow;
      const { terms } = termsOf(one.row.system_id, startOf(one.fault));
      return {
        ...faultResponse(one, { systemName, serverName }, terms, nowMs),
        openRequests: (open.get(one.row.id) ?? []).map(requestResponse),
        possibleActions: party === null ? [] : possibleActions(one.fault, party),
      };
    });
  }
}
