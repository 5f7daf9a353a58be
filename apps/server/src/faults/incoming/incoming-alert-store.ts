import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AlertOutcome, IncomingAlert, KnownAlert } from '@opsgauge/domain';
import type { Queryable } from '../../platform/database/database.js';

/** An alert as it last came, with what became of it. */
export interface StoredAlert extends KnownAlert, Omit<IncomingAlert, 'isFiring'> {
  readonly id: string;
  readonly sourceId: string;
  readonly outcome: AlertOutcome;
}

interface Row {
  readonly id: string;
  readonly source_id: string;
  readonly fingerprint: string;
  readonly episode: string;
  readonly group_key: string | null;
  readonly text: string;
  readonly severity_word: string;
  readonly labels: Record<string, string>;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly last_received_at: Date;
  readonly outcome: AlertOutcome;
  [column: string]: unknown;
}

/** How many of each source are remembered. */
export const alertsKeptMax = 5000;

/** Rows of `incoming_alert`. */
@Injectable()
export class IncomingAlertStore {
  /** One message of a source after the other. */
  async lock(client: Queryable, sourceId: string): Promise<void> {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('incoming-alerts'), hashtext($1))`, [sourceId]);
  }

  async known(client: Queryable, sourceId: string, fingerprints: readonly string[]): Promise<StoredAlert[]> {
    const { rows } = await client.query<Row>(
      'SELECT * FROM incoming_alert WHERE source_id = $1 AND fingerprint = ANY ($2)',
      [sourceId, [...new Set(fingerprints)]],
    );
    return rows.map(alertOf);
  }

  /** Those of which nobody knows whose they are, the latest first. */
  async unassigned(client: Queryable, sourceId: string | null, limit: number): Promise<StoredAlert[]> {
    const { rows } = await client.query<Row>(
      `SELECT * FROM incoming_alert WHERE outcome = 'unassigned' AND ($1::uuid IS NULL OR source_id = $1)
        ORDER BY last_received_at DESC, id LIMIT $2`,
      [sourceId, limit],
    );
    return rows.map(alertOf);
  }

  async unassignedOne(client: Queryable, id: string): Promise<StoredAlert | null> {
    const { rows } = await client.query<Row>(
      `SELECT * FROM incoming_alert WHERE id = $1 AND outcome = 'unassigned'`,
      [id],
    );
    return rows[0] ? alertOf(rows[0]) : null;
  }

  /** Those that are faults now. */
  async openFaults(client: Queryable, sourceId: string): Promise<StoredAlert[]> {
    const { rows } = await client.query<Row>(
      `SELECT * FROM incoming_alert WHERE source_id = $1 AND outcome = 'fault' AND ended_at IS NULL`,
      [sourceId],
    );
    return rows.map(alertOf);
  }

  async counts(client: Queryable): Promise<Map<string, { firing: number; unassigned: number }>> {
    const { rows } = await client.query<{ source_id: string; firing: number; unassigned: number }>(
      `SELECT source_id, count(*) FILTER (WHERE ended_at IS NULL)::int AS firing,
              count(*) FILTER (WHERE outcome = 'unassigned')::int AS unassigned
         FROM incoming_alert GROUP BY source_id`,
    );
    return new Map(rows.map(({ source_id, ...counts }) => [source_id, counts]));
  }

  /** Saves alerts of different fingerprints, each in place of what was known of it. */
  async save(client: Queryable, alerts: readonly StoredAlert[]): Promise<void> {
    if (alerts.length === 0) return;
    await client.query(
      `INSERT INTO incoming_alert AS known (id, source_id, fingerprint, episode, group_key, text, severity_word, labels,
                                            started_at, ended_at, last_received_at, outcome)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                            $8::jsonb[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::text[])
       ON CONFLICT (source_id, fingerprint) DO UPDATE
         SET episode = EXCLUDED.episode, group_key = EXCLUDED.group_key, text = EXCLUDED.text,
             severity_word = EXCLUDED.severity_word, labels = EXCLUDED.labels, started_at = EXCLUDED.started_at,
             ended_at = EXCLUDED.ended_at, last_received_at = EXCLUDED.last_received_at, outcome = EXCLUDED.outcome`,
      [
        alerts.map(({ id }) => id),
        alerts.map(({ sourceId }) => sourceId),
        alerts.map(({ fingerprint }) => fingerprint),
        alerts.map(({ episode }) => episode),
        alerts.map(({ groupKey }) => groupKey),
        alerts.map(({ text }) => text),
        alerts.map(({ severityWord }) => severityWord),
        alerts.map(({ labels }) => JSON.stringify(labels)),
        alerts.map(({ startedAtMs }) => textOf(startedAtMs)),
        alerts.map(({ endedAtMs }) => endedAtMs && textOf(endedAtMs)),
        alerts.map(({ lastReceivedAtMs }) => textOf(lastReceivedAtMs)),
        alerts.map(({ outcome }) => outcome),
      ],
    );
  }

  /**
   * Forgets the oldest of those that are over.
   * @returns how many are left
   */
  async prune(client: Queryable, sourceId: string): Promise<number> {
    await client.query(
      `DELETE FROM incoming_alert WHERE id IN (
         SELECT id FROM incoming_alert WHERE source_id = $1
          ORDER BY ended_at IS NOT NULL, last_received_at DESC OFFSET $2) AND ended_at IS NOT NULL`,
      [sourceId, alertsKeptMax],
    );
    const { rows } = await client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM incoming_alert WHERE source_id = $1',
      [sourceId],
    );
    return rows[0]!.count;
  }

  async forget(client: Queryable, id: string): Promise<void> {
    await client.query('DELETE FROM incoming_alert WHERE id = $1', [id]);
  }
}

export const newAlertId = (): string => crypto.randomUUID();

const textOf = (ms: number): string => new Date(ms).toISOString();

const alertOf = (row: Row): StoredAlert => ({
  id: row.id,
  sourceId: row.source_id,
  fingerprint: row.fingerprint,
  episode: row.episode,
  groupKey: row.group_key,
  text: row.text,
  severityWord: row.severity_word,
  labels: row.labels,
  startedAtMs: row.started_at.getTime(),
  endedAtMs: row.ended_at?.getTime() ?? null,
  lastReceivedAtMs: row.last_received_at.getTime(),
  outcome: row.outcome,
});
