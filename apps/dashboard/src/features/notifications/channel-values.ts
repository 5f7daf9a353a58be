import type { NotificationChannel, NotificationChannelInput } from '@opsgauge/contract';

/** A channel as its form has it: secrets are empty where they stay. */
export interface ChannelValues {
  kind: NotificationChannelInput['kind'];
  name: string;
  organizationId: string | null;
  language: NotificationChannelInput['language'];
  isEnabled: boolean;
  addresses?: string[];
  url?: string;
  signatureSecret?: string;
  isSecretRemoved?: boolean;
}

/** @param own the organization of whoever adds one; null: the platform */
export const channelValuesOf = (channel: NotificationChannel | null, own: string | null): ChannelValues =>
  channel
    ? {
        kind: channel.kind,
        name: channel.name,
        organizationId: channel.organizationId,
        language: channel.language,
        isEnabled: channel.isEnabled,
        addresses: channel.addresses,
      }
    : { kind: 'wecom', name: '', organizationId: own, language: 'zh-CN', isEnabled: true, addresses: [] };

export function channelInputOf(
  { addresses = [], url, signatureSecret, isSecretRemoved, ...values }: ChannelValues,
  known: NotificationChannel | null,
): NotificationChannelInput {
  const secret = isSecretRemoved ? null : signatureSecret || undefined;
  return {
    ...values,
    organizationId: values.organizationId ?? null,
    kind: known?.kind ?? values.kind,
    addresses: values.kind === 'mail' ? addresses : [],
    ...(url ? { url } : {}),
    ...(secret === undefined ? {} : { signatureSecret: secret }),
  };
}
