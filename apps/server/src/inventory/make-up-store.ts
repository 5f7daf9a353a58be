import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SystemMakeUpInput } from '@opsgauge/contract';
import { type EntityManager, In } from 'typeorm';
import type { Queryable } from '../platform/database/database.js';
import { makeUpChange, type MakeUp } from './make-up-change.js';
import { RedundancyGroup } from './redundancy-group.entity.js';
import { SystemComponent } from './system-component.entity.js';
import { System } from './system.entity.js';

/** The rows that say what systems are and were made of. */
@Injectable()
export class MakeUpStore {
  /** Of two who change a system at once, the later one finds what the first has made of it. */
  async lock(manager: EntityManager, client: Queryable, ids: readonly string[]): Promise<System[]> {
    await client.query('SELECT id FROM system WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
    return manager.findBy(System, { id: In([...ids]) });
  }

  async load(manager: EntityManager, systemIds: readonly string[]): Promise<MakeUp[]> {
    const where = { systemId: In([...systemIds]) };
    const memberships = await manager.findBy(SystemComponent, where);
    const groups = await manager.findBy(RedundancyGroup, where);
    return systemIds.map((systemId) => ({
      systemId,
      memberships: memberships.filter((one) => one.systemId === systemId),
      groups: groups.filter((one) => one.systemId === systemId),
    }));
  }

  /** Has a system made of something else from `now` on. */
  async write(manager: EntityManager, makeUp: MakeUp, input: SystemMakeUpInput, now: Date): Promise<void> {
    const serverIds = input.components.map(({ serverId }) => serverId);
    const placed = await manager.findBy(SystemComponent, { serverId: In(serverIds) });
    const { ended, undone, groups, joined } = makeUpChange(makeUp, input, {
      now,
      isNewcomer: (serverId) => !placed.some((one) => one.serverId === serverId),
      newId: () => crypto.randomUUID(),
    });
    const idsOf = (rows: readonly SystemComponent[]) => In(rows.map(({ id }) => id));
    await manager.update(SystemComponent, { id: idsOf(ended) }, { untilAt: now });
    await manager.delete(SystemComponent, { id: idsOf(undone) });
    await manager.insert(RedundancyGroup, [...groups]);
    await manager.insert(SystemComponent, [...joined]);
  }
}
