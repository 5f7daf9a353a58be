import { mkdirSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface WriteOptions {
  /** Reach the disk before returning (default). Without it a power cut may leave the earlier text, or none. */
  isDurable?: boolean;
}

/** Makes what was created, renamed or removed in a folder last through a power cut. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Replaces a file as a whole, readable by its owner only: a reader sees the text before or after, never a part. */
export const writeFileAtomically = async (
  path: string,
  text: string,
  { isDurable = true }: WriteOptions = {},
): Promise<void> => {
  const temporary = `${path}.tmp`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(text);
      if (isDurable) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  if (isDurable) await syncFolder(dirname(path));
};

/** Makes a folder that only its owner may enter. */
export const makePrivateFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
};
