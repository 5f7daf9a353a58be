import type { HostFiles } from './host-files.js';

/** The distribution's own name for itself, from os-release; `undefined` where it does not tell. */
export const readDistribution = (files: HostFiles): string | undefined => {
  for (const path of ['/etc/os-release', '/usr/lib/os-release']) {
    try {
      const name = /^PRETTY_NAME="?(.*?)"?$/m.exec(files.read(path))?.[1];
      // Files are read as Latin-1; names may be Chinese.
      if (name) return Buffer.from(name, 'latin1').toString('utf8').slice(0, 255);
    } catch {
      continue;
    }
  }
  return undefined;
};
