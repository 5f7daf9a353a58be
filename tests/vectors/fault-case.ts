import { exclusionGrounds, faultSeverities, faultStates } from '@opsgauge/domain';
import { z } from 'zod';

/** Instants are ISO 8601 with an offset, so that an auditor reads the organisation's clocks. */
const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const party = z.enum(['operator', 'owner', 'admin', 'platform']);
const severity = z.enum(faultSeverities);
const entry = { at: instant, by: party };
const beginning = {
  ...entry,
  /** The entry's own moment, where left out; so with the other moments. */
  start: instant.optional(),
  severity: severity.default('serious'),
  stopsCriticalService: z.boolean().default(false),
};
const request = { ...entry, request: z.string() };

const eventSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('detect'), ...beginning }),
  z.strictObject({ action: z.literal('report'), ...beginning }),
  z.strictObject({ action: z.literal('acknowledge'), ...entry }),
  z.strictObject({ action: z.literal('requestSuspension'), ...request }),
  z.strictObject({ action: z.literal('approveSuspension'), ...request }),
  z.strictObject({ action: z.literal('resume'), ...entry }),
  z.strictObject({ action: z.literal('recover'), ...entry, recovered: instant.optional() }),
  z.strictObject({ action: z.literal('repair'), ...entry, repaired: instant.optional() }),
  z.strictObject({ action: z.literal('reopen'), ...entry, reopened: instant.optional() }),
  z.strictObject({ action: z.literal('close'), ...entry, rootCause: z.string() }),
  z.strictObject({ action: z.literal('requestExclusion'), ...request, ground: z.enum(exclusionGrounds) }),
  z.strictObject({ action: z.literal('approveExclusion'), ...request }),
  z.strictObject({ action: z.literal('refuse'), ...request }),
  z.strictObject({ action: z.literal('merge'), ...entry, into: z.string() }),
  z.strictObject({
    action: z.literal('absorb'),
    ...entry,
    fault: z.string(),
    start: instant,
    notifiable: instant,
  }),
  z.strictObject({ action: z.literal('declareMajor'), ...entry, isMajor: z.boolean() }),
  z.strictObject({ action: z.literal('recordDataLoss'), ...entry }),
  z.strictObject({ action: z.literal('changeSeverity'), ...entry, severity }),
  z.strictObject({ action: z.literal('reread'), ...entry, cause: z.enum(['network', 'agent']) }),
  z.strictObject({ action: z.literal('comment'), ...entry }),
]);
export type EventOfCase = z.infer<typeof eventSchema>;

const place = { system: z.string().default('system'), component: z.string().nullable().default(null) };

/** What a machine saw of one condition: faults `id#1`, `id#2`, … come of it. */
const conditionSchema = z.strictObject({
  condition: z.string(),
  ...place,
  changes: z.array(
    z.union([
      z.strictObject({ at: instant.optional(), down: instant }),
      z.strictObject({ at: instant.optional(), up: instant }),
    ]),
  ),
});
export type ConditionOfCase = z.infer<typeof conditionSchema>;

const timelineSchema = z.strictObject({ id: z.string(), ...place, timeline: z.array(eventSchema).min(1) });
export type TimelineOfCase = z.infer<typeof timelineSchema>;

const limits = { responseMinutes: z.number().min(0).default(30), repairHours: z.number().min(0).default(24) };
const clockTime = z.string().regex(/^\d\d:\d\d$/);
const contractSchema = z.strictObject({
  ...limits,
  severities: z.partialRecord(severity, z.strictObject(limits)).default({}),
  calendar: z
    .strictObject({
      workingDays: z.array(z.number().int().min(1).max(7)),
      fromTime: clockTime,
      toTime: clockTime,
      holidays: z.array(z.iso.date()).default([]),
      extraWorkingDays: z.array(z.iso.date()).default([]),
    })
    .nullable()
    .default(null),
  serviceFrom: instant.nullable().default(null),
  serviceTo: instant.nullable().default(null),
  repeatDays: z.number().int().min(0).default(30),
  majorUnusableMinutes: z.number().min(0).default(30),
  timeZone: z.string().default('Asia/Shanghai'),
});
export type ContractOfCase = z.infer<typeof contractSchema>;

const figure = z.string().regex(/^-?\d+(\.\d+)?$/, 'not a decimal number');
const measure = z.union([figure, z.number()]).nullable().optional();
const clockState = z.enum(['running', 'paused', 'met', 'missed', 'autoRecovered', 'notDue']);
const expectedFault = z.strictObject({
  state: z.enum(faultStates).optional(),
  start: instant.optional(),
  recovered: instant.nullable().optional(),
  response: clockState.optional(),
  /** How long the clock has run; exact. */
  responseMinutes: figure.optional(),
  responseDeadline: instant.nullable().optional(),
  repair: clockState.optional(),
  repairHours: figure.optional(),
  repairDeadline: instant.nullable().optional(),
  isMajor: z.boolean().optional(),
  isMajorByRule: z.boolean().optional(),
  isExcluded: z.boolean().optional(),
  cause: z.enum(['network', 'agent']).nullable().optional(),
  repeats: z.string().nullable().optional(),
  flapCount: z.number().int().optional(),
  /** Why entries of the timeline were refused, in their order; those are left out. None, where left out. */
  refused: z.array(z.string()).optional(),
});
export type ExpectedFault = z.infer<typeof expectedFault>;

export const faultCaseSchema = z.strictObject({
  name: z.string(),
  note: z.unknown().optional(),
  contract: contractSchema.prefault({}),
  period: z
    .strictObject({ from: instant, to: instant })
    .refine(({ from, to }) => from <= to, 'ends before it starts'),
  now: instant,
  faults: z.array(z.union([timelineSchema, conditionSchema])),
  expect: z
    .strictObject({
      faultCount: measure,
      majorFaultCount: measure,
      responseTimelyRate: measure,
      repairTimelyRate: measure,
      meanResponseHours: measure,
      meanRepairHours: measure,
      repeatRate: measure,
      /** `numerator/denominator` of a measure. */
      fractions: z.record(z.string(), z.string()).optional(),
      /** The faults that a measure was counted from. */
      evidence: z.record(z.string(), z.array(z.string())).optional(),
      /** Each fault that is named; one that does not exist (yet) is null. */
      faults: z.record(z.string(), expectedFault.nullable()).optional(),
      note: z.unknown().optional(),
    })
    .refine((expect) => Object.keys(expect).some((key) => key !== 'note'), 'nothing to compare'),
});
export type FaultCase = z.infer<typeof faultCaseSchema>;
