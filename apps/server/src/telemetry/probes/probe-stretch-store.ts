import { Injectable } from '@nestjs/common';
import {
  clipAll,
  joinAlike,
  probeStretches,
  stretchAnchor,
  type Interval,
  type ProbedInterval,
  type ProbeTerms,
} from '@opsgauge/domain';
import { Database, type Queryable } from '../../platform/database/database.js';
import type { ResultRow } from './probe-result.js';

interface StretchRow {
  readonly probe_id: string;
  readonly from_at: Date;
  readonly to_at: Date;
  readonly observation: 'up' | 'down';
  [column: string]: unknown;
}

const endless: Interval = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };

/** Rows of `probe_stretch`: when targets were up or down, worked out from their results as these come in. */
@Injectable()
export class ProbeStretchStore {
  constructor(private readonly database: Database) {}

  /** Those that overlap the period, by probe, in order; the last one may reach ahead, for as long as its result holds. */
  async overlapping(probeIds: readonly string[], period: Interval): Promise<Map<string, ProbedInterval[]>> {
    const byProbe = new Map<string, ProbedInterval[]>();
    if (probeIds.length === 0) return byProbe;
    const { rows } = await this.database.query<StretchRow>(
      `SELECT * FROM probe_stretch WHERE probe_id = ANY($1) AND to_at > $2 AND from_at < $3 ORDER BY probe_id, from_at`,
      [probeIds, new Date(period.fromMs), new Date(period.toMs)],
    );
    for (const row of rows) {
      const known = byProbe.get(row.probe_id);
      if (known) known.push(toInterval(row));
      else byProbe.set(row.probe_id, [toInterval(row)]);
    }
    return byProbe;
  }

  /** Which of the probes were ever answered. */
  async everUp(probeIds: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.database.query<{ probe_id: string }>(
      `SELECT asked.probe_id FROM unnest($1::uuid[]) AS asked (probe_id)
        WHERE EXISTS (SELECT FROM probe_stretch AS known WHERE known.probe_id = asked.probe_id AND observation = 'up')`,
      [probeIds],
    );
    return new Set(rows.map(({ probe_id }) => probe_id));
  }

  /**
   * Works out anew what results may have changed; the caller holds the lock of their probe.
   * @param sinceMs the earliest result that was not there before
   */
  async rework(client: Queryable, probeId: string, terms: ProbeTerms, sinceMs: number): Promise<void> {
    const earlier = await client.query<ResultRow>(
      `SELECT observed_at, outcome FROM probe_result WHERE probe_id = $1 AND observed_at < $2
        ORDER BY observed_at DESC LIMIT $3`,
      [probeId, new Date(sinceMs), terms.failuresToDown],
    );
    const anchor = stretchAnchor(earlier.rows.map(toResult), terms);
    // Results that retention let go left their stretches behind: those stay.
    const from = anchor ? new Date(anchor.atMs) : (earlier.rows.at(-1)?.observed_at ?? new Date(sinceMs));
    const since = await client.query<ResultRow>(
      'SELECT observed_at, outcome FROM probe_result WHERE probe_id = $1 AND observed_at >= $2',
      [probeId, from],
    );
    const again = probeStretches(since.rows.map(toResult), terms, anchor?.isDownBefore);
    // What touches it may go on.
    const { rows } = await client.query<StretchRow>(
      'DELETE FROM probe_stretch WHERE probe_id = $1 AND to_at >= $2 RETURNING *',
      [probeId, from],
    );
    const before = clipAll(rows.map(toInterval), { ...endless, toMs: from.getTime() });
    const stretches = joinAlike(
      [...before.sort((a, b) => a.fromMs - b.fromMs), ...again],
      (one, other) => one.observation === other.observation,
    );
    await client.query(
      `INSERT INTO probe_stretch (probe_id, from_at, to_at, observation)
       SELECT $1, * FROM unnest($2::timestamptz[], $3::timestamptz[], $4::text[])`,
      [
        probeId,
        stretches.map(({ fromMs }) => new Date(fromMs).toISOString()),
        stretches.map(({ toMs }) => new Date(toMs).toISOString()),
        stretches.map(({ observation }) => observation),
      ],
    );
  }
}

const toResult = ({ observed_at, outcome }: ResultRow) => ({
  atMs: observed_at.getTime(),
  isUp: outcome === 'ok',
});

const toInterval = (row: StretchRow): ProbedInterval => ({
  fromMs: row.from_at.getTime(),
  toMs: row.to_at.getTime(),
  observation: row.observation,
});
