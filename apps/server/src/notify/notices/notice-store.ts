import { Injectable } from '@nestjs/common';
import type { MessageLanguage } from '@opsgauge/contract';
import { receiverKey, type ChangeKind, type NoticeKind, type Receiver } from '@opsgauge/domain';
import { Database, type Queryable } from '../../platform/database/database.js';
import type { Notice, NoticeDetail } from './notice-detail.js';
import type { NoticePlan, PastChange, PlannedNotice, Withdrawal } from './plan-notices.js';

interface ReceiverRow {
  readonly channelId: string | null;
  readonly mailAddress: string | null;
  readonly language: MessageLanguage;
}

/** A notice that is to go into a message. */
export type DueNotice = Notice & ReceiverRow & { readonly key: string; readonly receiverKey: string };

/** A planned notice in its receiver's words. */
export interface WordedNotice extends PlannedNotice {
  readonly language: MessageLanguage;
  readonly detail: NoticeDetail;
}

const receiverOf = ({ channelId, mailAddress, language }: ReceiverRow): Receiver =>
  mailAddress === null
    ? { kind: 'channel', channelId: channelId ?? '' }
    : { kind: 'mail', address: mailAddress, language };

/** What receivers are to be told, before it is a message and after. */
@Injectable()
export class NoticeStore {
  constructor(private readonly database: Database) {}

