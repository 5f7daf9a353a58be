import {
  exclusionGrounds,
  faultSeverities,
  faultStates,
  type ClockState,
  type FaultAction,
  type FaultParty,
} from '@opsgauge/domain';
import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { decimalSchema, listOf } from './common.js';
import { ruleThresholdSchema } from './fault-rules.js';

export const faultStateSchema = z.enum(faultStates);
export const faultSeveritySchema = z.enum(faultSeverities);
export const exclusionGroundSchema = z.enum(exclusionGrounds);
export const faultPartySchema = z.enum(['operator', 'owner', 'admin', 'platform'] satisfies FaultParty[]);
export const faultActionSchema = z.enum([
  'detect',
  'report',
  'acknowledge',
  'assign',
  'requestSuspension',
  'approveSuspension',
  'resume',
  'recover',
  'repair',
  'reopen',
  'close',
  'requestExclusion',
  'approveExclusion',
  'refuse',
  'merge',
  'absorb',
  'declareMajor',
  'recordDataLoss',
  'changeSeverity',
  'reread',
  'comment',
] satisfies FaultAction[]);

const note = z.string().trim().max(1000);
const reason = note.min(1);
const optionalNote = note.default('');

/**
 * What is wrong, in words that each page says in its own language: a code, with what stands in it. `reported`: a
 * person's own words, in `text`.
 */
export const faultTitleSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FaultTitle = z.infer<typeof faultTitleSchema>;

/** One of a fault's two clocks, as it stands now. */
export const faultClockSchema = z.object({
  /**
   * `paused`: suspended, or out of the contract's hours; `autoRecovered`: over in time without anybody, which is on
   * time; `notDue`: nothing is asked of it.
   */
  state: z.enum(['running', 'paused', 'met', 'missed', 'autoRecovered', 'notDue'] satisfies ClockState[]),
  from: instantSchema,
  /** Null: it has not stopped. */
  to: instantSchema.nullable(),
  elapsedMs: z.number(),
  limitMs: z.number(),
  /** Null while it cannot be told. */
  deadlineAt: instantSchema.nullable(),
  /** The moment it was read at: a running clock has gone on since. */
  asOf: instantSchema,
});
export type FaultClock = z.infer<typeof faultClockSchema>;

/** Somebody who has to do with a fault. */
export const faultPersonSchema = z.object({ id: z.uuid(), displayName: z.string() });
export type FaultPerson = z.infer<typeof faultPersonSchema>;
export const faultPeopleResponseSchema = listOf(faultPersonSchema);
export type FaultPeopleResponse = z.infer<typeof faultPeopleResponseSchema>;

export const faultRequestSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['suspension', 'exclusion']),
  ground: exclusionGroundSchema.nullable(),
  reason: z.string(),
  askedAt: instantSchema,
  askedBy: z.string(),
  /** Of a suspension: when work went on, or the fault was over. */
  endedAt: instantSchema.nullable(),
  decision: z.enum(['pending', 'approved', 'refused']),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
});
export type FaultRequest = z.infer<typeof faultRequestSchema>;

export const faultSchema = z.object({
  id: z.uuid(),
  /** By which people name it: `F-2026-0147`, counted in the year of its start. */
  number: z.string(),
  systemId: z.uuid(),
  systemName: z.string(),
  /** Null: the system as a whole. */
  serverId: z.uuid().nullable(),
  serverName: z.string().nullable(),
  componentId: z.uuid().nullable(),
  source: z.enum(['machine', 'person']),
  title: faultTitleSchema,
  severity: faultSeveritySchema,
  state: faultStateSchema,
  startAt: instantSchema,
  /** When it was first entered; `startAt` may be earlier. */
  detectedAt: instantSchema,
  respondedAt: instantSchema.nullable(),
  recoveredAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  rootCauseCode: z.string().nullable(),
  /** Only a measured recovery ends it. */
  isWatched: z.boolean(),
  isExcluded: z.boolean(),
  mergedIntoFaultId: z.uuid().nullable(),
  /** What a gap turned out to be when it was read again. */
  cause: z.enum(['network', 'agent']).nullable(),
  /** 0: it does not flap. */
  flapCount: z.number().int(),
  major: z.object({ byRule: z.boolean(), byPerson: z.boolean().nullable(), isMajor: z.boolean() }),
  response: faultClockSchema,
  repair: faultClockSchema,
  /** Who sees to it: who it was given to, else who answered first. */
  assignee: faultPersonSchema.nullable(),
  /** Whether the owner has something to decide. */
  hasPendingRequest: z.boolean(),
  /** What waits for the owner, and what suspends the repair now. */
  openRequests: z.array(faultRequestSchema),
  /** What whoever asks may do to it now, as far as its state goes. */
  possibleActions: z.array(faultActionSchema),
});
export type Fault = z.infer<typeof faultSchema>;

