import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DeliveryFailure } from '@opsgauge/contract';
import { givenUpAfterMs, pauseMs } from '@opsgauge/domain';
import { ChannelsReader } from '../channels/channels-reader.js';
import type { NotificationChannel } from '../channels/notification-channel.entity.js';
import { Transports } from '../channels/transports.service.js';
import { Clock } from '../../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Logger } from '../../platform/logging/logger.js';
import { grouped } from '../../platform/grouped.js';
import { WakeUps } from '../wake-ups.js';
import { DeliveryError, failureOf } from '../transport/delivery-error.js';
import { type Delivery, DeliveryStore } from './delivery-store.js';

/** The job that brings messages to their receivers. */
export const sendJob = 'send-messages';

const countMax = 500;
/** Of one receiver, before the others have their turn again: one that is slow holds nobody up for long. */
const ofEachMax = 5;
/** Receivers that are away each keep one of them waiting for ten seconds. */
const receiversAtOnce = 20;

/**
 * Sends what is due until it is taken: at least once, in no order. Where a receiver is away, one message knocks and the
 * others of his wait with it.
 */
@Injectable()
export class Sender implements OnModuleInit {
  constructor(
    private readonly store: DeliveryStore,
    private readonly channels: ChannelsReader,
    private readonly transports: Transports,
    private readonly jobs: Jobs,
    private readonly wakeUps: WakeUps,
    private readonly logger: Logger,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    // Each minute for what no job waits for: after a restore, or when a hub was killed between two steps.
    this.jobs.schedule(sendJob, '* * * * *', this.configuration.timeZone, () => this.sendDue());
  }

  /** Sends all that is due, and sees to it that what is due within the minute is sent then. */
  async sendDue(): Promise<void> {
    for (;;) {
      const due = await this.store.due(this.clock.nowMs(), countMax, ofEachMax);
      if (due.length === 0) break;
      const byReceiver = grouped(due, ({ channelId, mailAddress }) => channelId ?? mailAddress ?? '');
      const channels = await this.channels.byId(due.flatMap(({ channelId }) => channelId ?? []));
      const receivers = [...byReceiver.values()];
      while (receivers.length > 0) {
        const some = receivers.splice(0, receiversAtOnce);
        await Promise.all(some.map((all) => this.sendAll(all, channels.get(all[0]!.channelId ?? ''))));
      }
    }
    await this.wakeUps.at(sendJob, await this.store.nextDueMs());
  }

  /** One receiver's, one after the other, until one fails. */
  private async sendAll(deliveries: Delivery[], channel: NotificationChannel | undefined): Promise<void> {
    for (const delivery of deliveries) {
      const retryMs = await this.sendOne(delivery, channel);
      if (retryMs === null) continue;
      await this.store.postpone(delivery, this.clock.nowMs(), retryMs);
      return;
    }
  }

  /** @returns when to try again; null: it was sent, or given up */
  private async sendOne(
    delivery: Delivery,
    channel: NotificationChannel | undefined,
  ): Promise<number | null> {
    const attempts = delivery.attempts + 1;
    try {
      const failure = await this.bring(delivery, channel);
      const nowMs = this.clock.nowMs();
      await this.store.setFate(delivery, 'sent', { attempts, failure, nowMs, nextAttemptMs: null });
      return null;
    } catch (error) {
      const failure = failureOf(error);
      const nowMs = this.clock.nowMs();
      const isLast =
        failure.code === 'channel_deleted' || nowMs - delivery.createdAt.getTime() >= givenUpAfterMs;
      const nextAttemptMs = isLast ? null : nowMs + pauseMs(attempts, Math.random());
      const state = isLast ? 'givenUp' : 'retrying';
      this.logger.warn('a message was not taken', { delivery: delivery.id, attempts, state, ...failure });
      await this.store.setFate(delivery, state, { attempts, failure, nowMs, nextAttemptMs });
      return nextAttemptMs;
    }
  }

  private bring(
    { id, message, mailAddress }: Delivery,
    channel: NotificationChannel | undefined,
  ): Promise<DeliveryFailure | null> {
    if (mailAddress !== null) return this.transports.sendMail([mailAddress], message, id);
    if (!channel) throw new DeliveryError('channel_deleted', 'the channel was deleted');
    if (!channel.isEnabled) throw new DeliveryError('channel_disabled', 'the channel is switched off');
    return this.transports.send(channel, message, id);
  }
}
