import { z } from 'zod';
import { instantSchema } from './agent-wire.js';

/** What other monitors send. Fields that are not named here are ignored: monitors grow. */
const labelsMax = 100;
const labelName = z.string().min(1).max(256);
const labelValue = z.string().max(4096);
const labels = z
  .record(labelName, labelValue)
  .refine((all) => Object.keys(all).length <= labelsMax, `must not be more than ${labelsMax}`);
/** As many as a message may tell of; a monitor that has more sends several. */
export const alertsMax = 2000;

/** An alert of Alertmanager's webhook. */
export const alertmanagerAlertSchema = z.object({
  status: z.enum(['firing', 'resolved']),
  labels,
  annotations: z.record(z.string(), z.string()).default({}),
  startsAt: instantSchema,
  /** While it is firing: when it would be taken for resolved, or the year 1. */
  endsAt: instantSchema,
  fingerprint: z.string().min(1).max(128),
});

/** The message of Alertmanager's webhook, version 4 of its format. */
export const alertmanagerMessageSchema = z.object({
  version: z.literal('4'),
  groupKey: z.string().max(20_000),
  /** How many alerts were left out, because of the receiver's `max_alerts`. */
  truncatedAlerts: z.number().int().min(0).default(0),
  alerts: z.array(alertmanagerAlertSchema).min(1).max(alertsMax),
});
export type AlertmanagerMessage = z.output<typeof alertmanagerMessageSchema>;

const zabbixId = z.string().regex(/^\d{1,20}$/, 'must be digits');

/** What the script of the hub's own Zabbix media type sends, a problem or its recovery. */
export const zabbixEventSchema = z.object({
  version: z.literal('1'),
  /** Of the problem, also where it is over. */
  eventId: zabbixId,
  triggerId: zabbixId,
  status: z.enum(['problem', 'resolved']),
  name: z.string().trim().min(1).max(2048),
  severity: z.string().max(64),
  host: z.string().max(256),
  hostName: z.string().max(256),
  address: z.string().max(256),
  startedAt: instantSchema,
  /** Null while the problem lasts. */
  endedAt: instantSchema.nullable(),
  tags: z
    .array(z.object({ tag: labelName, value: labelValue }))
    .max(labelsMax)
    .default([]),
});
export type ZabbixEvent = z.output<typeof zabbixEventSchema>;

/** What became of a message. */
export const alertReceiptSchema = z.object({
  /** Each alert is one of these. */
  faults: z.number().int(),
  unassigned: z.number().int(),
  ignored: z.number().int(),
  /** Told before, or out of date. */
  unchanged: z.number().int(),
});
export type AlertReceipt = z.infer<typeof alertReceiptSchema>;
