import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

/** The pages whose filters can be kept under a name. */
export const viewPageSchema = z.enum(['faults']);
export type ViewPage = z.infer<typeof viewPageSchema>;

/** Somebody's own view of a page: its filters under a name. */
export const userViewInputSchema = z.object({
  page: viewPageSchema,
  name: z.string().trim().min(1).max(40),
  /** The query of the page's address, without its question mark. */
  query: z.string().max(500),
});
export type UserViewInput = z.infer<typeof userViewInputSchema>;
export const userViewSchema = userViewInputSchema.extend({ id: z.uuid(), createdAt: instantSchema });
export type UserView = z.infer<typeof userViewSchema>;

export const userViewsQuerySchema = z.object({ page: viewPageSchema });
export type UserViewsQuery = z.infer<typeof userViewsQuerySchema>;
export const userViewsResponseSchema = listOf(userViewSchema);
export type UserViewsResponse = z.infer<typeof userViewsResponseSchema>;
