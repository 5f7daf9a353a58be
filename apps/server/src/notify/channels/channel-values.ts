import type { NotificationChannel as ChannelResponse, NotificationChannelInput } from '@opsgauge/contract';
import { ApplicationError } from '../../platform/errors/application-error.js';
import type { NotificationChannel } from './notification-channel.entity.js';

type Known = Pick<NotificationChannel, 'id' | 'url' | 'signatureSecret'> & Partial<NotificationChannel>;

/**
 * A channel after a change. Secrets that are not given stay, as long as the kind of channel does.
 * @throws ApplicationError `invalid_request` naming what is missing
 */
export function changedChannel(
  known: Known,
  { url, signatureSecret, ...input }: NotificationChannelInput,
): Omit<NotificationChannel, 'createdAt'> {
  if (known.kind !== undefined && known.kind !== input.kind) throw missing('kind', 'does not change');
  if (input.kind === 'mail') {
    if (input.addresses.length === 0) throw missing('addresses', 'at least one is needed');
    return { ...input, id: known.id, url: null, signatureSecret: null };
  }
  const address = url ?? known.url;
  if (address === null) throw missing('url', 'is needed');
  return {
    ...input,
    id: known.id,
    addresses: [],
    url: address,
    signatureSecret: signatureSecret === undefined ? known.signatureSecret : signatureSecret,
  };
}

const missing = (field: string, reason: string): ApplicationError =>
  new ApplicationError('invalid_request', `${field}: ${reason}`, { field });

/** Without its secrets. */
export const describeChannel = (
  channel: Omit<NotificationChannel, 'createdAt'>,
): Omit<ChannelResponse, 'organizationName'> => ({
  id: channel.id,
  name: channel.name,
  kind: channel.kind,
  organizationId: channel.organizationId,
  language: channel.language,
  isEnabled: channel.isEnabled,
  addresses: channel.addresses,
  hint: channel.url === null ? null : `${new URL(channel.url).host}/…${channel.url.slice(-4)}`,
  hasSignatureSecret: channel.signatureSecret !== null,
});
