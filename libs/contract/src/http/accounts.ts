import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';
import { roleSchema } from './session.js';

/** What a grant reaches: everything of an organization, one system, or one project. */
export const grantTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('organization'), organizationId: z.uuid() }),
  z.object({ kind: z.literal('system'), systemId: z.uuid() }),
  z.object({ kind: z.literal('project'), projectId: z.uuid() }),
]);
export type GrantTarget = z.infer<typeof grantTargetSchema>;

/** A role within a target. An account's own role says what kind of work it does; its grants say where. */
export const grantSchema = z.object({ id: z.uuid(), target: grantTargetSchema, targetName: z.string() });
export type Grant = z.infer<typeof grantSchema>;
export const grantInputSchema = z.object({ target: grantTargetSchema });
export type GrantInput = z.infer<typeof grantInputSchema>;

export const usernameSchema = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/, 'must be 2 to 63 small letters, digits, dots, dashes or underscores');

/** Length counts, not the kinds of characters; the common ones are refused by the hub. */
export const newPasswordSchema = z.string().min(12, 'must have at least 12 characters').max(256);

export const accountInputSchema = z.object({
  username: usernameSchema,
  displayName: z.string().trim().min(1).max(64),
  role: roleSchema,
  organizationId: z.uuid().nullable(),
});
export type AccountInput = z.infer<typeof accountInputSchema>;

export const accountChangeSchema = accountInputSchema.omit({ username: true }).partial().extend({
  isDisabled: z.boolean().optional(),
});
export type AccountChange = z.infer<typeof accountChangeSchema>;

export const accountSchema = accountInputSchema.extend({
  id: z.uuid(),
  organizationName: z.string().nullable(),
  isDisabled: z.boolean(),
  /** Invited, and no password chosen yet. */
  isInvited: z.boolean(),
  hasTotp: z.boolean(),
  lastLoginAt: instantSchema.nullable(),
  grants: z.array(grantSchema),
});
export type Account = z.infer<typeof accountSchema>;
export const accountsResponseSchema = listOf(accountSchema);
export type AccountsResponse = z.infer<typeof accountsResponseSchema>;

/** The one-time link an administrator hands to the person: `/invitation#<token>`. */
export const invitationResponseSchema = z.object({ token: z.string(), expiresAt: instantSchema });
export type InvitationResponse = z.infer<typeof invitationResponseSchema>;
/** What of an invitation is read by its link alone. */
export const openInvitationSchema = z.object({ token: z.string().min(8).max(128) });
export type OpenInvitation = z.infer<typeof openInvitationSchema>;
/** Whom an invitation is for, and the name to log in by. */
export const invitedPersonSchema = z.object({ username: z.string(), displayName: z.string() });
export type InvitedPerson = z.infer<typeof invitedPersonSchema>;
export const acceptInvitationSchema = openInvitationSchema.extend({
  password: newPasswordSchema,
});
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;

export const changePasswordSchema = z.object({
  currentPassword: z.string().min(1).max(256),
  newPassword: newPasswordSchema,
});
export type ChangePassword = z.infer<typeof changePasswordSchema>;

/** One's own logins, or somebody's for an administrator. */
export const sessionItemSchema = z.object({
  id: z.string(),
  isCurrent: z.boolean(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema,
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export const sessionsResponseSchema = listOf(sessionItemSchema);
export type SessionsResponse = z.infer<typeof sessionsResponseSchema>;

export const totpSetupSchema = z.object({ secret: z.string(), otpauthUrl: z.string() });
export type TotpSetup = z.infer<typeof totpSetupSchema>;
export const totpCodeSchema = z.object({ code: z.string().regex(/^\d{6}$/, 'must be six digits') });
export type TotpCode = z.infer<typeof totpCodeSchema>;
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

/** A token for programs: as its owner, but never more than reading unless it says so. */
export const apiTokenInputSchema = z.object({
  name: z.string().trim().min(1).max(64),
  canWrite: z.boolean().default(false),
  expiresInDays: z.number().int().min(1).max(366),
});
export type ApiTokenInput = z.infer<typeof apiTokenInputSchema>;
export const apiTokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  canWrite: z.boolean(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
});
export type ApiToken = z.infer<typeof apiTokenSchema>;
export const apiTokensResponseSchema = listOf(apiTokenSchema);
/** The token itself is shown once. */
export const createdApiTokenSchema = apiTokenSchema.extend({ token: z.string() });
export type CreatedApiToken = z.infer<typeof createdApiTokenSchema>;
