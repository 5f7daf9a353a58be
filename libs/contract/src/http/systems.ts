import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

export const systemSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  projectId: z.uuid(),
  projectName: z.string(),
  /** The first contract's start; null without any contract. */
  serviceFrom: instantSchema.nullable(),
  /** The last contract's end; null where none is agreed. */
  serviceTo: instantSchema.nullable(),
  components: z.array(
    z.object({
      serverId: z.uuid(),
      serverName: z.string(),
      isCritical: z.boolean(),
      groupName: z.string().nullable(),
    }),
  ),
  /** The any-of-n groups: each works while `requiredCount` of its components do. */
  groups: z.array(z.object({ name: z.string(), requiredCount: z.number().int() })),
});
export type System = z.infer<typeof systemSchema>;
export const systemsResponseSchema = listOf(systemSchema);
export type SystemsResponse = z.infer<typeof systemsResponseSchema>;
