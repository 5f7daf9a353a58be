import { faultSeverities } from '@opsgauge/domain';
import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';

const name = z.string().trim().min(1).max(100);
const labelName = z.string().trim().min(1).max(256);
const labelValue = z.string().trim().min(1).max(4096);

export const alertSourceKinds = ['alertmanager', 'zabbix'] as const;
export const alertSourceKindSchema = z.enum(alertSourceKinds);
export type AlertSourceKind = z.infer<typeof alertSourceKindSchema>;
export const alertSeveritySchema = z.enum([...faultSeverities, 'ignored']);

/** Whose alerts with such a label are. */
export const alertAssignmentSchema = z.object({
  label: labelName,
  value: labelValue,
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('system'), systemId: z.uuid() }),
    z.object({ kind: z.literal('server'), serverId: z.uuid() }),
  ]),
});
export type AlertAssignmentInput = z.infer<typeof alertAssignmentSchema>;

/** How bad a monitor's own word is; the usual words need none. */
export const alertWordSchema = z.object({
  word: z.string().trim().toLowerCase().min(1).max(64),
  severity: alertSeveritySchema,
});

/** How a source's alerts become faults. */
export const alertSourceRulesSchema = z.object({
  /** The first that fits decides. */
  assignments: z.array(alertAssignmentSchema).max(500),
  severities: z.array(alertWordSchema).max(50),
});
export type AlertSourceRules = z.infer<typeof alertSourceRulesSchema>;

/** Another monitor whose alerts come in as faults. */
export const alertSourceSchema = alertSourceRulesSchema.extend({
  id: z.uuid(),
  name,
  kind: alertSourceKindSchema,
  createdAt: instantSchema,
  /** Null: nothing has come yet. */
  lastReceivedAt: instantSchema.nullable(),
  /** The last message that could not be read, and why; null: there was none since one could. */
  lastRefusal: z.object({ at: instantSchema, message: z.string() }).nullable(),
  /** How many alerts are on, and of how many nobody knows whose they are. */
  firingCount: z.number().int(),
  unassignedCount: z.number().int(),
});
export type AlertSource = z.infer<typeof alertSourceSchema>;
export const alertSourcesResponseSchema = listOf(alertSourceSchema);
export type AlertSourcesResponse = z.infer<typeof alertSourcesResponseSchema>;

export const alertSourceInputSchema = z.object({ name, kind: alertSourceKindSchema });
export type AlertSourceInput = z.infer<typeof alertSourceInputSchema>;

export const createdAlertSourceSchema = alertSourceSchema.extend({
  /** Shown once; the hub keeps only its hash. */
  token: z.string(),
  /** Where the monitor shall send to. */
  url: z.string(),
  /** The address is a loopback's: only a monitor on the hub's own machine reaches it. */
  isLocalOnly: z.boolean(),
  /** The hub's certificate (PEM) where no authority vouches for it, and the monitor has to be given it; else null. */
  certificate: z.string().nullable(),
});
export type CreatedAlertSource = z.infer<typeof createdAlertSourceSchema>;

/** An alert of which nobody knows whose it is: no fault yet. */
export const unassignedAlertSchema = z.object({
  id: z.uuid(),
  sourceId: z.uuid(),
  text: z.string(),
  severityWord: z.string(),
  labels: z.record(z.string(), z.string()),
  startedAt: instantSchema,
  /** Null: it is on. */
  endedAt: instantSchema.nullable(),
  lastReceivedAt: instantSchema,
});
export type UnassignedAlert = z.infer<typeof unassignedAlertSchema>;
export const unassignedAlertsResponseSchema = listOf(unassignedAlertSchema);
export type UnassignedAlertsResponse = z.infer<typeof unassignedAlertsResponseSchema>;
