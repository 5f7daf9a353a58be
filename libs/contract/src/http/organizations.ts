import { z } from 'zod';
import { listOf } from './common.js';

/** 项目单位, 运维单位, 评价机构: what a person, a system or a contract belongs to. */
export const organizationKindSchema = z.enum(['owner', 'vendor', 'evaluator']);
export type OrganizationKind = z.infer<typeof organizationKindSchema>;

export const organizationInputSchema = z.object({
  name: z.string().trim().min(1).max(100),
  kind: organizationKindSchema,
});
export type OrganizationInput = z.infer<typeof organizationInputSchema>;

export const organizationSchema = organizationInputSchema.extend({ id: z.uuid() });
export type Organization = z.infer<typeof organizationSchema>;
export const organizationsResponseSchema = listOf(organizationSchema);
export type OrganizationsResponse = z.infer<typeof organizationsResponseSchema>;
