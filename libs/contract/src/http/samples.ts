import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import {
  additionalReadingsSchema,
  deviceReadingsSchema,
  hostMetricNames,
  hostMetricsSchema,
} from '../metrics.js';
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
export const pointsSchema = z.coerce
  .number()
  .int()
  .min(1)
  .max(600)
  .default(300)
  .describe('How many buckets at most; they are as short as that allows, and begin at round times.');

/** The edges of a period, as every question about samples has them. */
export const samplesPeriodSchema = z.object({
  from: instantSchema.describe('Start of the period, included.'),
  to: instantSchema.describe('End of the period, not included; later than `from`.'),
});

/** `cpuPercent,load1` as the names themselves. */
const metricNamesSchema = z
  .string()
  .describe(`Names of metrics with commas between; left out: all. One of ${hostMetricNames.join(', ')}.`)
  .transform((names) => names.split(','))
  .pipe(z.array(z.enum(hostMetricNames)).min(1));

export const samplesQuerySchema = samplesPeriodSchema.extend({
  points: pointsSchema,
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

export const rawSamplesQuerySchema = samplesPeriodSchema.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('How many samples at most.'),
  order: z
    .enum(['first', 'last'])
    .default('first')
    .describe('`first` lists from the start of the period, `last` from its end; either in order of time.'),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.\d{1,9}$/)
    .optional()
    .describe('`nextCursor` of the page before, with the same period and order; left out: the first page.'),
  include: z
    .literal('devices')
    .optional()
    .describe('`devices`: with what each sample says of mounts, disks, interfaces and targets.'),
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
  /** Where they were asked for. */
  devices: deviceReadingsSchema.optional(),
  additional: additionalReadingsSchema.optional(),
});
export type RawSample = z.infer<typeof rawSampleSchema>;
export const rawSamplesResponseSchema = listOf(rawSampleSchema).extend({
  /** Of the whole period, whatever the page. */
  total: z.number(),
  /** Asks for the next page; null after the last. */
  nextCursor: z.string().nullable(),
  /** `hours`: of the period, or part of it, only rows of hours are left. */
  basis: figuresBasisSchema,
  /** The server's earliest sample that is still kept; null where none is. */
  rawFrom: instantSchema.nullable(),
});
export type RawSamplesResponse = z.infer<typeof rawSamplesResponseSchema>;
