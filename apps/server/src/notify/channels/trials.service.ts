import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeliveryFailure, DeliveryTrial } from '@opsgauge/contract';
import { testMessage } from '../notices/compose-message.js';
import { failureOf } from '../transport/delivery-error.js';
import type { NotificationChannel } from './notification-channel.entity.js';
import { Transports } from './transports.service.js';

/** Sends test messages: at once, once, and beside everything that waits. */
@Injectable()
export class Trials {
  constructor(private readonly transports: Transports) {}

  /** Also through a channel that is switched off: one tries before one switches on. */
  ofChannel(channel: NotificationChannel): Promise<DeliveryTrial> {
    const message = testMessage(channel.language);
    return timed(() => this.transports.send(channel, message, crypto.randomUUID()));
  }

  ofMail(address: string): Promise<DeliveryTrial> {
    return timed(() => this.transports.sendMail([address], testMessage('zh-CN'), crypto.randomUUID()));
  }
}

async function timed(send: () => Promise<DeliveryFailure | null>): Promise<DeliveryTrial> {
  const fromMs = performance.now();
  const failure = await send().catch(failureOf);
  return { durationMs: Math.round(performance.now() - fromMs), failure };
}
