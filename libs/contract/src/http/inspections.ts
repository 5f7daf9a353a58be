import { z } from 'zod';
import { instantSchema, inspectionReadingSchema } from '../agent-wire.js';
import { listOf } from './common.js';

export const inspectionSchema = z.object({
  id: z.uuid(),
  serverId: z.uuid(),
  serverName: z.string(),
  state: z.enum(['requested', 'completed']),
  requestedAt: instantSchema,
  completedAt: instantSchema.nullable(),
  reading: inspectionReadingSchema.nullable(),
});
export type Inspection = z.infer<typeof inspectionSchema>;
export const inspectionsResponseSchema = listOf(inspectionSchema);
