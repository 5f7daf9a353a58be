import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

export const systemComponentSchema = z.object({
  serverId: z.uuid(),
  serverName: z.string(),
  isCritical: z.boolean(),
  groupName: z.string().nullable(),
  /** From when it counts in this way; null: from the beginning. */
  since: instantSchema.nullable(),
});
export type SystemComponent = z.infer<typeof systemComponentSchema>;

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
  components: z.array(systemComponentSchema),
  /** Those that were part of it until `until`, or in another way: its past is judged with them. */
  formerComponents: z.array(systemComponentSchema.extend({ until: instantSchema })),
  /** The any-of-n groups: each works while `requiredCount` of its components do. */
  groups: z.array(z.object({ name: z.string(), requiredCount: z.number().int() })),
});
export type System = z.infer<typeof systemSchema>;
export const systemsResponseSchema = listOf(systemSchema);
export type SystemsResponse = z.infer<typeof systemsResponseSchema>;
