import type { HostMetrics } from '@opsgauge/contract';
import { toPercent } from './round.js';
import type { Readings } from './series.js';

/** `guest` and `guest_nice` are counted in `user` and `nice` already. */
const modes = ['user', 'nice', 'system', 'idle', 'iowait', 'irq', 'softirq', 'steal'];

/**
 * Shares of the time of all processors since the scrape before. `cpuPercent` is everything but idle and waiting for
 * I/O, as agents count it.
 */
export function readProcessor(readings: Readings): HostMetrics {
  const spent = new Map<string, number>();
  for (const [cpu, mode] of readings.labelsOf('node_cpu_seconds_total')) {
    if (!modes.includes(mode!)) continue;
    const moved = readings.moved('node_cpu_seconds_total', cpu!, mode!);
    // The kernel's iowait may step back a little; any other that does began anew, and so did the rest.
    if (moved === undefined && mode !== 'iowait') return {};
    spent.set(mode!, (spent.get(mode!) ?? 0) + (moved ?? 0));
  }
  const total = [...spent.values()].reduce((sum, seconds) => sum + seconds, 0);
  if (total <= 0) return {};
  const share = (mode: string): number => (100 * (spent.get(mode) ?? 0)) / total;
  return {
    cpuPercent: toPercent(100 - share('idle') - share('iowait')),
    ioWaitPercent: toPercent(share('iowait')),
    stealPercent: toPercent(share('steal')),
  };
}
