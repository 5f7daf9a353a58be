import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

/** One run of the scheduled backup. */
export const backupRunSchema = z.object({
  at: instantSchema,
  /** On disk; null where it failed. */
  bytes: z.number().int().nullable(),
  ok: z.boolean(),
  /** Where the backup is, or why there is none. */
  message: z.string(),
});
export type BackupRun = z.infer<typeof backupRunSchema>;

/** The newest run first. */
export const backupsResponseSchema = listOf(backupRunSchema).extend({
  /** Whether a folder for scheduled backups is configured. */
  isScheduled: z.boolean(),
  lastGoodAt: instantSchema.nullable(),
});
export type BackupsResponse = z.infer<typeof backupsResponseSchema>;
