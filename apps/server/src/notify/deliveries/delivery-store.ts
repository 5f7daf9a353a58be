import { Injectable } from '@nestjs/common';
import type { ChannelKind, DeliveryFailure, DeliveryState } from '@opsgauge/contract';
import { Database, type Queryable } from '../../platform/database/database.js';
import type { Message } from '../transport/message.js';

/** A message for one receiver, on its way. */
export interface Delivery {
  readonly id: string;
  readonly channelId: string | null;
  readonly mailAddress: string | null;
  readonly channelKind: ChannelKind | null;
  readonly receiverName: string;
  readonly message: Message;
  readonly attempts: number;
  readonly createdAt: Date;
}

const columns = `id, channel_id AS "channelId", mail_address AS "mailAddress", channel_kind AS "channelKind",
  receiver_name AS "receiverName", message, attempts, created_at AS "createdAt"`;

/** The messages and how far each has come. */
@Injectable()
export class DeliveryStore {
  constructor(private readonly database: Database) {}

  /** To be sent at once. */
  async insert(
    client: Queryable,
    { message, ...delivery }: Omit<Delivery, 'attempts' | 'createdAt'>,
    nowMs: number,
  ): Promise<void> {
    await client.query(
      `INSERT INTO notification_delivery
         (id, channel_id, mail_address, channel_kind, receiver_name, message, state, created_at, next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'pending', $7, $7)`,
      [
        delivery.id,
        delivery.channelId,
        delivery.mailAddress,
        delivery.channelKind,
        delivery.receiverName,
        JSON.stringify(message),
        new Date(nowMs),
      ],
    );
  }

  /** What is to be sent now: the oldest of each receiver, so that nobody waits behind another's many. */
  async due(nowMs: number, countMax: number, ofEachMax: number): Promise<Delivery[]> {
    const { rows } = await this.database.query<Delivery & { [column: string]: unknown }>(
      `SELECT ${columns}
         FROM (SELECT *, row_number() OVER (PARTITION BY channel_id, mail_address ORDER BY created_at, id) AS place
                 FROM notification_delivery WHERE next_attempt_at <= $1) due
        WHERE place <= $3 ORDER BY place, created_at, id LIMIT $2`,
      [new Date(nowMs), countMax, ofEachMax],
    );
    return rows;
  }

  /** When the next one is to be sent; null when none waits. */
  async nextDueMs(): Promise<number | null> {
    const { rows } = await this.database.query<{ at: Date | null }>(
      'SELECT min(next_attempt_at) AS at FROM notification_delivery WHERE next_attempt_at IS NOT NULL',
    );
    return rows[0]!.at?.getTime() ?? null;
  }

  /** @param nextAttemptMs null: it is not tried again */
  async setFate(
    { id }: Pick<Delivery, 'id'>,
    state: DeliveryState,
    fate: {
      readonly attempts: number;
      readonly failure: DeliveryFailure | null;
      readonly nowMs: number;
      readonly nextAttemptMs: number | null;
    },
  ): Promise<void> {
    await this.database.query(
      `UPDATE notification_delivery
          SET state = $2, attempts = $3, last_failure = $4, next_attempt_at = $5, sent_at = $6 WHERE id = $1`,
      [
        id,
        state,
        fate.attempts,
        fate.failure && JSON.stringify(fate.failure),
        fate.nextAttemptMs === null ? null : new Date(fate.nextAttemptMs),
        state === 'sent' ? new Date(fate.nowMs) : null,
      ],
    );
  }

  /** Has all that is due for one's receiver wait too, untried: he is away. */
  async postpone(
    { channelId, mailAddress }: Pick<Delivery, 'channelId' | 'mailAddress'>,
    nowMs: number,
    untilMs: number,
  ): Promise<void> {
    await this.database.query(
      `UPDATE notification_delivery SET next_attempt_at = $4
        WHERE next_attempt_at <= $3 AND channel_id IS NOT DISTINCT FROM $1 AND mail_address IS NOT DISTINCT FROM $2`,
      [channelId, mailAddress, new Date(nowMs), new Date(untilMs)],
    );
  }

  /** Has what waits for a channel sent at once. */
  async retryNow(client: Queryable, channelId: string, nowMs: number): Promise<void> {
    await client.query(
      `UPDATE notification_delivery SET next_attempt_at = $2
        WHERE channel_id = $1 AND next_attempt_at IS NOT NULL`,
      [channelId, new Date(nowMs)],
    );
  }
}
