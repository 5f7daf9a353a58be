import type { Server, System, SystemComponent } from '@opsgauge/contract';

/** A component with what is known of its server now. */
export interface ComponentRow extends SystemComponent {
  /** Undefined of a retired one, or while the servers are not read yet. */
  server: Server | undefined;
  /** What it is reached through; null where nothing is set. */
  gateway: { id: string; name: string } | null;
  /** Of its any-of-n group; null outside of any. */
  group: { name: string; requiredCount: number; upCount: number; count: number } | null;
}

const rank = ({ isCritical, groupName }: SystemComponent) => (isCritical ? 0 : groupName !== null ? 1 : 2);

/** Those that the system depends on first, groups together, by name. */
export function componentRows(system: System, servers: readonly Server[]): ComponentRow[] {
  const byId = new Map(servers.map((server) => [server.id, server]));
  const isUp = ({ serverId }: SystemComponent) => byId.get(serverId)?.status === 'up';
  return system.components
    .map((component) => {
      const server = byId.get(component.serverId);
      const gatewayId = server?.gatewayServerId ?? null;
      const group = system.groups.find(({ name }) => name === component.groupName);
      const members = system.components.filter(({ groupName }) => groupName === group?.name);
      return {
        ...component,
        server,
        gateway: gatewayId === null ? null : { id: gatewayId, name: byId.get(gatewayId)?.name ?? gatewayId },
        group: group ? { ...group, upCount: members.filter(isUp).length, count: members.length } : null,
      };
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.groupName ?? '').localeCompare(b.groupName ?? '', 'zh-CN') ||
        a.serverName.localeCompare(b.serverName, 'zh-CN', { numeric: true }),
    );
}
