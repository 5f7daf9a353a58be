import { Injectable } from '@nestjs/common';
import type { DeliveryFailure } from '@opsgauge/contract';
import { Clock } from '../../platform/clock.js';
import { MailServerService } from '../mail/mail-server.service.js';
import { DeliveryError } from '../transport/delivery-error.js';
import type { Message } from '../transport/message.js';
import { assertAccepted, requestOf } from '../transport/payloads.js';
import { postJson } from '../transport/post-json.js';
import { sendMail } from '../transport/send-mail.js';
import type { NotificationChannel } from './notification-channel.entity.js';

/** Brings one message to one receiver, once. */
@Injectable()
export class Transports {
  constructor(
    private readonly mailServer: MailServerService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id the same for the same message, however often it is sent
   * @returns what went wrong for a part of the recipients; null: nothing
   * @throws DeliveryError when nobody was reached
   */
  async send(channel: NotificationChannel, message: Message, id: string): Promise<DeliveryFailure | null> {
    const { kind, url, signatureSecret, addresses } = channel;
    if (kind === 'mail' || url === null) return this.sendMail(addresses, message, id);
    const answer = await postJson(requestOf({ kind, url, signatureSecret }, message, id, this.clock.nowMs()));
    assertAccepted(kind, answer);
    return null;
  }

  /** As `send`, to addresses that are no channel's. */
  async sendMail(
    addresses: readonly string[],
    message: Message,
    id: string,
  ): Promise<DeliveryFailure | null> {
    const settings = await this.mailServer.settings();
    if (!settings) throw new DeliveryError('mail_server_missing', 'no mail server has been entered');
    return sendMail(settings, addresses, message, id);
  }
}
