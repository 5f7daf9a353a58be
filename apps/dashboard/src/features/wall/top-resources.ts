import type { Server } from '@opsgauge/contract';
import { currentValues } from '../../shared/status.js';

export interface ResourceUse {
  serverId: string;
  serverName: string;
  metric: 'cpu' | 'memory' | 'disk';
  percent: number;
}

/** The fullest of all servers that are heard of, each server's fullest only once. */
export function topResources(servers: readonly Server[], count: number): ResourceUse[] {
  return servers
    .flatMap((server) => {
      const values = currentValues(server);
      if (!values) return [];
      const uses = [
        { metric: 'cpu' as const, percent: values.cpuPercent },
        { metric: 'memory' as const, percent: values.memoryUsedPercent },
        { metric: 'disk' as const, percent: values.diskUsedPercent },
      ].flatMap(({ metric, percent }) =>
        percent === null || percent === undefined
          ? []
          : [{ serverId: server.id, serverName: server.name, metric, percent }],
      );
      return uses.sort((a, b) => b.percent - a.percent).slice(0, 1);
    })
    .sort((a, b) => b.percent - a.percent)
    .slice(0, count);
}
