import type { HostFiles } from '../system/host-files.js';
import { toHundredths } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';

/** Load average of one minute, from /proc/loadavg. */
export const createLoadCollector = (files: HostFiles): ImmediateCollector => ({
  name: 'load',
  collect: () => ({ metrics: { load1: toHundredths(parseFloat(files.read('/proc/loadavg'))) } }),
});
