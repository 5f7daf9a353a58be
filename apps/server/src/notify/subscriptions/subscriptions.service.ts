import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type {
  NotificationSubscription as SubscriptionResponse,
  NotificationSubscriptionInput,
} from '@opsgauge/contract';
import { DataSource, Repository } from 'typeorm';
import { OrganizationsService } from '../../accounts/organizations.service.js';
import type { Scope } from '../../accounts/scope.js';
import type { UserAccount } from '../../accounts/user-account.entity.js';
import { SystemsService } from '../../inventory/systems.service.js';
import { VisibilityService } from '../../inventory/visibility.service.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { notFound } from '../../platform/errors/application-error.js';
import { ChannelsReader } from '../channels/channels-reader.js';
import { ChannelsService } from '../channels/channels.service.js';
import { assertManages, manages } from '../managed-organization.js';
import { NotificationSubscription } from './notification-subscription.entity.js';

/** Who hears what. */
@Injectable()
export class SubscriptionsService {
  constructor(
    @InjectRepository(NotificationSubscription)
    private readonly subscriptions: Repository<NotificationSubscription>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly organizations: OrganizationsService,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
    private readonly channels: ChannelsService,
    private readonly channelsById: ChannelsReader,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Every one, for whoever plans messages. */
  all(): Promise<NotificationSubscription[]> {
    return this.subscriptions.find();
  }

  /** Those that somebody manages. */
  async list(user: UserAccount): Promise<SubscriptionResponse[]> {
    const all = await this.subscriptions.find({ order: { createdAt: 'ASC', id: 'ASC' } });
    return this.describe(all.filter(({ organizationId }) => manages(user, organizationId)));
  }

  /** @throws ApplicationError `invalid_request` naming `organizationId`; `not_found` for a system or channel out of sight */
  create(
    user: UserAccount,
    scope: Scope,
    input: NotificationSubscriptionInput,
  ): Promise<SubscriptionResponse> {
    const fresh = { id: crypto.randomUUID(), createdAt: new Date(this.clock.nowMs()) };
    return this.save(user, scope, null, { ...fresh, ...input });
  }

  /** @throws ApplicationError `not_found`, and as `create` */
  async change(
    user: UserAccount,
    scope: Scope,
    id: string,
    input: NotificationSubscriptionInput,
  ): Promise<SubscriptionResponse> {
    const known = await this.get(user, id);
    return this.save(user, scope, known, { ...known, ...input });
  }

  /** @throws ApplicationError `not_found` */
  async remove(user: UserAccount, id: string): Promise<void> {
    const known = await this.get(user, id);
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(NotificationSubscription, { id });
      const before = told(known);
      await this.audit.record(
        { action: 'notification-subscription.delete', ...target(known), before },
        client,
      );
    });
  }

  private async get(user: UserAccount, id: string): Promise<NotificationSubscription> {
    const known = await this.subscriptions.findOneBy({ id });
    if (!known || !manages(user, known.organizationId)) throw notFound('subscription');
    return known;
  }

  private async save(
    user: UserAccount,
    scope: Scope,
    known: NotificationSubscription | null,
    subscription: NotificationSubscription,
  ): Promise<SubscriptionResponse> {
    const { organizationId, systemId, channelId } = subscription;
    assertManages(user, organizationId);
    if (organizationId !== null) await this.organizations.get(organizationId);
    if (systemId !== null) {
      await this.visibility.requireSystem(scope, systemId);
      await this.systems.get(systemId);
    }
    if (channelId !== null) await this.channels.get(user, channelId);
    await inTransaction(this.source, async (manager, client) => {
      await manager.save(NotificationSubscription, subscription);
      const action = known ? 'notification-subscription.change' : 'notification-subscription.create';
      const change = { before: known && told(known), after: told(subscription) };
      await this.audit.record({ action, ...target(subscription), ...change }, client);
    });
    const [described] = await this.describe([subscription]);
    return described!;
  }

  private async describe(all: readonly NotificationSubscription[]): Promise<SubscriptionResponse[]> {
    const [organizations, systems, channels] = await Promise.all([
      this.organizations.names(all.flatMap(({ organizationId }) => organizationId ?? [])),
      this.systems.names(all.flatMap(({ systemId }) => systemId ?? [])),
      this.channelsById.byId(all.flatMap(({ channelId }) => channelId ?? [])),
    ]);
    return all.map((one) => ({
      ...told(one),
      id: one.id,
      organizationName: organizations.get(one.organizationId ?? '') ?? null,
      systemName: systems.get(one.systemId ?? '') ?? null,
      channelName: channels.get(one.channelId ?? '')?.name ?? null,
    }));
  }
}

const told = ({
  organizationId,
  systemId,
  leastSeverity,
  kinds,
  channelId,
}: NotificationSubscription): NotificationSubscriptionInput => ({
  organizationId,
  systemId,
  leastSeverity,
  kinds,
  channelId,
});

const target = ({ id }: NotificationSubscription) => ({
  targetKind: 'notification-subscription',
  targetId: id,
});
