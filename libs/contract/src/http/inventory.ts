import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { decimalSchema, listOf } from './common.js';

const name = z.string().trim().min(1).max(100);

export const projectInputSchema = z.object({
  name,
  ownerOrganizationId: z.uuid().nullable(),
  evaluatorOrganizationId: z.uuid().nullable(),
});
export type ProjectInput = z.infer<typeof projectInputSchema>;
export const projectSchema = projectInputSchema.extend({
  id: z.uuid(),
  ownerOrganizationName: z.string().nullable(),
  evaluatorOrganizationName: z.string().nullable(),
});
export type Project = z.infer<typeof projectSchema>;
export const projectsResponseSchema = listOf(projectSchema);
export type ProjectsResponse = z.infer<typeof projectsResponseSchema>;

/** What a vendor promises; null where the contract says nothing of it. */
export const promisesSchema = z.object({
  responseMinutesMax: z.number().int().min(1).nullable(),
  repairHoursMax: z.number().int().min(1).nullable(),
  availabilityPercentMin: decimalSchema.nullable(),
  inspectionReportsPerYear: z.number().int().min(0).nullable(),
  dataUpdatesPerYear: z.number().int().min(0).nullable(),
  backupsPerYear: z.number().int().min(0).nullable(),
  staffCount: z.number().int().min(0).nullable(),
});
export type Promises = z.infer<typeof promisesSchema>;
/** What is promised where nothing is. */
export const noPromises = {
  responseMinutesMax: null,
  repairHoursMax: null,
  availabilityPercentMin: null,
  inspectionReportsPerYear: null,
  dataUpdatesPerYear: null,
  backupsPerYear: null,
  staffCount: null,
} as const satisfies Promises;

const faultLimitsSchema = z.object({
  responseMinutesMax: z.number().int().min(1).max(525_600),
  repairHoursMax: z.number().int().min(1).max(8_784),
});

/** What a contract says of faults beyond its promises; null where it says nothing, and what is usual holds. */
export const faultTermsSchema = z.object({
  /** Severities with limits of their own; for the others those of the promises hold. */
  critical: faultLimitsSchema.nullable(),
  serious: faultLimitsSchema.nullable(),
  minor: faultLimitsSchema.nullable(),
  /** Within how many days of a recovery the same counts as repeated (30). */
  repeatDays: z.number().int().min(1).max(366).nullable(),
  /** For how many minutes a critical service has to be unusable to make a fault major (30). */
  majorMinutes: z.number().int().min(1).max(100_000).nullable(),
});
export type FaultTermsInput = z.infer<typeof faultTermsSchema>;

/** A contract that says nothing of faults. */
export const noFaultTerms: FaultTermsInput = {
  critical: null,
  serious: null,
  minor: null,
  repeatDays: null,
  majorMinutes: null,
};

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day as 08:30');
const dates = z.array(z.iso.date()).max(1000);

/** When a contract has its vendor at work, on the clocks of the organisation's zone. */
export const serviceCalendarSchema = z
  .object({
    /** Days of the week, 1 (Monday) to 7 (Sunday). */
    workingDays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    fromTime: clockTime,
    /** `24:00` is the end of the day. */
    toTime: z.union([clockTime, z.literal('24:00')]),
    /** Dates without service, whatever day of the week they are. */
    holidays: dates,
    /** Dates with service, whatever day of the week they are (调休). */
    extraWorkingDays: dates,
  })
  .refine(({ fromTime, toTime }) => toTime > fromTime, {
    path: ['toTime'],
    message: 'must be after fromTime',
  })
  .refine(({ holidays, extraWorkingDays }) => !extraWorkingDays.some((date) => holidays.includes(date)), {
    path: ['extraWorkingDays'],
    message: 'names a date that is a holiday',
  });
export type ServiceCalendar = z.infer<typeof serviceCalendarSchema>;

export const contractInputSchema = z.object({
  systemId: z.uuid(),
  vendorOrganizationId: z.uuid().nullable(),
  number: z.string().trim().max(64),
  serviceFrom: instantSchema,
  serviceTo: instantSchema.nullable(),
  /** Null: 7×24. What lies outside it is out of service, and no clock of the contract runs there. */
  serviceCalendar: serviceCalendarSchema.nullable(),
  promises: promisesSchema,
  faultTerms: faultTermsSchema.prefault(noFaultTerms),
});
export type ContractInput = z.infer<typeof contractInputSchema>;
export const contractSchema = contractInputSchema.extend({
  id: z.uuid(),
  systemName: z.string(),
  vendorOrganizationName: z.string().nullable(),
});
export type Contract = z.infer<typeof contractSchema>;
export const contractsResponseSchema = listOf(contractSchema);
export type ContractsResponse = z.infer<typeof contractsResponseSchema>;

export const systemInputSchema = z.object({
  projectId: z.uuid(),
  name,
  shortName: z.string().trim().min(1).max(30),
});
export type SystemInput = z.infer<typeof systemInputSchema>;

