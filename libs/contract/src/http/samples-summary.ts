import { z } from 'zod';
import { hostMetricNames } from '../metrics.js';
import { bucketsSchema, samplesPeriodSchema } from './samples.js';

export const samplesSummaryQuerySchema = samplesPeriodSchema;

/** What a metric's values of a whole period come to, in the metric's own unit. */
export const metricSummarySchema = z.object({
  /** Samples that have the metric; above 0. */
  count: z.number().int().positive(),
  mean: z.number(),
  min: z.number(),
  max: z.number(),
  /** The value that 95 % of the samples do not exceed; null where no histogram of the metric is kept. */
  p95: z.number().nullable(),
  /** How far `p95` may lie from that of the samples: 0 where it was counted from them; null with `p95`. */
  p95ErrorMax: z.number().nullable(),
});
export type MetricSummary = z.infer<typeof metricSummarySchema>;

/**
 * Over `[from, to)`. Up to a day the samples themselves are counted (P95 by nearest rank), beyond it what was summed up of
 * whole hours and days. A metric that no sample of the period has is left out.
 */
export const samplesSummaryResponseSchema = bucketsSchema.pick({ from: true, to: true, basis: true }).extend({
  metrics: z.partialRecord(z.enum(hostMetricNames), metricSummarySchema),
});
export type SamplesSummaryResponse = z.infer<typeof samplesSummaryResponseSchema>;
