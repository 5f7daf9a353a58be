import type { Server } from '@opsgauge/contract';
import { thresholds } from '@opsgauge/charts';
import { reading } from './format/figures.js';

export type StatusClass = Server['status'];

export type Level = 'ok' | 'warning' | 'critical';

/** How a percentage of CPU, memory or disk stands, as it is printed, against the two thresholds. */
export function levelOf(percent: number): Level {
  const printed = Number(reading(percent));
  return printed >= thresholds.critical ? 'critical' : printed >= thresholds.warning ? 'warning' : 'ok';
}

/** A server counts as reporting while it is within its soft-miss limit: three intervals, at least 30 seconds. */
export const isReporting = (server: Pick<Server, 'lastReportAt' | 'intervalSeconds'>, now: number): boolean =>
  server.lastReportAt !== null &&
  now - Date.parse(server.lastReportAt) <= Math.max(3 * server.intervalSeconds, 30) * 1000;

/** Whether the last values of a server still speak of now; of a silent one they do not and are not shown. */
export const hasCurrentValues = (server: Pick<Server, 'status' | 'latest'>): boolean =>
  server.latest !== null && server.status !== 'down' && server.status !== 'unknown';

/** The last values of a server that is heard of, else null. */
export const currentValues = (server: Pick<Server, 'status' | 'latest'>): Server['latest'] =>
  hasCurrentValues(server) ? server.latest : null;

/** Whether values of a server come, but from no agent of ours: a Prometheus writes them. */
export const isWithoutAgent = ({
  lastReportAt,
  agentVersion,
}: Pick<Server, 'lastReportAt' | 'agentVersion'>): boolean => lastReportAt !== null && agentVersion === null;
