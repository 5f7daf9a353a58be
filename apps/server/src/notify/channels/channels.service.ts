import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { NotificationChannel as ChannelResponse, NotificationChannelInput } from '@opsgauge/contract';
import { DataSource, Repository } from 'typeorm';
import { OrganizationsService } from '../../accounts/organizations.service.js';
import type { UserAccount } from '../../accounts/user-account.entity.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { notFound } from '../../platform/errors/application-error.js';
import { refusingConflicts } from '../../platform/errors/database-conflict.js';
import { DeliveryStore } from '../deliveries/delivery-store.js';
import { assertManages, manages } from '../managed-organization.js';
import { changedChannel, describeChannel } from './channel-values.js';
import { NotificationChannel } from './notification-channel.entity.js';

/** The ways by which people are reached. */
@Injectable()
export class ChannelsService {
  constructor(
    @InjectRepository(NotificationChannel) private readonly channels: Repository<NotificationChannel>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly organizations: OrganizationsService,
    private readonly deliveries: DeliveryStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Those that somebody manages. */
  async list(user: UserAccount): Promise<ChannelResponse[]> {
    const channels = await this.channels.find({ order: { name: 'ASC', id: 'ASC' } });
    return this.describe(channels.filter(({ organizationId }) => manages(user, organizationId)));
  }

  /** @throws ApplicationError `not_found`, also for one that somebody does not manage */
  async get(user: UserAccount, id: string): Promise<NotificationChannel> {
    const channel = await this.channels.findOneBy({ id });
    if (!channel || !manages(user, channel.organizationId)) throw notFound('channel');
    return channel;
  }

  /** @throws ApplicationError `invalid_request` naming the field that is missing, or that is not the caller's */
  async create(user: UserAccount, input: NotificationChannelInput): Promise<ChannelResponse> {
    const known = { id: crypto.randomUUID(), url: null, signatureSecret: null };
    const channel = { ...changedChannel(known, input), createdAt: new Date(this.clock.nowMs()) };
    return this.save(user, null, channel);
  }

  /**
   * What waits for it is tried again at once.
   * @throws ApplicationError `not_found`, and as `create`; `invalid_request` naming `kind`, which does not change
   */
  async change(user: UserAccount, id: string, input: NotificationChannelInput): Promise<ChannelResponse> {
    const known = await this.get(user, id);
    return this.save(user, known, { ...changedChannel(known, input), createdAt: known.createdAt });
  }

  /** @throws ApplicationError `not_found`; `in_use` while a subscription names it */
  async remove(user: UserAccount, id: string): Promise<void> {
    const known = await this.get(user, id);
    await refusingConflicts(`the channel ${known.name} cannot be deleted`, () =>
      inTransaction(this.source, async (manager, client) => {
        await manager.delete(NotificationChannel, { id });
        const before = describeChannel(known);
        await this.audit.record({ action: 'notification-channel.delete', ...target(known), before }, client);
      }),
    );
  }

  private async save(
    user: UserAccount,
    known: NotificationChannel | null,
    channel: NotificationChannel,
  ): Promise<ChannelResponse> {
    assertManages(user, channel.organizationId);
    if (channel.organizationId !== null) await this.organizations.get(channel.organizationId);
    await inTransaction(this.source, async (manager, client) => {
      await manager.save(NotificationChannel, channel);
      if (known) await this.deliveries.retryNow(client, channel.id, this.clock.nowMs());
      const action = known ? 'notification-channel.change' : 'notification-channel.create';
      const before = known && describeChannel(known);
      await this.audit.record(
        { action, ...target(channel), before, after: describeChannel(channel) },
        client,
      );
    });
    const [described] = await this.describe([channel]);
    return described!;
  }

  private async describe(channels: readonly NotificationChannel[]): Promise<ChannelResponse[]> {
    const names = await this.organizations.names(
      channels.flatMap(({ organizationId }) => (organizationId === null ? [] : [organizationId])),
    );
    return channels.map((channel) => ({
      ...describeChannel(channel),
      organizationName: names.get(channel.organizationId ?? '') ?? null,
    }));
  }
}

const target = ({ id, name }: NotificationChannel) => ({
  targetKind: 'notification-channel',
  targetId: id,
  targetName: name,
});
