import type { Server } from '@opsgauge/contract';
import { changeServer, moveServer } from '../../shared/api/inventory.js';

export interface ServerValues {
  name: string;
  systemId: string | null;
  dependence?: 'critical' | 'none';
}

/**
 * Approves a server that waits, renames it and moves it to another system, in the order in which the hub takes it; only
 * what changed is sent.
 */
export async function saveServer(
  server: Server,
  { name, systemId, dependence = 'critical' }: ServerValues,
): Promise<void> {
  const isRenamed = name.trim() !== server.name;
  if (!server.isApproved) await changeServer(server.id, { isApproved: true });
  if (systemId !== server.systemId) await moveServer(server.id, { systemId, dependence });
  if (isRenamed) await changeServer(server.id, { name });
}
