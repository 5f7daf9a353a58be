import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';

export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  database: z.object({ isReachable: z.boolean(), version: z.string().nullable(), embedded: z.boolean() }),
  startedAt: instantSchema,
});
export type Health = z.infer<typeof healthSchema>;
