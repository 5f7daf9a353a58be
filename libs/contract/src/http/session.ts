import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';

export const roleSchema = z.enum(['admin', 'lead', 'operator', 'owner', 'evaluator']);
export type Role = z.infer<typeof roleSchema>;

export const loginRequestSchema = z.object({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(256),
  /** Six digits, or a recovery code: asked for by `second_factor_required`. */
  secondFactor: z.string().trim().min(1).max(32).optional(),
});
export type LoginRequest = z.infer<typeof loginRequestSchema>;

/** Who is asking; `user` is null when nobody is logged in. */
export const sessionSchema = z.object({
  user: z
    .object({
      id: z.uuid(),
      username: z.string(),
      displayName: z.string(),
      role: roleSchema,
      organizationId: z.uuid().nullable(),
      hasTotp: z.boolean(),
    })
    .nullable(),
  /** The password was generated: until it is replaced, accounts and tokens answer `password_change_required`. */
  mustChangePassword: z.boolean(),
  timeZone: z.string(),
  serverTime: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;
