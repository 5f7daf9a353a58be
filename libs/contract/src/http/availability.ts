import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { decimalSchema, listOf } from './common.js';
import { evidenceSchema, observationSchema, statusClassSchema } from './status.js';

export const periodQuerySchema = z.object({ from: instantSchema, to: instantSchema });
export type PeriodQuery = z.infer<typeof periodQuerySchema>;

export const statusIntervalSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  class: statusClassSchema,
  observation: observationSchema,
  evidence: evidenceSchema,
  /** The host worked but could not reach the hub, which was reachable for others: the network was at fault. */
  isUnreachable: z.boolean(),
});
export type StatusInterval = z.infer<typeof statusIntervalSchema>;

/** `to` is capped at now. Percentages are floored to four decimals; null means no data, never 0 and never 100. */
export const availabilityResponseSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  upMs: z.number(),
  downMs: z.number(),
  unknownMs: z.number(),
  maintenanceMs: z.number(),
  outOfServiceMs: z.number(),
  availabilityPercent: decimalSchema.nullable(),
  coveragePercent: decimalSchema.nullable(),
  pessimisticPercent: decimalSchema.nullable(),
  strictPercent: decimalSchema.nullable(),
  upHours: decimalSchema,
  intervals: z.array(statusIntervalSchema),
});
export type AvailabilityResponse = z.infer<typeof availabilityResponseSchema>;

/** One calendar day of the organisation's zone, for the availability strip. */
export const availabilityDaySchema = z.object({
  date: z.iso.date(),
  upMs: z.number(),
  downMs: z.number(),
  unknownMs: z.number(),
  maintenanceMs: z.number(),
  outOfServiceMs: z.number(),
  availabilityPercent: decimalSchema.nullable(),
  coveragePercent: decimalSchema.nullable(),
});
export type AvailabilityDay = z.infer<typeof availabilityDaySchema>;
/** Dates of the organisation's calendar, both included. */
export const daysQuerySchema = z.object({ from: z.iso.date(), to: z.iso.date() });
export type DaysQuery = z.infer<typeof daysQuerySchema>;
export const availabilityDaysResponseSchema = listOf(availabilityDaySchema).extend({
  total: availabilityResponseSchema.omit({ intervals: true }),
});
export type AvailabilityDaysResponse = z.infer<typeof availabilityDaysResponseSchema>;

/** What a target is at the end of the period, and since when within it. */
const presentStatusSchema = z.object({ status: statusClassSchema, statusSince: instantSchema.nullable() });

/** A calendar month, as far as it lies within the days asked for. */
export const availabilityMonthSchema = availabilityResponseSchema.omit({ intervals: true }).extend({
  /** `2026-11` */
  month: z.string(),
  /** What the contract in force promises, the latest one where there are several; null where none says. */
  targetPercentMin: decimalSchema.nullable(),
  /** Compared exactly, not as printed; null without a target or without a value. */
  isTargetMet: z.boolean().nullable(),
});
export type AvailabilityMonth = z.infer<typeof availabilityMonthSchema>;
export const systemAvailabilityDaysResponseSchema = availabilityDaysResponseSchema
  .extend(presentStatusSchema.shape)
  .extend({ months: z.array(availabilityMonthSchema) });
export type SystemAvailabilityDaysResponse = z.infer<typeof systemAvailabilityDaysResponseSchema>;

/** Every system in sight, day by day. */
export const systemsAvailabilityDaysResponseSchema = listOf(
  availabilityDaysResponseSchema.extend(presentStatusSchema.shape).extend({ systemId: z.uuid() }),
);
export type SystemsAvailabilityDaysResponse = z.infer<typeof systemsAvailabilityDaysResponseSchema>;

export const gapReadingSchema = z.object({
  id: z.string(),
  from: instantSchema,
  to: instantSchema,
  readAt: instantSchema,
  observation: observationSchema,
  evidence: evidenceSchema,
});
export type GapReading = z.infer<typeof gapReadingSchema>;
export const gapReadingsResponseSchema = listOf(gapReadingSchema);