export const faultEventSchema = z.object({
  id: z.uuid(),
  at: instantSchema,
  party: faultPartySchema,
  actorName: z.string(),
  action: faultActionSchema,
  fromState: faultStateSchema.nullable(),
  toState: faultStateSchema,
  note: z.string(),
  /** What else belongs to the action: moments, codes, ids. */
  payload: z.record(z.string(), z.unknown()),
});
export type FaultEvent = z.infer<typeof faultEventSchema>;

/** Another fault with the same condition, or of the same system, within 30 days. */
export const relatedFaultSchema = faultSchema
  .pick({
    id: true,
    number: true,
    title: true,
    state: true,
    startAt: true,
    recoveredAt: true,
    rootCauseCode: true,
  })
  .extend({ relation: z.enum(['repeated', 'condition', 'system']) });
export type RelatedFault = z.infer<typeof relatedFaultSchema>;

/**
 * What a machine found a fault by, as it was then. Of a rule on numbers: the rule in `signal`, `comparison`, `threshold`
 * (in the unit at the end of the signal's name) and `forSeconds`, and the `value` of `subject` (a mount, an interface; the
 * probe's id) at `seenAt`; it had held since `heldSince`. Of a silent host: since its first missed sample. Of what was
 * found when a gap was read again: `from` and `to`. Of another monitor: its name and what it said.
 */
export const faultEvidenceSchema = ruleThresholdSchema
  .omit({ keepFiringSeconds: true })
  .extend({
    heldSince: instantSchema,
    seenAt: instantSchema,
    value: z.number(),
    subject: z.string(),
    from: instantSchema,
    to: instantSchema,
    monitor: z.string(),
    startedAt: instantSchema,
    severity: z.string().nullable(),
    group: z.string(),
    labels: z.record(z.string(), z.string()),
  })
  .partial();
export type FaultEvidence = z.infer<typeof faultEvidenceSchema>;

