import type { FaultSeverity, NoticeKind } from '@opsgauge/domain';
import { z } from 'zod';
import { instantSchema } from '../agent-wire.js';
import { listOf } from './common.js';
import { channelKindSchema, deliveryFailureSchema, messageLanguageSchema } from './notifications.js';

export const noticeKindSchema = z.enum([
  'began',
  'reopened',
  'recovered',
  'responded',
  'requested',
  'decided',
  'amended',
  'responseEscalation',
  'repairEscalation',
] satisfies readonly NoticeKind[]);
const severitySchema = z.enum(['critical', 'serious', 'minor'] satisfies readonly FaultSeverity[]);

/** Who hears what. */
export const notificationSubscriptionInputSchema = z.object({
  /** Whose systems it is about; null: all of the platform, which only administrators subscribe to. */
  organizationId: z.uuid().nullable(),
  /** Null: every system. */
  systemId: z.uuid().nullable(),
  leastSeverity: severitySchema,
  kinds: z.array(noticeKindSchema).min(1).max(noticeKindSchema.options.length),
  /** Null: whoever is on duty. */
  channelId: z.uuid().nullable(),
});
export type NotificationSubscriptionInput = z.infer<typeof notificationSubscriptionInputSchema>;
export const notificationSubscriptionSchema = notificationSubscriptionInputSchema.extend({
  id: z.uuid(),
  organizationName: z.string().nullable(),
  systemName: z.string().nullable(),
  channelName: z.string().nullable(),
});
export type NotificationSubscription = z.infer<typeof notificationSubscriptionSchema>;
export const notificationSubscriptionsResponseSchema = listOf(notificationSubscriptionSchema);
export type NotificationSubscriptionsResponse = z.infer<typeof notificationSubscriptionsResponseSchema>;

/** Who of the systems the caller sees would be told of nothing: the systems nobody listens to. */
export const notificationReachSchema = z.object({
  isMailServerSet: z.boolean(),
  /** Nobody is told when a fault of these begins now. */
  silentSystems: z.array(z.object({ id: z.uuid(), name: z.string() })),
  systemsTotal: z.number().int().min(0),
});
export type NotificationReach = z.infer<typeof notificationReachSchema>;

/** 值班: somebody's time on duty for one system, or for all of a project. */
export const dutyShiftInputSchema = z.object({
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('system'), systemId: z.uuid() }),
    z.object({ kind: z.literal('project'), projectId: z.uuid() }),
  ]),
  personName: z.string().trim().min(1).max(50),
  phone: z
    .string()
    .trim()
    .regex(/^[0-9+() -]{3,30}$/, 'must be a telephone number')
    .nullable(),
  mailAddress: z.email().max(254).nullable(),
  channelId: z.uuid().nullable(),
  language: messageLanguageSchema,
  from: instantSchema,
  to: instantSchema,
});
export type DutyShiftInput = z.infer<typeof dutyShiftInputSchema>;
export const dutyShiftSchema = dutyShiftInputSchema.extend({
  id: z.uuid(),
  targetName: z.string(),
  channelName: z.string().nullable(),
  /** Whether the caller may change it. */
  isOwn: z.boolean(),
});
export type DutyShift = z.infer<typeof dutyShiftSchema>;
export const dutyShiftsQuerySchema = z.object({ from: instantSchema, to: instantSchema });
export type DutyShiftsQuery = z.infer<typeof dutyShiftsQuerySchema>;
export const dutyShiftsResponseSchema = listOf(dutyShiftSchema);
export type DutyShiftsResponse = z.infer<typeof dutyShiftsResponseSchema>;

/** `retrying`: failed at least once, to be tried again. `givenUp`: it is not tried any more. */
export const deliveryStateSchema = z.enum(['pending', 'retrying', 'sent', 'givenUp']);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** One message to one receiver, and its fate. */
export const notificationDeliverySchema = z.object({
  id: z.uuid(),
  title: z.string(),
  /**
   * The whole message as plain text, for whoever manages its channel; null in the list of one fault, which others read
   * too: a message may tell of faults that they must not see.
   */
  text: z.string().nullable(),
  /** Null: mail to somebody on duty. */
  channelKind: channelKindSchema.nullable(),
  receiverName: z.string(),
  state: deliveryStateSchema,
  attempts: z.number().int().min(0),
  lastFailure: deliveryFailureSchema.nullable(),
  createdAt: instantSchema,
  /** Null: it is not tried again. */
  nextAttemptAt: instantSchema.nullable(),
  sentAt: instantSchema.nullable(),
  /** What it tells, at most the first hundred. */
  notices: z.array(z.object({ kind: noticeKindSchema, faultId: z.uuid(), at: instantSchema })),
  noticesTotal: z.number().int().min(0),
});
export type NotificationDelivery = z.infer<typeof notificationDeliverySchema>;

/**
 * `grouping`: for others that may come at once; `steady`: until a recovery has lasted; `maintenance`: until the
 * maintenance at its target is over.
 */
export const waitReasonSchema = z.enum(['grouping', 'steady', 'maintenance']);
export type WaitReason = z.infer<typeof waitReasonSchema>;

/** A notice that is not in a message yet. */
export const waitingNoticeSchema = z.object({
  kind: noticeKindSchema,
  receiverName: z.string(),
  at: instantSchema,
  /** When it goes out, unless the fault changes until then. */
  dueAt: instantSchema,
  reason: waitReasonSchema,
});
export type WaitingNotice = z.infer<typeof waitingNoticeSchema>;

export const notificationDeliveriesQuerySchema = z.object({
  faultId: z.uuid().optional().describe('only what tells of this fault'),
  state: deliveryStateSchema.optional().describe('only messages in this state'),
  before: instantSchema.optional().describe('only messages made before: how to page on'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('how many at most'),
});
export type NotificationDeliveriesQuery = z.infer<typeof notificationDeliveriesQuerySchema>;
export const notificationDeliveriesResponseSchema = listOf(notificationDeliverySchema).extend({
  /** With `faultId`: what is going to be told. */
  waiting: z.array(waitingNoticeSchema),
});
export type NotificationDeliveriesResponse = z.infer<typeof notificationDeliveriesResponseSchema>;

/**
 * What a channel of kind `json` is sent, as the body of a POST. It may come more than once, with the same `id` (also
 * in the header `Idempotency-Key`). With a signature secret, `X-OpsGauge-Signature` is `sha256=` and the hexadecimal
 * HMAC-SHA256 of `X-OpsGauge-Timestamp` (seconds), a dot, and the body. Any status of 2xx takes it.
 */
export const notificationPayloadSchema = z.object({
  version: z.literal(1),
  id: z.uuid(),
  kind: z.enum(['faults', 'test']),
  language: messageLanguageSchema,
  title: z.string(),
  /** The whole message as plain text. */
  text: z.string(),
  /** At most the first hundred. */
  notices: z.array(
    z.object({
      kind: noticeKindSchema,
      at: instantSchema,
      faultId: z.uuid(),
      /** By which people name the fault; messages made by earlier versions do not have it. */
      number: z.string().optional(),
      title: z.string(),
      severity: severitySchema,
      systemName: z.string().nullable(),
      serverName: z.string().nullable(),
      /** Null where the hub's public address is not configured. */
      url: z.string().nullable(),
    }),
  ),
  noticesTotal: z.number().int().min(0),
});
export type NotificationPayload = z.infer<typeof notificationPayloadSchema>;
