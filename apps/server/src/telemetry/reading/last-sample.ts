import type { SampleFact } from '@opsgauge/domain';
import type { Queryable } from '../../platform/database/database.js';
import { hourOf } from '../hours/fold-hour.js';
import { decodeIdentities } from '../hours/hour-blob.js';
import type { SampleIdentity } from '../hours/stored-sample.js';
import { lastPackedHourBefore } from './packed-hours.js';

/** A sample as status sees it: by its true time. */
export const factOf = (identity: SampleIdentity): SampleFact => ({
  seq: identity.seq,
  runId: identity.runId,
  bootId: identity.bootId,
  monotonicMs: identity.monotonicMs,
  observedAtMs: identity.correctedAtMs,
  receivedAtMs: identity.receivedAtMs,
  intervalMs: Math.round(identity.intervalSeconds * 1000),
});

/**
 * A server's last sample before a moment by its true time, however long ago: of the table of the last days and of the
 * hours whichever is later.
 */
export async function lastSampleBefore(
  client: Queryable,
  serverId: string,
  beforeMs: number,
): Promise<SampleFact | null> {
  const { rows } = await client.query<IdentityRow>(
    `SELECT * FROM (
       (SELECT ${identityColumns} FROM sample_recent
         WHERE server_id = $1 AND observed_at < $2 AND corrected_at IS NULL ORDER BY observed_at DESC, seq DESC LIMIT 1)
       UNION ALL
       (SELECT ${identityColumns} FROM sample_recent
         WHERE server_id = $1 AND corrected_at < $2 ORDER BY corrected_at DESC, seq DESC LIMIT 1)) AS last
      ORDER BY coalesce(corrected_at, observed_at) DESC, seq DESC LIMIT 1`,
    [serverId, new Date(beforeMs)],
  );
  const recent = rows[0] ? factOf(toIdentity(rows[0])) : null;
  let hourBeforeMs = beforeMs;
  for (;;) {
    const blob = await lastPackedHourBefore(client, serverId, hourBeforeMs);
    if (!blob) return recent;
    const identities = decodeIdentities(blob);
    const folded = identities.findLast(({ correctedAtMs }) => correctedAtMs < beforeMs);
    if (folded) return recent && recent.observedAtMs > folded.correctedAtMs ? recent : factOf(folded);
    hourBeforeMs = hourOf(identities[0]!.correctedAtMs);
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