export const faultDetailSchema = faultSchema.extend({
  ruleId: z.string().nullable(),
  evidence: z.record(z.string(), z.unknown()),
  timeline: z.array(faultEventSchema),
  requests: z.array(faultRequestSchema),
  related: z.array(relatedFaultSchema),
  /** By which contract it is judged; null: none was in force when it began, and the usual terms hold. */
  contractId: z.uuid().nullable(),
  /** Whether both clocks run day and night, or in the contract's hours only. */
  isAroundTheClock: z.boolean(),
});
export type FaultDetail = z.infer<typeof faultDetailSchema>;

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const faultsQuerySchema = z.object({
  state: faultStateSchema.optional(),
  /** `true`: those that are not over; `false`: those that are. */
  isOver: flag.optional(),
  systemId: z.uuid().optional(),
  serverId: z.uuid().optional(),
  severity: faultSeveritySchema.optional(),
  /** `true`: answer or repair is late, and still not there. */
  isOverdue: flag.optional(),
  hasPendingRequest: flag.optional(),
  assigneeId: z.uuid().optional(),
  /** Faults that started in `[from, to)`. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  text: z.string().max(100).optional(),
  /** The last fault of the page before: how to page on. */
  before: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type FaultsQuery = z.infer<typeof faultsQuerySchema>;
export const faultsResponseSchema = listOf(faultSchema).extend({ total: z.number() });
export type FaultsResponse = z.infer<typeof faultsResponseSchema>;

/** A fault that somebody tells of, by telephone for instance. */
export const faultReportSchema = z.object({
  systemId: z.uuid(),
  serverId: z.uuid().nullable().default(null),
  text: z.string().trim().min(1).max(200),
  severity: faultSeveritySchema,
  startAt: instantSchema,
  stopsCriticalService: z.boolean().default(false),
  note: optionalNote,
});
export type FaultReport = z.input<typeof faultReportSchema>;

/** What somebody does to a fault. Who may do what, and when, is the domain's `faultTransitions`. */
export const faultEntrySchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('acknowledge'), note: optionalNote }),
  /** Null: it is nobody's any more. */
  z.object({ action: z.literal('assign'), assigneeId: z.uuid().nullable(), note: optionalNote }),
  z.object({ action: z.literal('report'), startAt: instantSchema, note: reason }),
  z.object({ action: z.literal('requestSuspension'), note: reason }),
  z.object({ action: z.literal('approveSuspension'), requestId: z.uuid(), note: optionalNote }),
  z.object({ action: z.literal('resume'), note: optionalNote }),
  z.object({ action: z.literal('repair'), repairedAt: instantSchema, note: optionalNote }),
  z.object({ action: z.literal('reopen'), reopenedAt: instantSchema, note: reason }),
  z.object({
    action: z.literal('close'),
    rootCauseCode: z.string().trim().min(1).max(64),
    note: optionalNote,
  }),
  z.object({ action: z.literal('requestExclusion'), ground: exclusionGroundSchema, note: reason }),
  z.object({ action: z.literal('approveExclusion'), requestId: z.uuid(), note: optionalNote }),
  z.object({ action: z.literal('refuse'), requestId: z.uuid(), note: reason }),
  z.object({ action: z.literal('merge'), intoFaultId: z.uuid(), note: reason }),
  z.object({ action: z.literal('declareMajor'), isMajor: z.boolean(), note: reason }),
  z.object({ action: z.literal('recordDataLoss'), note: reason }),
  z.object({ action: z.literal('changeSeverity'), severity: faultSeveritySchema, note: reason }),
  z.object({ action: z.literal('comment'), note: reason }),
]);
export type FaultEntry = z.input<typeof faultEntrySchema>;

export const rootCauseInputSchema = z.object({
  rootCauseCode: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/, 'must be lower-case letters, digits and hyphens'),
  nameChinese: z.string().trim().min(1).max(50),
  nameEnglish: z.string().trim().min(1).max(80),
});
export type RootCauseInput = z.infer<typeof rootCauseInputSchema>;
export const rootCauseSchema = rootCauseInputSchema.extend({ isDefault: z.boolean() });
export type RootCause = z.infer<typeof rootCauseSchema>;
export const rootCausesResponseSchema = listOf(rootCauseSchema);
export type RootCausesResponse = z.infer<typeof rootCausesResponseSchema>;

export const faultMeasuresQuerySchema = z.object({
  from: instantSchema,
  to: instantSchema,
  /** One of the two; neither: all that one may see. */
  systemId: z.uuid().optional(),
  projectId: z.uuid().optional(),
});
export type FaultMeasuresQuery = z.infer<typeof faultMeasuresQuerySchema>;

/** A figure with what it was counted from. Decimals are strings; `actual` is null where there is no value. */
export const faultMeasureSchema = z.object({
  key: z.enum([
    'faultCount',
    'majorFaultCount',
    'responseTimelyRate',
    'repairTimelyRate',
    'meanResponseHours',
    'meanRepairHours',
    'repeatRate',
  ]),
  /** Name and version of its definition. */
  measure: z.string(),
  unit: z.string(),
  actual: decimalSchema.nullable(),
  numerator: decimalSchema,
  denominator: decimalSchema,
  coveragePercent: decimalSchema.nullable(),
  noValueReason: z.enum(['noFaults']).nullable(),
  evidenceFaultIds: z.array(z.uuid()),
});
export type FaultMeasureActual = z.infer<typeof faultMeasureSchema>;
export const faultMeasuresResponseSchema = listOf(faultMeasureSchema).extend({
  from: instantSchema,
  to: instantSchema,
  /** The moment the faults are judged at. */
  cutOffAt: instantSchema,
});
export type FaultMeasuresResponse = z.infer<typeof faultMeasuresResponseSchema>;
