import { Injectable } from '@nestjs/common';
import type { ProbeDefinition } from '../../inventory/probe.entity.js';
import type { Queryable } from '../../platform/database/database.js';
import { afterCommit } from '../../platform/database/after-commit.js';
import { EventBus } from '../../platform/event-bus.js';
import { addToHours } from './probe-hours.js';
import type { StoredResult } from './probe-result.js';
import { ProbeStretchStore } from './probe-stretch-store.js';
import { termsOf } from './probe-terms.js';

/** Results of one probe that came in together. */
export interface ProbeResults {
  readonly probe: ProbeDefinition;
  readonly results: readonly StoredResult[];
}

/** Writes results with all that follows from them: hours, and when the target was up or down. */
@Injectable()
export class ProbeResultStore {
  constructor(
    private readonly stretches: ProbeStretchStore,
    private readonly bus: EventBus,
  ) {}

  /**
   * Keeps each result once, however often it comes; its month has been made.
   *
   * @param client of the transaction that the results belong to
   * @returns those that were not there before, by probe
   */
  async add(client: Queryable, arrived: readonly ProbeResults[]): Promise<Map<string, StoredResult[]>> {
    const freshByProbe = new Map<string, StoredResult[]>();
    // In one order, so that nobody waits for somebody who waits for him.
    for (const { probe, results } of [...arrived].sort((a, b) => (a.probe.id < b.probe.id ? -1 : 1))) {
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('probe'), hashtext($1))`, [probe.id]);
      const fresh = await insertResults(client, probe.id, results);
      if (fresh.length === 0) continue;
      await addToHours(client, probe.id, fresh);
      const sinceMs = Math.min(...fresh.map(({ observedAtMs }) => observedAtMs));
      await this.stretches.rework(client, probe.id, termsOf(probe), sinceMs);
      freshByProbe.set(probe.id, fresh);
    }
    const probeIds = [...freshByProbe.keys()];
    if (probeIds.length > 0) afterCommit(client, () => this.bus.emit('probes.answered', { probeIds }));
    return freshByProbe;
  }
}

async function insertResults(
  client: Queryable,
  probeId: string,
  results: readonly StoredResult[],
): Promise<StoredResult[]> {
  const text = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const { rows } = await client.query<{ observed_at: Date }>(
    `INSERT INTO probe_result (probe_id, observed_at, outcome, duration_ms, status_code, loss_percent,
                               certificate_expires_at, method)
     SELECT $1, * FROM unnest($2::timestamptz[], $3::text[], $4::float8[], $5::int4[], $6::float8[],
                              $7::timestamptz[], $8::text[])
     ON CONFLICT DO NOTHING RETURNING observed_at`,
    [
      probeId,
      results.map(({ observedAtMs }) => text(observedAtMs)),
      results.map(({ outcome }) => outcome),
      results.map(({ durationMs }) => durationMs),
      results.map(({ statusCode }) => statusCode),
      results.map(({ lossPercent }) => lossPercent),
      results.map(({ certificateExpiresMs }) => text(certificateExpiresMs)),
      results.map(({ method }) => method),
    ],
  );
  const fresh = new Set(rows.map(({ observed_at }) => observed_at.getTime()));
  // Of two that claim the same moment the first counts.
  return results.filter(({ observedAtMs }) => fresh.delete(observedAtMs));
}
