import { Injectable } from '@nestjs/common';
import type { MessageLanguage } from '@opsgauge/contract';
import { answeredForBy, faultTitleText, groupingMs, type ClockReading } from '@opsgauge/domain';
import { FaultFacts, type FaultClocks, type FaultFact } from '../../faults/fault-facts.service.js';
import { Clock, instantText } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ChannelsReader } from '../channels/channels-reader.js';
import { DutyRosterService } from '../roster/duty-roster.service.js';
import { NoticeTargets } from '../subscriptions/notice-targets.service.js';
import { SubscriptionsService } from '../subscriptions/subscriptions.service.js';
import { composeJob } from './composer.service.js';
import type { NoticeDetail } from './notice-detail.js';
import { NoticeStore } from './notice-store.js';
import { Silences } from './silences.service.js';
import { planNotices, type Deed, type DeedTarget, type PlannedNotice } from './plan-notices.js';

/** Beside what stands in the fault: what is said with this deed. */
export type SaidOfDeed = Pick<
  NoticeDetail,
  'actorName' | 'note' | 'request' | 'isApproved' | 'amendment' | 'elapsedMs' | 'limitMs'
>;

export interface SaidDeed extends Deed {
  readonly said: SaidOfDeed;
}

/** Writes down who is to be told of what: what was told is not told again, however often it is written. */
@Injectable()
export class NoticeWriter {
  constructor(
    private readonly faults: FaultFacts,
    private readonly subscriptions: SubscriptionsService,
    private readonly roster: DutyRosterService,
    private readonly targets: NoticeTargets,
    private readonly silences: Silences,
    private readonly channels: ChannelsReader,
    private readonly notices: NoticeStore,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** All in one transaction, with the job that makes messages of them. */
  async write(deeds: readonly SaidDeed[]): Promise<void> {
    const nowMs = this.clock.nowMs();
    const [facts, subscriptions, duty] = await Promise.all([
      this.faults.facts(deeds.map(({ faultId }) => faultId)),
      this.subscriptions.all(),
      this.roster.onDuty(nowMs),
    ]);
    const targets = await this.targetsOf(
      facts,
      [...subscriptions, ...duty].flatMap(({ organizationId }) => organizationId ?? []),
      nowMs,
    );
    await this.database.transaction(async (client) => {
      await this.notices.lock(client);
      const ids = facts.map(({ id }) => id);
      const history = await this.notices.history(client, ids);
      const plan = planNotices(deeds, { targets, subscriptions, duty, history }, nowMs);
      if (plan.added.length + plan.withdrawn.length === 0) return;
      await this.notices.withdraw(client, plan.withdrawn, nowMs);
      await this.notices.add(client, await this.worded(plan.added, facts));
      await this.jobs.enqueue(client, composeJob, {}, groupingMs / 1000);
    });
  }

  private async targetsOf(
    facts: readonly FaultFact[],
    organizationIds: readonly string[],
    nowMs: number,
  ): Promise<Map<string, DeedTarget>> {
    const [bySystem, silences] = await Promise.all([
      this.targets.of(
        organizationIds,
        facts.map(({ systemId }) => systemId),
      ),
      this.silences.of(facts, nowMs),
    ]);
    return new Map(
      facts.map(({ id, systemId, severity, vendorOrganizationId }): [string, DeedTarget] => [
        id,
        {
          severity,
          target: answeredForBy(bySystem.get(systemId)!, vendorOrganizationId),
          silencedUntilMs: silences.get(id) ?? null,
        },
      ]),
    );
  }

  /** In the language of each receiver. */
  private async worded(added: readonly PlannedNotice[], facts: readonly FaultFact[]) {
    const channels = await this.channels.byId(
      added.flatMap(({ receiver }) => (receiver.kind === 'channel' ? receiver.channelId : [])),
    );
    const byId = new Map(facts.map((fact) => [fact.id, fact]));
    const opening = added.filter(({ deed }) => opens(deed)).map(({ deed }) => deed.faultId);
    const clocks = new Map((await this.faults.clocks(opening)).map((one) => [one.faultId, one]));
    return added.map((notice) => {
      const { deed, receiver } = notice;
      const language: MessageLanguage =
        receiver.kind === 'mail'
          ? (receiver.language as MessageLanguage)
          : (channels.get(receiver.channelId)?.language ?? 'zh-CN');
      const detail = detailOf(deed as SaidDeed, byId.get(deed.faultId)!, language);
      const due = opens(deed) ? deadlinesOf(clocks.get(deed.faultId)) : {};
      return { ...notice, language, detail: { ...detail, ...due } };
    });
  }
}

/** Whether it starts the clocks. */
const opens = ({ kind }: Deed): boolean => kind === 'began' || kind === 'reopened';

/** Until when what nobody has done yet is to be done. */
const deadlinesOf = (
  clocks: FaultClocks | undefined,
): Pick<NoticeDetail, 'responseDeadlineAt' | 'repairDeadlineAt'> => {
  const deadline = (reading: ClockReading | undefined): string | null =>
    !reading || reading.toMs !== null || reading.state === 'notDue' || reading.deadlineMs === null
      ? null
      : instantText(reading.deadlineMs);
  return { responseDeadlineAt: deadline(clocks?.response), repairDeadlineAt: deadline(clocks?.repair) };
};

const detailOf = ({ said }: SaidDeed, fact: FaultFact, language: MessageLanguage): NoticeDetail => ({
  ...said,
  number: fact.number,
  title: faultTitleText(fact.title, language),
  severity: fact.severity,
  systemName: fact.systemName,
  serverName: fact.serverName,
  startedAt: instantText(fact.startMs),
  recoveredAt: fact.recoveredMs === null ? null : instantText(fact.recoveredMs),
});
