import { toPercent, toWhole } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';

/** Swap in use. A host without swap has no figure, rather than one of zero. */
export const createSwapCollector = (
  readInformation: (atMs: number) => Map<string, number>,
): ImmediateCollector => ({
  name: 'swap',
  collect: (atMs) => {
    const information = readInformation(atMs);
    const total = information.get('SwapTotal');
    const free = information.get('SwapFree');
    if (!total || free === undefined) return {};
    return {
      metrics: { swapUsedPercent: toPercent((100 * (total - free)) / total) },
      additional: { swapUsedBytes: toWhole(total - free) },
    };
  },
});