  /**
   * Lets one transaction at a time plan what is told or make messages of it: what one withdraws the other must not be
   * sending.
   */
  async lock(client: Queryable): Promise<void> {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('notification-notices'))`);
  }

  /** The changes of these faults that receivers know of or are to hear of, in order. */
  async history(client: Queryable, faultIds: readonly string[]): Promise<PastChange[]> {
    const { rows } = await client.query<
      ReceiverRow & { faultId: string; kind: ChangeKind; at: Date; dueAt: Date; isTold: boolean }
    >(
      `SELECT fault_id AS "faultId", channel_id AS "channelId", mail_address AS "mailAddress", language, kind, at,
              due_at AS "dueAt", delivery_id IS NOT NULL AS "isTold"
         FROM notification_notice
        WHERE fault_id = ANY ($1::uuid[]) AND withdrawn_at IS NULL AND kind IN ('began', 'reopened', 'recovered')
        ORDER BY at, due_at`,
      [faultIds],
    );
    return rows.map(({ faultId, kind, at, dueAt, isTold, ...receiver }) => ({
      faultId,
      receiver: receiverOf(receiver),
      kind,
      atMs: at.getTime(),
      dueMs: dueAt.getTime(),
      isTold,
    }));
  }

  /** What receivers have been told of, by its key, whoever they are. */
  async knownKeys(keys: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.database.query<{ key: string }>(
      'SELECT DISTINCT notice_key AS key FROM notification_notice WHERE notice_key = ANY ($1)',
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  /** What a receiver was told already he is not told again. */
  async add(client: Queryable, notices: readonly WordedNotice[]): Promise<void> {
    const rows = notices.map(({ deed, receiver, dueMs, unsilencedDueMs, language, detail }) => ({
      notice_key: deed.key,
      receiver_key: receiverKey(receiver),
      fault_id: deed.faultId,
      kind: deed.kind,
      at: new Date(deed.atMs),
      due_at: new Date(dueMs),
      unsilenced_due_at: unsilencedDueMs === null ? null : new Date(unsilencedDueMs),
      channel_id: receiver.kind === 'channel' ? receiver.channelId : null,
      mail_address: receiver.kind === 'mail' ? receiver.address : null,
      language,
      detail,
    }));
    await client.query(
      `INSERT INTO notification_notice
         (notice_key, receiver_key, fault_id, kind, at, due_at, unsilenced_due_at, channel_id, mail_address, language, detail)
       SELECT notice_key, receiver_key, fault_id, kind, at, due_at, unsilenced_due_at, channel_id, mail_address, language, detail
         FROM jsonb_populate_recordset(NULL::notification_notice, $1::jsonb)
       ON CONFLICT (notice_key, receiver_key) DO NOTHING`,
      [JSON.stringify(rows)],
    );
  }

  async withdraw(client: Queryable, withdrawn: NoticePlan['withdrawn'], nowMs: number): Promise<void> {
    const rows = withdrawn.flatMap(({ faultId, receiver, kinds }: Withdrawal) =>
      kinds.map((kind) => ({ fault_id: faultId, receiver_key: receiverKey(receiver), kind })),
    );
    await client.query(
      `UPDATE notification_notice n SET withdrawn_at = $2
         FROM jsonb_populate_recordset(NULL::notification_notice, $1::jsonb) given
        WHERE n.fault_id = given.fault_id AND n.receiver_key = given.receiver_key AND n.kind = given.kind
          AND n.delivery_id IS NULL AND n.withdrawn_at IS NULL`,
      [JSON.stringify(rows), new Date(nowMs)],
    );
  }

  /** The faults of which something waits because maintenance silences it. */
  async silencedFaultIds(client: Queryable): Promise<string[]> {
    const { rows } = await client.query<{ id: string }>(
      `SELECT DISTINCT fault_id AS id FROM notification_notice
        WHERE delivery_id IS NULL AND withdrawn_at IS NULL AND unsilenced_due_at IS NOT NULL`,
    );
    return rows.map(({ id }) => id);
  }

  /** @param endMs when the maintenance of a fault's target ends, by the fault's id; not in it: there is none any more */
  async setSilences(
    client: Queryable,
    faultIds: readonly string[],
    endMs: ReadonlyMap<string, number>,
  ): Promise<void> {
    await client.query(
      `UPDATE notification_notice notice SET due_at = greatest(notice.unsilenced_due_at, given.end_at)
         FROM unnest($1::uuid[], $2::timestamptz[]) AS given (fault_id, end_at)
        WHERE notice.fault_id = given.fault_id AND notice.delivery_id IS NULL AND notice.withdrawn_at IS NULL
          AND notice.unsilenced_due_at IS NOT NULL
          AND notice.due_at <> greatest(notice.unsilenced_due_at, given.end_at)`,
      [faultIds, faultIds.map((id) => (endMs.has(id) ? new Date(endMs.get(id)!) : null))],
    );
  }

  /**
   * What is due, with what is due for the same receivers by `untilMs`, for this transaction alone; by receiver, in the
   * order it came.
   */
  async takeDue(client: Queryable, nowMs: number, untilMs: number): Promise<DueNotice[]> {
    const { rows } = await client.query<Omit<DueNotice, 'atMs'> & { at: Date; kind: NoticeKind }>(
      `SELECT notice_key AS key, receiver_key AS "receiverKey", fault_id AS "faultId", kind, at,
              channel_id AS "channelId", mail_address AS "mailAddress", language, detail
         FROM notification_notice
        WHERE delivery_id IS NULL AND withdrawn_at IS NULL AND due_at <= $2
          AND receiver_key IN (SELECT receiver_key FROM notification_notice
                                WHERE delivery_id IS NULL AND withdrawn_at IS NULL AND due_at <= $1)
        ORDER BY receiver_key, at, notice_key
          FOR UPDATE`,
      [new Date(nowMs), new Date(untilMs)],
    );
    return rows.map(({ at, ...row }) => ({ ...row, atMs: at.getTime() }));
  }

  /** Says which message tells of these, one receiver's; null: none does, since the receiver is no more. */
  async settle(
    client: Queryable,
    notices: readonly DueNotice[],
    deliveryId: string | null,
    nowMs: number,
  ): Promise<void> {
    await client.query(
      `UPDATE notification_notice
          SET delivery_id = $1::uuid, withdrawn_at = CASE WHEN $1::uuid IS NULL THEN $4::timestamptz END
        WHERE receiver_key = $2 AND notice_key = ANY ($3)`,
      [deliveryId, notices[0]!.receiverKey, notices.map(({ key }) => key), new Date(nowMs)],
    );
  }

  /** When the next notice is due; null when none waits. */
  async nextDueMs(): Promise<number | null> {
    const { rows } = await this.database.query<{ at: Date | null }>(
      'SELECT min(due_at) AS at FROM notification_notice WHERE delivery_id IS NULL AND withdrawn_at IS NULL',
    );
    return rows[0]!.at?.getTime() ?? null;
  }
}
