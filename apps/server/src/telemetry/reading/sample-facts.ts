import { Injectable } from '@nestjs/common';
import type { Interval, SampleFact } from '@opsgauge/domain';
import { BinaryCopyReader, uuidOf } from '../../platform/database/binary-copy.js';
import { literal, uuidArray } from '../../platform/database/copy-rows.js';
import type { Transaction } from '../../platform/database/database.js';
import { decodeIdentities } from '../hours/hour-blob.js';
import { readCoverages, type CoveragePart } from './coverage.js';
import { factOf, lastSampleBefore } from './last-sample.js';
import { readPackedHours } from './packed-hours.js';

/** From when on a server's samples are wanted. */
export interface Wanted {
  readonly serverId: string;
  readonly sinceMs: number;
}

/** Later than any sample. */
const endOfTimeMs = Date.UTC(2200, 0, 1);
/** The sample before nearly always lies within this: it is then read with the others. */
const lookBackMs = 120_000;

/** What status needs to know of samples, wherever they are. */
@Injectable()
export class SampleFacts {
  /**
   * Of each server's samples from `sinceMs` on, and of the one before, ordered by true time.
   *
   * @param wanted each server once: all that is asked for is held in memory
   */
  async since(client: Transaction, wanted: readonly Wanted[]): Promise<Map<string, SampleFact[]>> {
    const windows = wanted.map(({ serverId, sinceMs }) => ({
      serverId,
      fromMs: sinceMs - lookBackMs,
      toMs: endOfTimeMs,
    }));
    const coverages = await readCoverages(client, windows);
    const found = new Map(wanted.map(({ serverId }) => [serverId, new FoundFacts()]));
    const recent: (Interval & { serverId: string })[] = [];
    for (const [serverId, parts] of coverages) {
      for (const part of parts) if (part.in !== 'folded') recent.push({ serverId, ...part });
      await addFolded(client, serverId, parts, found.get(serverId)!);
    }
    await addRecent(client, recent, found);
    const facts = new Map<string, SampleFact[]>();
    for (const { serverId, sinceMs } of wanted) {
      const ordered = found.get(serverId)!.ordered();
      const first = ordered.findIndex(({ observedAtMs }) => observedAtMs >= sinceMs);
      const following = first < 0 ? [] : ordered.slice(first);
      const before = first < 0 ? ordered.at(-1) : ordered[first - 1];
      const anchor = before ?? (await lastSampleBefore(client, serverId, sinceMs));
      facts.set(serverId, anchor ? [anchor, ...following] : following);
    }
    return facts;
  }
}

/** One server's, each once: of an hour that is folded again the samples are in two places. */
class FoundFacts {
  private readonly facts: SampleFact[] = [];
  private readonly keys = new Set<string>();

  /** @param statedMs its time as the agent states it, which with the number identifies it */
  add(statedMs: number, fact: SampleFact): void {
    const key = `${statedMs} ${fact.seq}`;
    if (this.keys.has(key)) return;
    this.keys.add(key);
    this.facts.push(fact);
  }

  ordered(): SampleFact[] {
    return this.facts.sort((one, other) => one.observedAtMs - other.observedAtMs || one.seq - other.seq);
  }
}

async function addFolded(
  client: Transaction,
  serverId: string,
  parts: readonly CoveragePart[],
  to: FoundFacts,
): Promise<void> {
  for (const part of parts) {
    if (part.in === 'recent') continue;
    for (const { blob } of await readPackedHours(client, serverId, part, 'metrics')) {
      for (const identity of decodeIdentities(blob)) {
        const { correctedAtMs } = identity;
        if (correctedAtMs >= part.fromMs && correctedAtMs < part.toMs)
          to.add(identity.observedAtMs, factOf(identity));
      }
    }
  }
}

/** @param windows parts of the servers' time that lie in the table of the last days */
async function addRecent(
  client: Transaction,
  windows: readonly (Interval & { readonly serverId: string })[],
  to: ReadonlyMap<string, FoundFacts>,
): Promise<void> {
  if (windows.length === 0) return;
  const asked = [
    uuidArray(windows.map(({ serverId }) => serverId)),
    `ARRAY[${windows.map(({ fromMs }) => literal(new Date(fromMs))).join(', ')}]::timestamptz[]`,
    `ARRAY[${windows.map(({ toMs }) => literal(new Date(toMs))).join(', ')}]::timestamptz[]`,
  ];
  const inAsked = (time: string) =>
    `SELECT server_id, observed_at, corrected_at, seq, run_id, boot_id, monotonic_ms, received_at, interval_seconds
       FROM asked JOIN sample_recent ON server_id = id AND ${time} >= from_at AND ${time} < to_at`;
  const reader = new BinaryCopyReader(
    await client.copyOut(
      `WITH asked (id, from_at, to_at) AS (SELECT * FROM unnest(${asked.join(', ')}))
       ${inAsked('observed_at')} WHERE corrected_at IS NULL UNION ALL ${inAsked('corrected_at')}`,
    ),
  );
  let [lastHex, facts]: [string, FoundFacts | undefined] = ['', undefined];
  while (reader.nextRow()) {
    const hex = reader.uuid()!;
    if (hex !== lastHex) [lastHex, facts] = [hex, to.get(uuidOf(hex))];
    const statedMs = reader.timestamptz()!;
    facts!.add(statedMs, readFact(reader, statedMs));
  }
}

/** Reads the rest of a row, after the time that its agent states. */
const readFact = (reader: BinaryCopyReader, statedMs: number): SampleFact => ({
  observedAtMs: reader.timestamptz() ?? statedMs,
  seq: reader.int8()!,
  runId: reader.text()!,
  bootId: reader.text()!,
  monotonicMs: reader.float8()!,
  receivedAtMs: reader.timestamptz()!,
  intervalMs: Math.round(reader.float8()! * 1000),
});
