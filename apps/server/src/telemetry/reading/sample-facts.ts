import { Injectable } from '@nestjs/common';
import type { SampleFact } from '@opsgauge/domain';
import type { Queryable } from '../../platform/database/database.js';
import { hourOf } from '../hours/fold-hour.js';
import { decodeIdentities } from '../hours/hour-blob.js';
import type { SampleIdentity } from '../hours/stored-sample.js';
import { samplesInWindow } from '../recent/sample-rows.js';
import { readCoverage } from './coverage.js';
import { lastPackedHourBefore, readPackedHours } from './packed-hours.js';

/** Later than any sample. */
const endOfTimeMs = Date.UTC(2200, 0, 1);

/** What status needs to know of samples, wherever they are. */
@Injectable()
export class SampleFacts {
  /** Of a server's samples from `sinceMs` on, and of the one before, ordered by true time. */
  async since(client: Queryable, serverId: string, sinceMs: number): Promise<SampleFact[]> {
    const parts = await readCoverage(client, serverId, { fromMs: sinceMs, toMs: endOfTimeMs });
    const byKey = new Map<string, SampleIdentity>();
    const add = (identity: SampleIdentity) => byKey.set(`${identity.observedAtMs} ${identity.seq}`, identity);
    for (const part of parts) {
      if (part.in !== 'recent') {
        for (const { blob } of await readPackedHours(client, serverId, part, 'metrics'))
          decodeIdentities(blob).forEach(add);
      }
      if (part.in !== 'folded') {
        const { rows } = await client.query<IdentityRow>(
          `SELECT ${identityColumns} FROM sample_recent WHERE ${samplesInWindow}`,
          [serverId, new Date(part.fromMs), new Date(part.toMs)],
        );
        rows.map(toIdentity).forEach(add);
      }
    }
    const anchor = await this.before(client, serverId, sinceMs);
    return [...byKey.values()]
      .filter(({ correctedAtMs }) => correctedAtMs >= sinceMs)
      .concat(anchor ?? [])
      .sort((one, other) => one.correctedAtMs - other.correctedAtMs || one.seq - other.seq)
      .map(toFact);
  }

  /** The last sample before a moment: of the table of the last days and of the hours whichever is later. */
  private async before(
    client: Queryable,
    serverId: string,
    beforeMs: number,
  ): Promise<SampleIdentity | null> {
    const at = new Date(beforeMs);
    const { rows } = await client.query<IdentityRow>(
      `SELECT * FROM (
         (SELECT ${identityColumns} FROM sample_recent
           WHERE server_id = $1 AND observed_at < $2 AND corrected_at IS NULL ORDER BY observed_at DESC, seq DESC LIMIT 1)
         UNION ALL
         (SELECT ${identityColumns} FROM sample_recent
           WHERE server_id = $1 AND corrected_at < $2 ORDER BY corrected_at DESC, seq DESC LIMIT 1)) AS last
        ORDER BY coalesce(corrected_at, observed_at) DESC, seq DESC LIMIT 1`,
      [serverId, at],
    );
    const recent = rows[0] ? toIdentity(rows[0]) : null;
    let hourBeforeMs = beforeMs;
    for (;;) {
      const blob = await lastPackedHourBefore(client, serverId, hourBeforeMs);
      if (!blob) return recent;
      const identities = decodeIdentities(blob);
      const folded = identities.findLast(({ correctedAtMs }) => correctedAtMs < beforeMs);
      if (folded) return recent && recent.correctedAtMs > folded.correctedAtMs ? recent : folded;
      hourBeforeMs = hourOf(identities[0]!.correctedAtMs);
    }
  }
}

const identityColumns =
  'epoch, seq, run_id, boot_id, monotonic_ms, observed_at, corrected_at, received_at, interval_seconds';

interface IdentityRow {
  readonly epoch: string;
  readonly seq: string;
  readonly run_id: string;
  readonly boot_id: string;
  readonly monotonic_ms: number;
  readonly observed_at: Date;
  readonly corrected_at: Date | null;
  readonly received_at: Date;
  readonly interval_seconds: number;
  [column: string]: unknown;
}

const toIdentity = (row: IdentityRow): SampleIdentity => ({
  epoch: Number(row.epoch),
  seq: Number(row.seq),
  runId: row.run_id,
  bootId: row.boot_id,
  monotonicMs: row.monotonic_ms,
  observedAtMs: row.observed_at.getTime(),
  correctedAtMs: (row.corrected_at ?? row.observed_at).getTime(),
  receivedAtMs: row.received_at.getTime(),
  intervalSeconds: row.interval_seconds,
});

const toFact = (identity: SampleIdentity): SampleFact => ({
  seq: identity.seq,
  runId: identity.runId,
  bootId: identity.bootId,
  monotonicMs: identity.monotonicMs,
  observedAtMs: identity.correctedAtMs,
  receivedAtMs: identity.receivedAtMs,
  intervalMs: Math.round(identity.intervalSeconds * 1000),
});
