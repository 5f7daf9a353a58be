import type { HostFiles } from '../system/host-files.js';

/** /proc/meminfo by name, in bytes. */
export const readMemoryInformation = (files: HostFiles): Map<string, number> => {
  const values = new Map<string, number>();
  for (const line of files.read('/proc/meminfo').split('\n')) {
    const separator = line.indexOf(':');
    if (separator < 0) continue;
    const bytes = parseInt(line.slice(separator + 1), 10) * (line.endsWith(' kB') ? 1024 : 1);
    if (Number.isFinite(bytes)) values.set(line.slice(0, separator), bytes);
  }
  return values;
};

/** One reading for all who ask at the same moment. */
export const createMemoryReader = (files: HostFiles): ((atMs: number) => Map<string, number>) => {
  let readAtMs: number | undefined;
  let information = new Map<string, number>();
  return (atMs) => {
    if (readAtMs !== atMs) {
      information = readMemoryInformation(files);
      readAtMs = atMs;
    }
    return information;
  };
};
