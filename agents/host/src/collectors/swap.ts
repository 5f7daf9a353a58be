import type { HostFiles } from '../system/host-files.js';
import { toPercent } from '../system/round.js';
import type { Collector } from './collector.js';
import { readMemoryInformation } from './memory-information.js';

/** Swap in use. A host without swap has no figure, rather than one of zero. */
export const createSwapCollector = (files: HostFiles): Collector => ({
  name: 'swap',
  collect: () => {
    const information = readMemoryInformation(files);
    const total = information.get('SwapTotal');
    const free = information.get('SwapFree');
    if (!total || free === undefined) return {};
    return { metrics: { swapUsedPercent: toPercent((100 * (total - free)) / total) } };
  },
});
