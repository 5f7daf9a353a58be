import type { Server, System } from '@opsgauge/contract';
import { changeServer, saveMakeUp } from '../../shared/api/inventory.js';
import { makeUpOf, withComponent, withoutServer } from './make-up.js';

export interface ServerValues {
  name: string;
  systemId: string | null;
  dependence?: 'critical' | 'none';
}

/** Renames a server, takes it out of the system it was in and puts it into another; only what changed is sent. */
export async function saveServer(
  server: Server,
  { name, systemId, dependence = 'critical' }: ServerValues,
  systems: readonly System[],
): Promise<void> {
  if (name.trim() !== server.name) await changeServer(server.id, { name });
  if (systemId === server.systemId) return;
  const before = systems.find(({ id }) => id === server.systemId);
  if (before) await saveMakeUp(before.id, withoutServer(makeUpOf(before), server.id));
  const after = systems.find(({ id }) => id === systemId);
  if (after) await saveMakeUp(after.id, withComponent(makeUpOf(after), { serverId: server.id, dependence }));
}
