import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { hostMetricNames, hostMetricsSchema, type HostMetricName } from '../metrics.js';
import { listOf } from './common.js';

const bucketValues = z.array(z.number().nullable());
const metricSeries = z.object({ mean: bucketValues, min: bucketValues, max: bucketValues });
export type MetricSeries = z.infer<typeof metricSeries>;

export const samplesQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  points: z.coerce.number().int().min(1).max(600).default(300),
});
export type SamplesQuery = z.infer<typeof samplesQuerySchema>;

/** Aligned buckets over `[from, to)`; `null` where there is a gap. `times` are the buckets' starts. */
export const samplesResponseSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  bucketSeconds: z.number(),
  times: z.array(instantSchema),
  series: z.object(
    Object.fromEntries(hostMetricNames.map((name) => [name, metricSeries])) as Record<
      HostMetricName,
      typeof metricSeries
    >,
  ),
});
export type SamplesResponse = z.infer<typeof samplesResponseSchema>;

export const rawSamplesQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  /** `first` lists from the start of the period, `last` from its end. */
  order: z.enum(['first', 'last']).default('first'),
});
export type RawSamplesQuery = z.infer<typeof rawSamplesQuerySchema>;

/** A sample as it is stored: nothing derived, so that a figure can be checked against it. */
export const rawSampleSchema = z.object({
  epoch: z.number(),
  seq: z.number(),
  runId: z.string(),
  bootId: z.string(),
  observedAt: instantSchema,
  correctionMs: z.number(),
  receivedAt: instantSchema,
  intervalSeconds: z.number(),
  metrics: hostMetricsSchema,
});
export type RawSample = z.infer<typeof rawSampleSchema>;
export const rawSamplesResponseSchema = listOf(rawSampleSchema).extend({ total: z.number() });
export type RawSamplesResponse = z.infer<typeof rawSamplesResponseSchema>;
