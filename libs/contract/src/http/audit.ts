import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

/** Everything that is written down: what it was done to, a dot, what was done. */
export const auditActions = [
  'session.login',
  'session.login-failed',
  'session.logout',
  'session.revoke',
  'account.create',
  'account.change',
  'account.delete',
  'account.disable',
  'account.enable',
  'account.invite',
  'account.accept-invitation',
  'account.change-password',
  'account.end-sessions',
  'account.second-factor-on',
  'account.second-factor-off',
  'grant.add',
  'grant.remove',
  'api-token.create',
  'api-token.revoke',
  'organization.create',
  'organization.change',
  'organization.delete',
  'project.create',
  'project.change',
  'project.delete',
  'contract.create',
  'contract.change',
  'contract.delete',
  'system.create',
  'system.change',
  'system.delete',
  'system.make-up',
  'server.enrol',
  'server.approve',
  'server.rename',
  'server.move',
  'server.retire',
  'server.unretire',
  'server.gateway',
  'maintenance.create',
  'maintenance.delete',
  'maintenance.end',
  'maintenance.cancel',
  'maintenance.request',
  'maintenance.withdraw',
  'maintenance.approve',
  'maintenance.refuse',
  'probe.create',
  'probe.change',
  'probe.delete',
  'fault-rule.create',
  'fault-rule.change',
  'fault-rule.delete',
  'fault-rule.except',
  'fault-rule.unexcept',
  'inspection.request',
  'fault.report',
  'fault.acknowledge',
  'fault.assign',
  'fault.request-suspension',
  'fault.approve-suspension',
  'fault.resume',
  'fault.repair',
  'fault.reopen',
  'fault.close',
  'fault.request-exclusion',
  'fault.approve-exclusion',
  'fault.refuse',
  'fault.merge',
  'fault.declare-major',
  'fault.record-data-loss',
  'fault.change-severity',
  'fault.comment',
  'root-cause.create',
  'enrolment-token.create',
  'agent-credential.revoke',
  'agent-credential.rotate',
  'backup.request',
  'remote-write-source.create',
  'remote-write-source.delete',
  'remote-write-source.assign',
  'alert-source.create',
  'alert-source.delete',
  'alert-source.change',
  'incoming-alert.dismiss',
  'mail-server.change',
  'mail-server.delete',
  'notification-channel.create',
  'notification-channel.change',
  'notification-channel.delete',
  'notification-subscription.create',
  'notification-subscription.change',
  'notification-subscription.delete',
  'duty-shift.create',
  'duty-shift.change',
  'duty-shift.delete',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One entry of the audit chain: who changed what, from where, before and after (without secrets). */
export const auditEntrySchema = z.object({
  /** Without gaps, from 1. */
  number: z.number().int(),
  at: instantSchema,
  /** Null: the hub itself. */
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  address: z.string().nullable(),
  /** One of `auditActions`, or what an older hub wrote. */
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
