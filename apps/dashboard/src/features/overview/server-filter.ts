import type { Server } from '@opsgauge/contract';
import { currentValues, levelOf, type Level, type StatusClass } from '../../shared/status.js';

export type StatusFilter = 'all' | 'up' | 'down' | 'maintenance' | 'unknown';

export interface ServerFilter {
  status: StatusFilter;
  systemId: string | null;
  text: string;
  isProblemsOnly: boolean;
}

export interface ServerCounts extends Record<StatusFilter, number> {
  systems: number;
  /** Up, but with CPU, memory or disk at or above the attention threshold. */
  strained: number;
  outOfService: number;
}

const levelRank: Record<Level, number> = { ok: 0, warning: 1, critical: 2 };

/** The worst of CPU, memory and disk of a server that is heard of. */
export function worstLevel(server: Server): Level {
  const values = currentValues(server);
  return [values?.cpuPercent, values?.memoryUsedPercent, values?.diskUsedPercent]
    .map((percent) => levelOf(percent ?? 0))
    .reduce((worst, level) => (levelRank[level] > levelRank[worst] ? level : worst), 'ok');
}

const statusRank: Record<StatusClass, number> = {
  down: 0,
  unknown: 2,
  maintenance: 3,
  up: 5,
  'out-of-service': 6,
};

/** Smaller is more urgent: down (critical components first), unknown, maintenance, critical values, attention, the rest. */
export function urgencyOf(server: Server): number {
  if (server.status === 'up') return statusRank.up - levelRank[worstLevel(server)] / 2;
  return statusRank[server.status] - (server.status === 'down' && server.isCritical ? 1 : 0);
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

export const isProblem = (server: Server): boolean => urgencyOf(server) < statusRank.up;

export function countServers(servers: readonly Server[]): ServerCounts {
  const count = (holds: (server: Server) => boolean) => servers.filter(holds).length;
  return {
    all: servers.length,
    up: count(({ status }) => status === 'up'),
    down: count(({ status }) => status === 'down'),
    maintenance: count(({ status }) => status === 'maintenance'),
    unknown: count(({ status }) => status === 'unknown'),
    outOfService: count(({ status }) => status === 'out-of-service'),
    strained: count((server) => server.status === 'up' && worstLevel(server) !== 'ok'),
    systems: new Set(servers.map(({ systemId }) => systemId).filter(Boolean)).size,
  };
}

/** A thousand servers are put in order with every batch of reports, so each one's urgency is looked up once. */
interface Ranked {
  server: Server;
  urgency: number;
}

/** Problems first; equals by name, so that rows do not change places with every report. */
const byUrgency = (a: Ranked, b: Ranked): number =>
  a.urgency - b.urgency ||
  byName.compare(a.server.name, b.server.name) ||
  a.server.id.localeCompare(b.server.id);

/** The servers the filter lets through, problems first. */
export function filterServers(servers: readonly Server[], filter: ServerFilter): Server[] {
  const text = filter.text.trim().toLocaleLowerCase();
  const isThrough = (server: Server) =>
    (filter.status === 'all' || server.status === filter.status) &&
    (!filter.systemId || server.systemId === filter.systemId) &&
    (!filter.isProblemsOnly || isProblem(server)) &&
    (!text || `${server.name} ${server.hostname} ${server.address ?? ''}`.toLocaleLowerCase().includes(text));
  return servers
    .filter(isThrough)
    .map((server): Ranked => ({ server, urgency: urgencyOf(server) }))
    .sort(byUrgency)
    .map(({ server }) => server);
}
