import type { Server } from '@opsgauge/contract';
import { currentValues } from '../../shared/status.js';

/** How loaded all servers are together; null where none of them tells. */
export interface FleetLoad {
  /** Mean CPU of those that were heard, over the last hour in equal steps. */
  cpuLastHour: (number | null)[];
  cpuPercent: number | null;
  memoryUsedPercent: number | null;
  receiveBytesPerSecond: number | null;
  transmitBytesPerSecond: number | null;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const numbers = (values: readonly (number | null | undefined)[]): number[] =>
  values.filter((value) => typeof value === 'number');

function meanOf(values: readonly (number | null | undefined)[]): number | null {
  const known = numbers(values);
  return known.length === 0 ? null : sum(known) / known.length;
}

function sumOf(values: readonly (number | null | undefined)[]): number | null {
  const known = numbers(values);
  return known.length === 0 ? null : sum(known);
}

/** The means and sums of all servers that are heard of. */
export function fleetLoad(servers: readonly Server[]): FleetLoad {
  const latest = servers.map(currentValues);
  const steps = Math.max(0, ...servers.map(({ cpuLastHour }) => cpuLastHour.length));
  return {
    cpuLastHour: Array.from({ length: steps }, (_, step) =>
      meanOf(servers.map(({ cpuLastHour }) => cpuLastHour[step])),
    ),
    cpuPercent: meanOf(latest.map((values) => values?.cpuPercent)),
    memoryUsedPercent: meanOf(latest.map((values) => values?.memoryUsedPercent)),
    receiveBytesPerSecond: sumOf(latest.map((values) => values?.networkReceiveBytesPerSecond)),
    transmitBytesPerSecond: sumOf(latest.map((values) => values?.networkTransmitBytesPerSecond)),
  };
}
