import type { TargetReading } from '@opsgauge/contract';
import type { ImmediateCollector } from './collector.js';
import { probeTarget, type Target } from './target-probe.js';

const cadenceMs = 60_000;

/**
 * Latency and loss to the named targets. They are asked once a minute, all at a time and beside the sampling; a sample
 * only takes over what came in since the one before.
 */
export const createTargetsCollector = (
  targets: readonly Target[],
  probe: (target: Target) => Promise<TargetReading> = probeTarget,
): ImmediateCollector => {
  let startedAtMs = -Infinity;
  let isAsking = false;
  let fresh: TargetReading[] = [];

  const ask = async (): Promise<void> => {
    isAsking = true;
    try {
      fresh = await Promise.all(targets.map((target) => probe(target)));
    } finally {
      isAsking = false;
    }
  };

  return {
    name: 'targets',
    collect: (atMs) => {
      if (!isAsking && targets.length > 0 && atMs - startedAtMs >= cadenceMs) {
        startedAtMs = atMs;
        ask().catch(() => undefined);
      }
      if (fresh.length === 0) return {};
      const found = fresh;
      fresh = [];
      return { additional: { targets: found } };
    },
  };
};
