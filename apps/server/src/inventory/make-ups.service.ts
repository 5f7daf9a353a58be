import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ServerPlace, SystemMakeUpInput } from '@opsgauge/contract';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import type { Queryable } from '../platform/database/database.js';
import { inTransaction } from '../platform/database/transaction.js';
import { ApplicationError, notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { makeUpInputOf, presentOf, type MakeUp } from './make-up-change.js';
import { assertMakeUp, assertPlaceable, invalid, withoutServer } from './make-up-rules.js';
import { MakeUpStore } from './make-up-store.js';
import { RedundancyGroup } from './redundancy-group.entity.js';
import { Server } from './server.entity.js';
import { SystemComponent } from './system-component.entity.js';
import { System } from './system.entity.js';

/** The one writer of what systems are made of. */
@Injectable()
export class MakeUpsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: MakeUpStore,
    private readonly audit: AuditService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces what a system is made of, from now on.
   * @throws ApplicationError `not_found`; `invalid_request` naming the field; `server_not_approved`;
   *   `server_retired` for one that is and was not in the system before
   */
  async replace(systemId: string, input: SystemMakeUpInput): Promise<void> {
    assertMakeUp(input);
    const serverIds = input.components.map(({ serverId }) => serverId);
    const before = await inTransaction(this.source, async (manager, client) => {
      const [system] = await this.store.lock(manager, client, [systemId]);
      if (!system) throw notFound('system');
      const [makeUp] = await this.store.load(manager, [systemId]);
      const servers = await manager.findBy(Server, { id: In(serverIds) });
      const present = presentOf(makeUp!.memberships).map(({ serverId }) => serverId);
      assertPlaceable(serverIds, servers, new Set(present));
      const told = makeUpInputOf(makeUp!);
      await this.store.write(manager, makeUp!, input, this.now());
      await this.audit.record(
        { action: 'system.make-up', ...systemTarget(system), before: told, after: input },
        client,
      );
      return present;
    });
    this.tell([...serverIds, ...before], [systemId]);
  }

  /**
   * Takes a server out of the systems it is part of and puts it into another, in one step; the past of all of them
   * stays what it was.
   * @throws ApplicationError `not_found` without such a server; `invalid_request` without such a system;
   *   `server_not_approved`, `server_retired`; `group_needs_server` for one that a group cannot spare
   */
  async move(serverId: string, { systemId, dependence }: ServerPlace): Promise<void> {
    const moved = await inTransaction(this.source, async (manager, client) => {
      const server = await manager.findOneBy(Server, { id: serverId });
      if (!server) throw notFound('server');
      if (systemId !== null) assertPlaceable([serverId], [server], new Set(), () => 'systemId');
      const { systems, makeUps } = await this.lockSystemsOf(manager, client, serverId, systemId);
      const target = systems.find(({ id }) => id === systemId);
      if (systemId !== null && !target) throw invalid('systemId', 'does not exist');
      const now = this.now();
      const from = await this.takeOut(manager, { makeUps, systems, serverId, stayingIn: systemId, now });
      if (systemId !== null) {
        const makeUp = makeUps.find((one) => one.systemId === systemId)!;
        const others = withoutServer(makeUpInputOf(makeUp), serverId);
        const components = [...others.components, { serverId, dependence }];
        await this.store.write(manager, makeUp, { ...others, components }, now);
      }
      await this.audit.record(
        {
          action: 'server.move',
          targetKind: 'server',
          targetId: serverId,
          targetName: server.name,
          before: { systems: from.map(({ id, name }) => ({ id, name })) },
          after: target ? { systems: [{ id: target.id, name: target.name }], dependence } : { systems: [] },
        },
        client,
      );
      return systems.map(({ id }) => id);
    });
    this.tell([serverId], moved);
  }

  /**
   * Ends a server's part in every system, within the caller's transaction.
   * @returns the systems it has left, whose pages have to be told once that is committed
   * @throws ApplicationError `group_needs_server`
   */
  async leave(manager: EntityManager, client: Queryable, serverId: string): Promise<System[]> {
    const { systems, makeUps } = await this.lockSystemsOf(manager, client, serverId, null);
    return this.takeOut(manager, { makeUps, systems, serverId, stayingIn: null, now: this.now() });
  }

  /** The part of a server in the system that is made with it: critical, from the beginning. */
  async begin(systemId: string, serverId: string): Promise<void> {
    const input: SystemMakeUpInput = { components: [{ serverId, dependence: 'critical' }], groups: [] };
    await this.store.write(this.source.manager, { systemId, memberships: [], groups: [] }, input, this.now());
    this.tell([serverId], [systemId]);
  }

  /** How many servers a system has now. */
  countServers(manager: EntityManager, systemId: string): Promise<number> {
    return manager.countBy(SystemComponent, { systemId, untilAt: IsNull() });
  }

  /** Within the deletion of a system that was never in service. */
  async forget(manager: EntityManager, systemId: string): Promise<void> {
    await manager.delete(SystemComponent, { systemId });
    await manager.delete(RedundancyGroup, { systemId });
  }

  private async lockSystemsOf(
    manager: EntityManager,
    client: Queryable,
    serverId: string,
    furtherSystemId: string | null,
  ): Promise<{ systems: System[]; makeUps: MakeUp[] }> {
    await client.query('SELECT id FROM server WHERE id = $1 FOR UPDATE', [serverId]);
    const present = await manager.findBy(SystemComponent, { serverId, untilAt: IsNull() });
    const ids = [...present.map(({ systemId }) => systemId), ...(furtherSystemId ? [furtherSystemId] : [])];
    const systems = await this.store.lock(manager, client, ids);
    return {
      systems,
      makeUps: await this.store.load(
        manager,
        systems.map(({ id }) => id),
      ),
    };
  }

  /** @returns the systems it was part of, the one it stays in included */
  private async takeOut(
    manager: EntityManager,
    { makeUps, systems, serverId, stayingIn, now }: TakingOut,
  ): Promise<System[]> {
    const holding = makeUps.filter(({ memberships }) =>
      presentOf(memberships).some((one) => one.serverId === serverId),
    );
    const nameOf = (id: string) => systems.find((system) => system.id === id)!;
    for (const makeUp of holding) {
      const input = withoutServer(makeUpInputOf(makeUp), serverId);
      const short = input.groups.find(
        ({ name, requiredCount }) =>
          input.components.filter(({ groupName }) => groupName === name).length < requiredCount,
      );
      if (short) {
        throw new ApplicationError(
          'group_needs_server',
          `systemId: the group ${short.name} of ${nameOf(makeUp.systemId).name} needs all of its servers`,
          { field: 'systemId' },
        );
      }
      if (makeUp.systemId !== stayingIn) await this.store.write(manager, makeUp, input, now);
    }
    return holding.map(({ systemId }) => nameOf(systemId));
  }

  private now(): Date {
    return new Date(this.clock.nowMs());
  }

  private tell(serverIds: readonly string[], systemIds: readonly string[]): void {
    this.bus.emit('servers.changed', { serverIds, systemIds });
  }
}

interface TakingOut {
  readonly makeUps: readonly MakeUp[];
  readonly systems: readonly System[];
  readonly serverId: string;
  readonly stayingIn: string | null;
  /** One moment for leaving and joining, so that a moved server is never in neither. */
  readonly now: Date;
}

const systemTarget = ({ id, name }: System) => ({ targetKind: 'system', targetId: id, targetName: name });
