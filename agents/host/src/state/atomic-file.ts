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
 * A short JSON text that is written over the one before, padded with blanks, without waiting for the disk: after a power
 * cut it may be damaged. For what is written at every tick and may be lost: a rename there would make the file system
 * flush. The file is made at the first write and stays open.
 */
export class FileInPlace {
  #descriptor: number | undefined;

  constructor(private readonly path: string) {}

  write(text: string): void {
    this.#descriptor ??= openSync(this.path, constants.O_WRONLY | constants.O_CREAT, 0o600);
    writeSync(this.#descriptor, text.padEnd(inPlaceBytes), 0);
  }

  /** Before the file is replaced, and at the end; the next write opens it again. */
  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

/** Makes a folder that only its owner may enter. */
export const makePrivateFolder = (path: string): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
};
