import { closeSync, constants, mkdirSync, openSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes what was created, renamed or removed in a folder last through a power cut. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Replaces a file as a whole, readable by its owner only: a reader sees the text before or after, never a part. It is
 * on the disk when this returns.
 */
export const writeFileAtomically = async (path: string, text: string): Promise<void> => {
  const temporary = `${path}.tmp`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
};

const inPlaceBytes = 256;

/**
 * Writes a short JSON text over the one before, padded with blanks, without waiting for the disk: after a power cut it
 * may be damaged. For what is written at every tick and may be lost: a rename there would make the file system flush.
 */
export const writeFileInPlace = (path: string, text: string): void => {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  try {
    writeSync(descriptor, text.padEnd(inPlaceBytes), 0);
  } finally {
    closeSync(descriptor);
  }
};

/** Makes a folder that only its owner may enter. */
export const makePrivateFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
};
