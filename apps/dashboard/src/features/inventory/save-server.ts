import type { Server } from '@opsgauge/contract';
import { changeServer, moveServer } from '../../shared/api/inventory.js';

export interface ServerValues {
  name: string;
  systemId: string | null;
  dependence?: 'critical' | 'none';
}

/** Renames a server and moves it to another system; only what changed is sent. */
export async function saveServer(
  server: Server,
  { name, systemId, dependence = 'critical' }: ServerValues,
): Promise<void> {
  if (systemId !== server.systemId) await moveServer(server.id, { systemId, dependence });
  if (name.trim() !== server.name) await changeServer(server.id, { name });
}
