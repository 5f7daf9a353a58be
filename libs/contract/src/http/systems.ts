import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

export const systemSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  serviceFrom: instantSchema,
  serviceTo: instantSchema.nullable(),
  components: z.array(z.object({ serverId: z.uuid(), serverName: z.string(), isCritical: z.boolean() })),
});
export type System = z.infer<typeof systemSchema>;
export const systemsResponseSchema = listOf(systemSchema);
export type SystemsResponse = z.infer<typeof systemsResponseSchema>;
