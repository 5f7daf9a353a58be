import { platform, uptime } from 'node:os';
import type { HostFiles } from './host-files.js';

/** The name of every boot where nothing tells one from another. */
export const unreadableBoot = 'unreadable';

/** Names this boot of the host. Where /proc hides it, one constant: no boot is then ever seen, and none is invented. */
export const readBootId = (files: HostFiles): string => {
  try {
    return files.read('/proc/sys/kernel/random/boot_id').trim() || unreadableBoot;
  } catch {
    return unreadableBoot;
  }
};

/**
 * Milliseconds since boot, suspension included (/proc/uptime is CLOCK_BOOTTIME), in steps of 10; on other systems than
 * Linux what Node tells.
 * @throws where /proc/uptime cannot be read or makes no sense.
 */
export const readMonotonicMs = (files: HostFiles): number => {
  if (platform() !== 'linux') return Math.round(uptime() * 1000);
  const seconds = Number(files.read('/proc/uptime').split(' ', 1)[0]);
  if (!Number.isFinite(seconds)) throw new Error('/proc/uptime holds no number');
  return Math.round(seconds * 1000);
};
