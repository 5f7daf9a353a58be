import crypto from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { groupingMs } from '@opsgauge/domain';
import { ChannelsReader } from '../channels/channels-reader.js';
import { DeliveryStore } from '../deliveries/delivery-store.js';
import { sendJob } from '../deliveries/sender.service.js';
import { FaultFacts } from '../../faults/fault-facts.service.js';
import { grouped } from '../../platform/grouped.js';
import { WakeUps } from '../wake-ups.js';
import { Clock } from '../../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Database, type Queryable } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { composeMessage } from './compose-message.js';
import { NoticeStore } from './notice-store.js';
import { Silences } from './silences.service.js';

/** The job that makes messages of notices. */
export const composeJob = 'compose-messages';

/** Makes one message a receiver of all that is due to be told. */
@Injectable()
export class Composer implements OnModuleInit {
  constructor(
    private readonly notices: NoticeStore,
    private readonly deliveries: DeliveryStore,
    private readonly channels: ChannelsReader,
    private readonly faults: FaultFacts,
    private readonly silences: Silences,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    // Each minute for what no job waits for: held back for longer, or after a restore.
    this.jobs.schedule(composeJob, '* * * * *', this.configuration.timeZone, () => this.compose());
  }

  /** Composes what is due; what falls due within the minute is composed then. */
  async compose(): Promise<void> {
    const nowMs = this.clock.nowMs();
    await this.database.transaction(async (client) => {
      await this.notices.lock(client);
      await this.readSilencesAgain(client, nowMs);
      const due = await this.notices.takeDue(client, nowMs, nowMs + groupingMs);
      if (due.length === 0) return;
      const channels = await this.channels.byId(due.flatMap(({ channelId }) => channelId ?? []));
      for (const notices of grouped(due, ({ receiverKey }) => receiverKey).values()) {
        const { channelId, mailAddress } = notices[0]!;
        const channel = channels.get(channelId ?? '');
        const receiverName = channel?.name ?? mailAddress;
        const id = receiverName === null ? null : crypto.randomUUID();
        if (id !== null && receiverName !== null) {
          const receiver = { channelId, mailAddress, channelKind: channel?.kind ?? null, receiverName };
          const message = composeMessage(notices, this.configuration);
          await this.deliveries.insert(client, { id, ...receiver, message }, nowMs);
        }
        await this.notices.settle(client, notices, id, nowMs);
      }
      await this.jobs.enqueue(client, sendJob, {});
    });
    await this.wakeUps.at(composeJob, await this.notices.nextDueMs());
  }

  /** Maintenance that ended early silences nothing any more, and one that goes on for longer still does. */
  private async readSilencesAgain(client: Queryable, nowMs: number): Promise<void> {
    const faultIds = await this.notices.silencedFaultIds(client);
    if (faultIds.length === 0) return;
    const ends = await this.silences.of(await this.faults.facts(faultIds), nowMs);
    await this.notices.setSilences(client, faultIds, ends);
  }
}
