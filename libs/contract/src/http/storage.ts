import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';

/**
 * Where telemetry lies: `recent` samples as they came, the `raw` samples of folded hours, the rows of `hours`, `days`
 * and `months` counted from them. `other` is everything else in the database.
 */
export const storagePartSchema = z.enum(['recent', 'raw', 'hours', 'days', 'months', 'other']);
export type StoragePart = z.infer<typeof storagePartSchema>;

/** How much the telemetry takes up and how far back it goes. */
export const storageResponseSchema = z.object({
  databaseBytes: z.number().int(),
  /** Above it the oldest raw samples of folded hours are let go; the figures counted from them stay. */
  rawBudgetBytes: z.number().int(),
  /** So many days raw samples are kept whatever the budget says. */
  rawKeptDays: z.number().int(),
  /** So many years the rows of hours are kept; those of days and months for good. */
  hoursKeptYears: z.number().int(),
  /** Each part once, in the order of `storagePartSchema`. */
  parts: z.array(
    z.object({
      part: storagePartSchema,
      /** Indexes included. */
      bytes: z.number().int(),
      /** Start of the earliest and end of the latest that it holds; null where it is empty, or for `other`. */
      from: instantSchema.nullable(),
      to: instantSchema.nullable(),
    }),
  ),
  /** Every hour before it is folded; null where none is yet. */
  foldedUntil: instantSchema.nullable(),
  /** Folded hours for which samples have come since; they are folded again. */
  lateHours: z.number().int(),
  /** Periods whose raw samples are kept because a figure rests on them. */
  keptSpans: z.number().int(),
  jobs: z.array(z.object({ name: z.string(), lastSuccessAt: instantSchema.nullable() })),
});
export type StorageResponse = z.infer<typeof storageResponseSchema>;
