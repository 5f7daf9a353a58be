import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const segmentName = /^(\d{10})\.spool$/;

/** Numbers of the segments in a folder, ascending; none where there is no folder. */
export const listSegments = async (folder: string): Promise<number[]> => {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names
    .flatMap((name) => segmentName.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
};

export const segmentPath = (folder: string, ordinal: number): string =>
  join(folder, `${String(ordinal).padStart(10, '0')}.spool`);
