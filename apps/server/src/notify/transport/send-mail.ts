import type { DeliveryFailure, MailServerInput } from '@opsgauge/contract';
import { createTransport } from 'nodemailer';
import { DeliveryError, networkWord } from './delivery-error.js';
import { plainText, type Message } from './message.js';

export type MailSettings = Omit<MailServerInput, 'password'> & { readonly password: string | null };

const timeLimitMs = 10_000;

/**
 * Sends one mail to all addresses through the platform's mail server.
 *
 * @param id the same each time the message is sent: it is its Message-ID
 * @returns `mail_rejected` where the server refused some of the addresses: sent again, the others would have it twice
 * @throws DeliveryError `unreachable`, `timed_out`, `mail_login_failed`, `mail_encryption_failed`,
 *   `mail_rejected`
 */
export async function sendMail(
  settings: MailSettings,
  addresses: readonly string[],
  message: Message,
  id: string,
): Promise<DeliveryFailure | null> {
  const { host, port, security, username, password, fromAddress, fromName } = settings;
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: timeLimitMs,
    greetingTimeout: timeLimitMs,
    socketTimeout: timeLimitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username === null ? {} : { auth: { user: username, pass: password ?? '' } }),
  });
  try {
    const { rejected } = await transport.sendMail({
      from: { name: fromName, address: fromAddress },
      to: [...addresses],
      subject: message.title,
      text: plainText(message),
      messageId: `<${id}@opsgauge>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return rejected.length === 0
      ? null
      : { code: 'mail_rejected', message: `${rejected.length} of ${addresses.length} recipients refused` };
  } catch (error) {
    throw mailErrorOf(error);
  } finally {
    transport.close();
  }
}

function mailErrorOf(thrown: unknown): DeliveryError {
  const { code, responseCode } = (thrown ?? {}) as { code?: string; responseCode?: number };
  const status = responseCode === undefined ? '' : `SMTP ${responseCode}`;
  if (code === 'EAUTH') return new DeliveryError('mail_login_failed', status || 'EAUTH');
  if (code === 'ETLS') return new DeliveryError('mail_encryption_failed', status || 'ETLS');
  if (code === 'ETIMEDOUT') return new DeliveryError('timed_out', `no answer within ${timeLimitMs / 1000} s`);
  if (responseCode !== undefined) return new DeliveryError('mail_rejected', status);
  return new DeliveryError('unreachable', networkWord(thrown));
}
