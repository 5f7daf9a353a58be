import { Injectable } from '@nestjs/common';
import type { NotificationReach } from '@opsgauge/contract';
import { receiversOf } from '@opsgauge/domain';
import type { Scope } from '../../accounts/scope.js';
import { SystemsService } from '../../inventory/systems.service.js';
import { VisibilityService } from '../../inventory/visibility.service.js';
import { Clock } from '../../platform/clock.js';
import { ChannelsReader } from '../channels/channels-reader.js';
import { MailServerService } from '../mail/mail-server.service.js';
import { DutyRosterService } from '../roster/duty-roster.service.js';
import { NoticeTargets } from './notice-targets.service.js';
import { SubscriptionsService } from './subscriptions.service.js';

/** Finds the systems of whose faults nobody would hear. */
@Injectable()
export class ReachService {
  constructor(
    private readonly subscriptions: SubscriptionsService,
    private readonly roster: DutyRosterService,
    private readonly targets: NoticeTargets,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
    private readonly channels: ChannelsReader,
    private readonly mailServer: MailServerService,
    private readonly clock: Clock,
  ) {}

  /** As if the gravest fault began now. */
  async of(scope: Scope): Promise<NotificationReach> {
    const nowMs = this.clock.nowMs();
    const [{ seesSystem }, systems, subscriptions, duty, mailServer] = await Promise.all([
      this.visibility.of(scope),
      this.systems.allNames(),
      this.subscriptions.all(),
      this.roster.onDuty(nowMs),
      this.mailServer.settings(),
    ]);
    const seen = systems.filter(({ id }) => seesSystem(id));
    const listening = [...subscriptions, ...duty].flatMap(({ organizationId }) => organizationId ?? []);
    const targets = await this.targets.of(
      listening,
      seen.map(({ id }) => id),
    );
    const channels = await this.channels.byId([
      ...subscriptions.flatMap(({ channelId }) => channelId ?? []),
      ...duty.flatMap(({ channelId }) => channelId ?? []),
    ]);
    const notice = { kind: 'began', severity: 'critical', atMs: nowMs } as const;
    const isReached = (systemId: string) =>
      receiversOf(notice, targets.get(systemId)!, subscriptions, duty).some((receiver) => {
        const channel = receiver.kind === 'channel' ? channels.get(receiver.channelId) : null;
        const isMail = receiver.kind === 'mail' || channel?.kind === 'mail';
        return (channel === null || channel?.isEnabled) && (!isMail || mailServer !== null);
      });
    return {
      isMailServerSet: mailServer !== null,
      silentSystems: seen.filter(({ id }) => !isReached(id)),
      systemsTotal: seen.length,
    };
  }
}
