import type { HostFiles } from '../system/host-files.js';
import type { ImmediateCollector } from './collector.js';

const firstDigit = 48;
const lastDigit = 57;

/** How many processes there are: the numbered folders of /proc (with hidepid, only those this user may see). */
export const createProcessesCollector = (files: HostFiles): ImmediateCollector => ({
  name: 'processes',
  collect: () => {
    let processCount = 0;
    for (const name of files.list('/proc')) {
      const code = name.charCodeAt(0);
      if (code >= firstDigit && code <= lastDigit) processCount += 1;
    }
    return { metrics: { processCount } };
  },
});
