import { z } from 'zod';
import { listOf } from './common.js';

const name = z.string().trim().min(1).max(100);
const mailAddress = z.email().max(254);
export const messageLanguageSchema = z.enum(['zh-CN', 'en']);
export type MessageLanguage = z.infer<typeof messageLanguageSchema>;

/** Why a message did not arrive. */
export const deliveryFailureCodeSchema = z.enum([
  /** The receiver's address is one that the hub never calls: link-local, or a cloud's metadata. */
  'address_refused',
  'unreachable',
  'timed_out',
  /** The receiver sent the hub elsewhere, which it never follows. */
  'redirected',
  /** An HTTP status other than success. */
  'http_status',
  /** The receiver took the request and said that it did not take the message. */
  'rejected',
  'answer_too_large',
  'mail_server_missing',
  'mail_login_failed',
  /** The mail server has no encryption, or its certificate is not to be trusted. */
  'mail_encryption_failed',
  /** The mail server took it for none of the recipients, or refused it. */
  'mail_rejected',
  'channel_disabled',
  'channel_deleted',
]);
export type DeliveryFailureCode = z.infer<typeof deliveryFailureCodeSchema>;
export const deliveryFailureSchema = z.object({ code: deliveryFailureCodeSchema, message: z.string() });
export type DeliveryFailure = z.infer<typeof deliveryFailureSchema>;

/** What became of a test message, which is sent at once and once. */
export const deliveryTrialSchema = z.object({
  durationMs: z.number().int().min(0),
  /** Null: it was taken. */
  failure: deliveryFailureSchema.nullable(),
});
export type DeliveryTrial = z.infer<typeof deliveryTrialSchema>;

/** 企业微信, 钉钉, 飞书 group robots; `json`: see `notificationPayloadSchema`. */
export const channelKindSchema = z.enum(['mail', 'wecom', 'dingtalk', 'feishu', 'json']);
export type ChannelKind = z.infer<typeof channelKindSchema>;

const isWebAddress = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
};
const webAddress = z
  .string()
  .trim()
  .max(2000)
  .refine(isWebAddress, 'must be an http(s) address without a user name or password');

export const notificationChannelInputSchema = z.object({
  name,
  kind: channelKindSchema,
  /** Null: the platform's, which only administrators manage. */
  organizationId: z.uuid().nullable(),
  language: messageLanguageSchema,
  isEnabled: z.boolean(),
  /** Of `mail`: to whom. */
  addresses: z.array(mailAddress).max(50),
  /** Of every other kind. It is a secret and never given back; left out of a change it stays. */
  url: webAddress.optional(),
  /** With which messages are signed; left out of a change it stays, null takes it away. */
  signatureSecret: z.string().min(1).max(200).nullable().optional(),
});
export type NotificationChannelInput = z.infer<typeof notificationChannelInputSchema>;

export const notificationChannelSchema = notificationChannelInputSchema
  .omit({ url: true, signatureSecret: true })
  .extend({
    id: z.uuid(),
    organizationName: z.string().nullable(),
    /** Of a webhook: its host and the end of its address, by which a person knows it again; null for mail. */
    hint: z.string().nullable(),
    hasSignatureSecret: z.boolean(),
  });
export type NotificationChannel = z.infer<typeof notificationChannelSchema>;
export const notificationChannelsResponseSchema = listOf(notificationChannelSchema);
export type NotificationChannelsResponse = z.infer<typeof notificationChannelsResponseSchema>;

/** The mail server that takes what the platform sends. */
export const mailServerInputSchema = z.object({
  host: z
    .string()
    .trim()
    .regex(/^[a-z0-9._:-]{1,253}$/i, 'must be a host name or address'),
  port: z.number().int().min(1).max(65535),
  /** `starttls`: required, not merely tried. */
  security: z.enum(['none', 'starttls', 'tls']),
  username: z.string().trim().min(1).max(254).nullable(),
  /** Left out it stays as it is; null takes it away. It is never given back. */
  password: z.string().min(1).max(256).nullable().optional(),
  fromAddress: mailAddress,
  fromName: z.string().trim().max(100),
});
export type MailServerInput = z.infer<typeof mailServerInputSchema>;
export const mailServerSchema = mailServerInputSchema
  .omit({ password: true })
  .extend({ hasPassword: z.boolean() });
export type MailServer = z.infer<typeof mailServerSchema>;
/** `server` is null until one is entered. */
export const mailServerResponseSchema = z.object({ server: mailServerSchema.nullable() });
export type MailServerResponse = z.infer<typeof mailServerResponseSchema>;
export const mailTrialInputSchema = z.object({ address: mailAddress });
export type MailTrialInput = z.infer<typeof mailTrialInputSchema>;