/** How a system depends on a server: in series, as one of an any-of-n group, or not at all. */
export const componentInputSchema = z.object({
  serverId: z.uuid(),
  dependence: z.enum(['critical', 'group', 'none']),
  /** With `group`: components of the same group share its name. */
  groupName: z.string().trim().min(1).max(30).optional(),
});
export const systemMakeUpInputSchema = z.object({
  components: z.array(componentInputSchema).max(1000),
  groups: z
    .array(
      z.object({ name: z.string().trim().min(1).max(30), requiredCount: z.number().int().min(1).max(1000) }),
    )
    .max(100),
});
export type SystemMakeUpInput = z.infer<typeof systemMakeUpInputSchema>;

/** `retired`: reports no more, and leaves lists; its history stays. */
export const serverChangeSchema = z.object({
  name: name.optional(),
  isApproved: z.literal(true).optional(),
  isRetired: z.boolean().optional(),
  /** The server it is reached through, a gateway or a virtualisation host; null: none. */
  gatewayServerId: z.uuid().nullable().optional(),
});
export type ServerChange = z.infer<typeof serverChangeSchema>;

/** Where a server is moved to, from now on; its past stays with the systems it was part of. */
export const serverPlaceSchema = z.object({
  /** Null: part of no system any more. */
  systemId: z.uuid().nullable(),
  /** Any-of-n groups are made where the whole system is composed. */
  dependence: z.enum(['critical', 'none']).default('critical'),
});
export type ServerPlace = z.infer<typeof serverPlaceSchema>;

/** A form takes a while to be filled in: maintenance that was to begin this long ago begins at once. */
export const maintenanceLateMs = 5 * 60_000;
/** How long after it began maintenance can still be asked for. */
export const maintenanceRequestLateMs = 366 * 86_400_000;

/** Once, or again and again: `from` and `to` are then those of the first occurrence. */
const occurrenceSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  /**
   * An RFC 5545 rule of days that ends, on the clocks of the organisation's zone: `FREQ=WEEKLY;BYDAY=SU;COUNT=10`,
   * `FREQ=DAILY;UNTIL=20271231`. Null: once.
   */
  recurrence: z.string().trim().min(1).max(200).nullable().default(null),
});
export const maintenanceWindowInputSchema = occurrenceSchema.extend({
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('server'), serverId: z.uuid() }),
    z.object({ kind: z.literal('system'), systemId: z.uuid() }),
  ]),
  reason: z.string().trim().min(1).max(500),
});
export type MaintenanceWindowInput = z.infer<typeof maintenanceWindowInputSchema>;
/** What a vendor asks the owner for, also afterwards. */
export const maintenanceRequestInputSchema = maintenanceWindowInputSchema.omit({ recurrence: true });
export type MaintenanceRequestInput = z.infer<typeof maintenanceRequestInputSchema>;

export const periodSchema = z.object({ from: instantSchema, to: instantSchema });
const saidSchema = z.object({ by: z.string(), at: instantSchema });
export const maintenanceWindowSchema = maintenanceWindowInputSchema.extend({
  id: z.uuid(),
  targetName: z.string(),
  recurrence: z.string().nullable(),
  /** The end of the last occurrence; `to` of one that does not recur. */
  until: instantSchema,
  /** The next five that are not over, the one under way included. */
  occurrences: z.array(periodSchema),
  /** Only what is approved counts. */
  state: z.enum(['requested', 'approved', 'refused']),
  /** Null where the owner entered it directly. */
  request: saidSchema.nullable(),
  decision: saidSchema.extend({ note: z.string() }).nullable(),
});
export type MaintenanceWindow = z.infer<typeof maintenanceWindowSchema>;
export const maintenanceWindowsResponseSchema = listOf(maintenanceWindowSchema);
export type MaintenanceWindowsResponse = z.infer<typeof maintenanceWindowsResponseSchema>;

export const maintenanceDecisionInputSchema = z.object({
  isApproved: z.boolean(),
  /** A refusal says why. */
  note: z.string().trim().max(500).default(''),
});
export type MaintenanceDecisionInput = z.infer<typeof maintenanceDecisionInputSchema>;

/** Which occurrence is called off, by when it begins. */
export const maintenanceCancellationInputSchema = z.object({ from: instantSchema });
export type MaintenanceCancellationInput = z.infer<typeof maintenanceCancellationInputSchema>;

/** What a rule comes to, before it is entered. */
export const maintenancePreviewQuerySchema = occurrenceSchema;
export type MaintenancePreviewQuery = z.infer<typeof maintenancePreviewQuerySchema>;
/** The first five occurrences. */
export const maintenancePreviewResponseSchema = listOf(periodSchema).extend({
  count: z.number().int(),
  until: instantSchema,
});
export type MaintenancePreviewResponse = z.infer<typeof maintenancePreviewResponseSchema>;
