import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

/** One run of the backup, as it is noted. */
export const backupRunSchema = z.object({
  /** When it began: what it holds is as of this moment. */
  at: instantSchema,
  /** On disk; null where it failed. */
  bytes: z.number().int().nullable(),
  /** Of all tables; null where it failed, or where an older hub made it. */
  rows: z.number().int().nullable().default(null),
  ok: z.boolean(),
  /** Where the backup is, or why there is none. */
  message: z.string(),
});
export type BackupRun = z.infer<typeof backupRunSchema>;

/** Tables copied so far, of how many; both 0 until they are counted. */
export const backupProgressSchema = z.object({
  since: instantSchema,
  tablesDone: z.number().int(),
  tables: z.number().int(),
});
export type BackupProgress = z.infer<typeof backupProgressSchema>;

/** A run, and whether its backup is still there: old ones are taken away by retention, any of them by hand. */
export const listedBackupSchema = backupRunSchema.extend({ isKept: z.boolean() });
export type ListedBackup = z.infer<typeof listedBackupSchema>;

/** The newest run first. */
export const backupsResponseSchema = listOf(listedBackupSchema).extend({
  /** Whether a folder for backups is configured; without one none is made, also not by hand. */
  isScheduled: z.boolean(),
  /** Of the newest backup that is good and still there. */
  lastGoodAt: instantSchema.nullable(),
  /** When the next one is due; null where none is scheduled. */
  nextAt: instantSchema.nullable(),
  /** The last good one is older than the schedule allows, or there is none. */
  isOverdue: z.boolean(),
  /** So many finished backups are kept; older ones are taken away. */
  keptMax: z.number().int(),
  /** The run under way; null where none is. */
  running: backupProgressSchema.nullable(),
});
export type BackupsResponse = z.infer<typeof backupsResponseSchema>;
