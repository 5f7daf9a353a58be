import type { Server } from '@opsgauge/contract';
import { changeServer, moveServer } from '../../shared/api/inventory.js';

export interface ServerValues {
  name: string;
  systemId: string | null;
  dependence?: 'critical' | 'none';
  gatewayServerId?: string | null;
}

/**
 * Approves a server that waits, moves it to another system, sets its gateway and renames it, in the order in which the hub takes it; only
 * what changed is sent.
 */
export async function saveServer(
  server: Server,
  { name, systemId, dependence = 'critical', gatewayServerId = null }: ServerValues,
): Promise<void> {
  const isRenamed = name.trim() !== server.name;
  if (!server.isApproved) await changeServer(server.id, { isApproved: true });
  if (systemId !== server.systemId) await moveServer(server.id, { systemId, dependence });
  if (gatewayServerId !== server.gatewayServerId) await changeServer(server.id, { gatewayServerId });
  if (isRenamed) await changeServer(server.id, { name });
}
