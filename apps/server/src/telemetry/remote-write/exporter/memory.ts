import type { HostMetrics } from '@opsgauge/contract';
import { toPercent, toWhole } from './round.js';
import type { Readings } from './series.js';

/** Memory and swap in use: all but what the kernel says is available to programs. Without swap it has no figure. */
export function readMemory(readings: Readings): { metrics: HostMetrics; swapUsedBytes?: number } {
  const metrics: HostMetrics = {};
  const total = readings.value('node_memory_MemTotal_bytes');
  const available = availableBytes(readings);
  if (total && available !== undefined) {
    const used = Math.max(0, total - available);
    metrics.memoryUsedBytes = toWhole(used);
    metrics.memoryUsedPercent = toPercent((100 * used) / total);
  }
  const swapTotal = readings.value('node_memory_SwapTotal_bytes');
  const swapFree = readings.value('node_memory_SwapFree_bytes');
  if (!swapTotal || swapFree === undefined) return { metrics };
  const swapUsed = Math.max(0, swapTotal - swapFree);
  metrics.swapUsedPercent = toPercent((100 * swapUsed) / swapTotal);
  return { metrics, swapUsedBytes: toWhole(swapUsed) };
}

function availableBytes(readings: Readings): number | undefined {
  const of = (name: string) => readings.value(`node_memory_${name}_bytes`);
  const available = of('MemAvailable');
  if (available !== undefined) return available;
  // Kernels before 3.14 do not estimate it.
  const free = of('MemFree');
  if (free === undefined) return undefined;
  const part = (name: string) => of(name) ?? 0;
  return free + part('Buffers') + part('Cached') + part('SReclaimable') - part('Shmem');
}
