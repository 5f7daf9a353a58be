import { readMonotonicMs } from '../system/boot.js';
import type { HostFiles } from '../system/host-files.js';
import { toWhole } from '../system/round.js';
import type { ImmediateCollector } from './collector.js';

/** Whole seconds since boot. */
export const createUptimeCollector = (files: HostFiles): ImmediateCollector => ({
  name: 'uptime',
  collect: () => ({ metrics: { uptimeSeconds: toWhole(Math.floor(readMonotonicMs(files) / 1000)) } }),
});
