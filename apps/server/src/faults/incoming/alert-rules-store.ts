import { Injectable } from '@nestjs/common';
import type { AlertAssignment, AlertSeverity } from '@opsgauge/domain';
import type { Queryable } from '../../platform/database/database.js';

/** What is said of a source's alerts, and what was last heard of it. */
export interface SourceState {
  readonly assignments: readonly AlertAssignment[];
  readonly severities: Readonly<Record<string, AlertSeverity>>;
  readonly lastReceivedAt: Date | null;
  readonly lastRefusedAt: Date | null;
  readonly lastRefusal: string | null;
}

interface StateRow {
  readonly source_id: string;
  readonly severities: Record<string, AlertSeverity>;
  readonly last_received_at: Date | null;
  readonly last_refused_at: Date | null;
  readonly last_refusal: string | null;
  [column: string]: unknown;
}
interface AssignmentRow {
  readonly source_id: string;
  readonly label: string;
  readonly value: string;
  readonly system_id: string | null;
  readonly server_id: string | null;
  [column: string]: unknown;
}

const nothing: SourceState = {
  assignments: [],
  severities: {},
  lastReceivedAt: null,
  lastRefusedAt: null,
  lastRefusal: null,
};

/** Rows of `alert_source_state` and `alert_assignment`. */
@Injectable()
export class AlertRulesStore {
  async of(client: Queryable, sourceId: string): Promise<SourceState> {
    return (await this.all(client)).get(sourceId) ?? nothing;
  }

  /** By source; one that nothing was said or heard of is left out. */
  async all(client: Queryable): Promise<Map<string, SourceState>> {
    const { rows: states } = await client.query<StateRow>('SELECT * FROM alert_source_state');
    const { rows: assignments } = await client.query<AssignmentRow>(
      'SELECT * FROM alert_assignment ORDER BY source_id, position',
    );
    return new Map(
      states.map((state) => [
        state.source_id,
        {
          assignments: assignments
            .filter(({ source_id }) => source_id === state.source_id)
            .map(({ label, value, system_id, server_id }) => ({
              label,
              value,
              systemId: system_id,
              serverId: server_id,
            })),
          severities: state.severities,
          lastReceivedAt: state.last_received_at,
          lastRefusedAt: state.last_refused_at,
          lastRefusal: state.last_refusal,
        },
      ]),
    );
  }

  async save(
    client: Queryable,
    sourceId: string,
    { assignments, severities }: Pick<SourceState, 'assignments' | 'severities'>,
  ): Promise<void> {
    await client.query(
      `INSERT INTO alert_source_state (source_id, severities) VALUES ($1, $2)
       ON CONFLICT (source_id) DO UPDATE SET severities = EXCLUDED.severities`,
      [sourceId, JSON.stringify(severities)],
    );
    await client.query('DELETE FROM alert_assignment WHERE source_id = $1', [sourceId]);
    await client.query(
      `INSERT INTO alert_assignment (source_id, position, label, value, system_id, server_id)
       SELECT $1, position, label, value, system_id, server_id
         FROM unnest($2::text[], $3::text[], $4::uuid[], $5::uuid[])
              WITH ORDINALITY AS said (label, value, system_id, server_id, position)`,
      [
        sourceId,
        assignments.map(({ label }) => label),
        assignments.map(({ value }) => value),
        assignments.map(({ systemId }) => systemId),
        assignments.map(({ serverId }) => serverId),
      ],
    );
  }

  /** A message came, and was read. */
  async received(client: Queryable, sourceId: string, nowMs: number): Promise<void> {
    await client.query(
      `INSERT INTO alert_source_state (source_id, last_received_at) VALUES ($1, $2)
       ON CONFLICT (source_id) DO UPDATE
         SET last_received_at = EXCLUDED.last_received_at, last_refused_at = NULL, last_refusal = NULL`,
      [sourceId, new Date(nowMs)],
    );
  }

  /** A message came that could not be read. */
  async refused(client: Queryable, sourceId: string, nowMs: number, message: string): Promise<void> {
    await client.query(
      `INSERT INTO alert_source_state (source_id, last_refused_at, last_refusal) VALUES ($1, $2, $3)
       ON CONFLICT (source_id) DO UPDATE
         SET last_refused_at = EXCLUDED.last_refused_at, last_refusal = EXCLUDED.last_refusal`,
      [sourceId, new Date(nowMs), message],
    );
  }
}
