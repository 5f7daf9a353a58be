import { z } from 'zod';
import { instantSchema, inspectionReadingSchema } from '../agent-wire.js';
import { listOf } from './common.js';

export const inspectionSchema = z.object({
  id: z.uuid(),
  serverId: z.uuid(),
  serverName: z.string(),
  /** `expired`: its agent stayed away for a day and is no longer asked for it. */
  state: z.enum(['requested', 'completed', 'expired']),
  requestedAt: instantSchema,
  completedAt: instantSchema.nullable(),
  reading: inspectionReadingSchema.nullable(),
});
export type Inspection = z.infer<typeof inspectionSchema>;
export const inspectionsResponseSchema = listOf(inspectionSchema);
