import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { hostMetricNames, hostMetricsSchema } from '../metrics.js';
import { listOf } from './common.js';

const bucketValues = z.array(z.number().nullable());
export const metricSeriesSchema = z.object({ mean: bucketValues, min: bucketValues, max: bucketValues });
export type MetricSeries = z.infer<typeof metricSeriesSchema>;

/**
 * What figures were counted from: the samples themselves, or the rows of whole hours that are kept of them, where the
 * samples are gone or the period is long.
 */
export const figuresBasisSchema = z.enum(['samples', 'hours']);
export type FiguresBasis = z.infer<typeof figuresBasisSchema>;

/** How many buckets an answer may have. */
export const pointsSchema = z.coerce.number().int().min(1).max(600).default(300);

/** `cpuPercent,load1` as the names themselves. */
const metricNamesSchema = z
  .string()
  .transform((names) => names.split(','))
  .pipe(z.array(z.enum(hostMetricNames)).min(1));

export const samplesQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  points: pointsSchema,
  /** Comma-separated; left out: all. */
  metrics: metricNamesSchema.optional(),
});
export type SamplesQuery = z.infer<typeof samplesQuerySchema>;

/** Aligned buckets over `[from, to)`, whatever is in them. */
export const bucketsSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  bucketSeconds: z.number(),
  times: z.array(instantSchema),
  basis: figuresBasisSchema,
});

/** Aligned buckets over `[from, to)`; `null` where there is a gap. `times` are the buckets' starts. */
export const samplesResponseSchema = bucketsSchema.extend({
  /** Those asked for. */
  series: z.partialRecord(z.enum(hostMetricNames), metricSeriesSchema),
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
export const rawSamplesResponseSchema = listOf(rawSampleSchema).extend({
  total: z.number(),
  /** `hours`: of the period, or part of it, only rows of hours are left. */
  basis: figuresBasisSchema,
  /** The server's earliest sample that is still kept; null where none is. */
  rawFrom: instantSchema.nullable(),
});
export type RawSamplesResponse = z.infer<typeof rawSamplesResponseSchema>;
