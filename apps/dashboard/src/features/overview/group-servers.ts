import type { Server } from '@opsgauge/contract';

export interface ServerGroup {
  systemId: string | null;
  systemName: string | null;
  servers: Server[];
}

/** The servers by system, systems and servers in the order in which they come. */
export function groupServers(servers: readonly Server[]): ServerGroup[] {
  const groups = new Map<string | null, ServerGroup>();
  for (const server of servers) {
    const group = groups.get(server.systemId);
    if (group) group.servers.push(server);
    else
      groups.set(server.systemId, {
        systemId: server.systemId,
        systemName: server.systemName,
        servers: [server],
      });
  }
  return [...groups.values()];
}
