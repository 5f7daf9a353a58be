import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { decimalSchema, listOf } from './common.js';

export const evaluationSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  projectName: z.string(),
  systemId: z.uuid(),
  systemName: z.string(),
  from: instantSchema,
  to: instantSchema,
  /** The moment the figures are counted up to: the period's end, or now if that is earlier. */
  cutOffAt: instantSchema,
  ruleSet: z.string(),
});
export type Evaluation = z.infer<typeof evaluationSchema>;
export const evaluationsResponseSchema = listOf(evaluationSchema);
export type EvaluationsResponse = z.infer<typeof evaluationsResponseSchema>;

/** One measured indicator. Decimals are strings; `score` is null while too little is known (coverage < 95 %). */
export const actualSchema = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.string(),
  operator: z.enum(['>=', '<=', '=', '>', '<']),
  target: decimalSchema,
  /** Of a target in hours that is a share of the time in service so far, and so grows with it: that share. */
  targetSharePercent: decimalSchema.nullable(),
  actual: decimalSchema.nullable(),
  /** What the actual was counted from, exact. Of measures of time (`up-hours`, `availability`): whole milliseconds. */
  numerator: decimalSchema,
  denominator: decimalSchema,
  coveragePercent: decimalSchema.nullable(),
  fullScore: decimalSchema,
  score: decimalSchema.nullable(),
  /** Name and version of the measure's definition, e.g. `up-hours@1`. */
  measure: z.string(),
  ruleSet: z.string(),
  evidenceUrl: z.string(),
});
export type Actual = z.infer<typeof actualSchema>;
export const actualsResponseSchema = listOf(actualSchema).extend({
  evaluation: evaluationSchema,
  total: z.object({
    fullScore: decimalSchema,
    /** Sum of the rows that have a score; null where none has. */
    score: decimalSchema.nullable(),
    scoredFullScore: decimalSchema,
    grade: z.string().nullable(),
  }),
});
export type ActualsResponse = z.infer<typeof actualsResponseSchema>;
