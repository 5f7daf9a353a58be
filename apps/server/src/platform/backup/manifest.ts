import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { OperatorError } from './operator-error.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `manifest.json` of a backup. It is written last: a folder without one is not a backup. */
export const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Of the hub that made it. */
  version: z.string(),
  /** The migrations that its schema comes from, oldest first. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      /** Relative: what COPY wrote, gzipped. */
      file: z.string().regex(/^tables\/[\w-]+\.copy\.gz$/),
      rows: z.number().int(),
      /** Of what COPY wrote, before gzip. */
      sha256,
    }),
  ),
  /** The parts that tables are cut into, by the moments they take; left out in backups of hubs that had none. */
  partitions: z
    .array(z.object({ table: z.string(), name: z.string(), from: z.string(), to: z.string() }))
    .default([]),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
  /** Files of the data folder, below `files/`. */
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256 })),
  auditHead: z.object({ number: z.number().int(), hash: sha256, at: z.string() }).nullable(),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type TableBackup = Manifest['tables'][number];

/** Of all tables together. */
export const rowsOf = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0);

const fileOf = (directory: string): string => path.join(directory, 'manifest.json');

/** Whether the folder holds a finished backup. */
export const hasManifest = (directory: string): boolean => fs.existsSync(fileOf(directory));

/** @throws OperatorError when the folder holds no finished backup of a known format */
export function readManifest(directory: string): Manifest {
  if (!hasManifest(directory)) {
    throw new OperatorError(`${directory} holds no finished backup: there is no manifest.json`);
  }
  try {
    return manifestSchema.parse(JSON.parse(fs.readFileSync(fileOf(directory), 'utf8')));
  } catch (error) {
    throw new OperatorError(
      `${fileOf(directory)} is not the manifest of a backup: ${(error as Error).message}`,
    );
  }
}

/** Appears whole or not at all. */
export function writeManifest(directory: string, manifest: Manifest): void {
  const unfinished = `${fileOf(directory)}.partial`;
  fs.writeFileSync(unfinished, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  fs.renameSync(unfinished, fileOf(directory));
}
