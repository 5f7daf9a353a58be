import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

/** One entry of the audit chain: who changed what, from where, before and after (without secrets). */
export const auditEntrySchema = z.object({
  /** Without gaps, from 1. */
  number: z.number().int(),
  at: instantSchema,
  /** Null: the hub itself. */
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  address: z.string().nullable(),
  /** Stable, e.g. `account.create`, `session.login-failed`, `server.retire`. */
  action: z.string(),
  targetKind: z.string(),
  targetId: z.string().nullable(),
  targetName: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  /** SHA-256 over this entry and the hash before it, hexadecimal. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditQuerySchema = z.object({
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  actorId: z.uuid().optional(),
  /** A whole action, or its first part: `account` finds `account.create`. */
  action: z.string().max(64).optional(),
  text: z.string().max(100).optional(),
  /** Entries before this number: how to page on. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export const auditResponseSchema = listOf(auditEntrySchema).extend({ total: z.number() });
export type AuditResponse = z.infer<typeof auditResponseSchema>;

/** The state of the chain: intact, or the first entry that is not. */
export const auditVerificationSchema = z.object({
  entries: z.number(),
  headHash: z.string().nullable(),
  problem: z
    .object({ number: z.number(), kind: z.enum(['changed', 'missing', 'cut']), message: z.string() })
    .nullable(),
});
export type AuditVerification = z.infer<typeof auditVerificationSchema>;
