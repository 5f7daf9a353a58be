import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

export const fleetLoadQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  /** Whole days or months are put together: those that begin within the period and are over. */
  unit: z.enum(['day', 'month']).default('day'),
});
export type FleetLoadQuery = z.infer<typeof fleetLoadQuerySchema>;

/** Of a percentage: `p95` lies at most one percentage point from that of the samples. */
const loadSummarySchema = z.object({ mean: z.number(), max: z.number(), p95: z.number() }).nullable();

/** How loaded each server was; one of which nothing is summed up in the period is left out. */
export const fleetLoadResponseSchema = listOf(
  z.object({
    serverId: z.uuid(),
    cpuPercent: loadSummarySchema,
    memoryUsedPercent: loadSummarySchema,
    diskUsedPercent: loadSummarySchema,
  }),
);
export type FleetLoadResponse = z.infer<typeof fleetLoadResponseSchema>;
