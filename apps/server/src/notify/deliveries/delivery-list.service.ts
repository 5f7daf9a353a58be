import { Injectable } from '@nestjs/common';
import type {
  NotificationDeliveriesQuery,
  NotificationDeliveriesResponse,
  NotificationDelivery,
  WaitingNotice,
} from '@opsgauge/contract';
import type { UserAccount } from '../../accounts/user-account.entity.js';
import { instantText } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { plainText, type Message } from '../transport/message.js';

interface Row extends Pick<
  NotificationDelivery,
  'id' | 'channelKind' | 'receiverName' | 'state' | 'attempts' | 'lastFailure'
> {
  readonly message: Message;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date | null;
  readonly sentAt: Date | null;
}

const textOf = (moment: Date | null) => moment && instantText(moment.getTime());

/** What became of the messages. */
@Injectable()
export class DeliveryList {
  constructor(private readonly database: Database) {}

  /** Of the channels that somebody manages, the latest first. */
  async list(user: UserAccount, query: NotificationDeliveriesQuery): Promise<NotificationDeliveriesResponse> {
    return { items: await this.find(query, user), waiting: [] };
  }

  /** All that tells of one fault, whoever it went to, and what is going to; for whoever may see the fault. */
  async ofFault(
    query: NotificationDeliveriesQuery & { readonly faultId: string },
  ): Promise<NotificationDeliveriesResponse> {
    const [items, waiting] = await Promise.all([this.find(query, null), this.waiting(query.faultId)]);
    const own = items.map((item) => ({
      ...item,
      // A message may tell of other faults too, which need not be for him to see.
      text: null,
      notices: item.notices.filter(({ faultId }) => faultId === query.faultId),
    }));
    return { items: own, waiting };
  }

  /** @param user null: whoever it went to */
  private async find(
    { faultId, state, before, limit }: NotificationDeliveriesQuery,
    user: UserAccount | null,
  ): Promise<NotificationDelivery[]> {
    const { rows } = await this.database.query<Row & { [column: string]: unknown }>(
      `SELECT d.id, d.channel_kind AS "channelKind", d.receiver_name AS "receiverName", d.message, d.state, d.attempts,
              d.last_failure AS "lastFailure", d.created_at AS "createdAt", d.next_attempt_at AS "nextAttemptAt",
              d.sent_at AS "sentAt"
         FROM notification_delivery d LEFT JOIN notification_channel c ON c.id = d.channel_id
        WHERE ($1::uuid IS NULL OR d.id IN (SELECT delivery_id FROM notification_notice WHERE fault_id = $1))
          AND ($2::text IS NULL OR d.state = $2)
          AND ($3::timestamptz IS NULL OR d.created_at < $3)
          AND ($4::boolean OR c.organization_id = $5)
        ORDER BY d.created_at DESC, d.id LIMIT $6`,
      [
        faultId ?? null,
        state ?? null,
        before ?? null,
        user === null || user.role === 'admin',
        user?.organizationId ?? null,
        limit,
      ],
    );
    return rows.map(({ message, createdAt, nextAttemptAt, sentAt, ...row }) => ({
      ...row,
      title: message.title,
      text: plainText(message),
      createdAt: instantText(createdAt.getTime()),
      nextAttemptAt: textOf(nextAttemptAt),
      sentAt: textOf(sentAt),
      notices: message.notices.map(({ kind, faultId: id, at }) => ({ kind, faultId: id, at })),
      noticesTotal: message.noticesTotal,
    }));
  }

  private async waiting(faultId: string): Promise<WaitingNotice[]> {
    const { rows } = await this.database.query<
      Pick<WaitingNotice, 'kind' | 'receiverName' | 'reason'> & { at: Date; dueAt: Date }
    >(
      `SELECT n.kind, coalesce(c.name, n.mail_address, '') AS "receiverName", n.at, n.due_at AS "dueAt",
              CASE WHEN n.due_at > n.unsilenced_due_at THEN 'maintenance'
                   WHEN n.kind = 'recovered' THEN 'steady' ELSE 'grouping' END AS reason
         FROM notification_notice n LEFT JOIN notification_channel c ON c.id = n.channel_id
        WHERE n.fault_id = $1 AND n.delivery_id IS NULL AND n.withdrawn_at IS NULL ORDER BY n.due_at, n.receiver_key`,
      [faultId],
    );
    return rows.map(({ at, dueAt, ...row }) => ({
      ...row,
      at: instantText(at.getTime()),
      dueAt: instantText(dueAt.getTime()),
    }));
  }
}
