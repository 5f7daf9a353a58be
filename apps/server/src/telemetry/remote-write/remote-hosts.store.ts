import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/database.js';
import { Database } from '../../platform/database/database.js';
import type { Scrape } from './exporter/series.js';
import type { HostProgress } from './host-progress.js';
import type { WrittenHost } from './written-hosts.js';

/** A host that a source wrote of. */
export interface SeenHost {
  readonly sourceId: string;
  readonly instance: string;
  readonly hostname: string | null;
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
}

/** One source may make itself as many as this; of further hosts nothing is noted. */
const hostsMax = 5000;
/** Of one host, read at once. */
const scrapesAtOnce = 500;

/** Rows of `remote_write_host` and `remote_write_scrape`. */
@Injectable()
export class RemoteHostsStore {
  constructor(private readonly database: Database) {}

  /** Notes the hosts that a source wrote of, whether anybody has assigned them or not. */
  async see(
    client: Queryable,
    sourceId: string,
    hosts: readonly WrittenHost[],
    nowMs: number,
  ): Promise<void> {
    await client.query(
      `INSERT INTO remote_write_host AS known (source_id, instance, hostname, first_seen_at, last_seen_at)
       SELECT $1, instance, hostname, $4, $4
         FROM unnest($2::text[], $3::text[]) AS seen (instance, hostname)
        WHERE (SELECT count(*) FROM remote_write_host WHERE source_id = $1) < $5
           OR EXISTS (SELECT 1 FROM remote_write_host h WHERE h.source_id = $1 AND h.instance = seen.instance)
        ORDER BY instance
       ON CONFLICT (source_id, instance) DO UPDATE
         SET last_seen_at = EXCLUDED.last_seen_at, hostname = coalesce(EXCLUDED.hostname, known.hostname)`,
      [
        sourceId,
        hosts.map(({ instance }) => instance),
        hosts.map(({ hostname }) => hostname),
        new Date(nowMs),
        hostsMax,
      ],
    );
  }

  /** Keeps parts of scrapes, united with those of the same scrapes that came before. */
  async keep(
    client: Queryable,
    sourceId: string,
    hosts: readonly WrittenHost[],
    nowMs: number,
  ): Promise<void> {
    const parts = hosts
      .flatMap(({ instance, scrapes }) => scrapes.map((scrape) => ({ instance, ...scrape })))
      .sort((a, b) => (a.instance < b.instance ? -1 : a.instance > b.instance ? 1 : a.atMs - b.atMs));
    if (parts.length === 0) return;
    await client.query(
      `INSERT INTO remote_write_scrape AS known (source_id, instance, scraped_at, received_at, series)
       SELECT $1, instance, scraped_at, $5, series
         FROM unnest($2::text[], $3::timestamptz[], $4::jsonb[]) AS part (instance, scraped_at, series)
       ON CONFLICT (source_id, instance, scraped_at) DO UPDATE
         SET series = known.series || EXCLUDED.series, received_at = EXCLUDED.received_at`,
      [
        sourceId,
        parts.map(({ instance }) => instance),
        parts.map(({ atMs }) => new Date(atMs).toISOString()),
        parts.map(({ values }) => JSON.stringify(values)),
        new Date(nowMs),
      ],
    );
  }

  async seen(): Promise<SeenHost[]> {
    const { rows } = await this.database.query<{
      source_id: string;
      instance: string;
      hostname: string | null;
      first_seen_at: Date;
      last_seen_at: Date;
    }>(
      `SELECT source_id, instance, hostname, first_seen_at, last_seen_at FROM remote_write_host
        ORDER BY source_id, instance`,
    );
    return rows.map((row) => ({
      sourceId: row.source_id,
      instance: row.instance,
      hostname: row.hostname,
      firstSeenAtMs: row.first_seen_at.getTime(),
      lastSeenAtMs: row.last_seen_at.getTime(),
    }));
  }

  /** Hosts of which scrapes wait whose last part came before `beforeMs`. */
  async due(beforeMs: number): Promise<{ sourceId: string; instance: string }[]> {
    const { rows } = await this.database.query<{ source_id: string; instance: string }>(
      'SELECT DISTINCT source_id, instance FROM remote_write_scrape WHERE received_at <= $1',
      [new Date(beforeMs)],
    );
    return rows.map((row) => ({ sourceId: row.source_id, instance: row.instance }));
  }

  async hasScrapes(): Promise<boolean> {
    const { rows } = await this.database.query<{ waits: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM remote_write_scrape) AS waits',
    );
    return rows[0]!.waits;
  }

  /** How far a host was read, held until the transaction ends; undefined where another process holds it. */
  async lock(
    client: Queryable,
    sourceId: string,
    instance: string,
  ): Promise<{ progress: HostProgress | null } | undefined> {
    const { rows } = await client.query<{ last_scrape: Scrape | null; pauses_ms: number[] | null }>(
      `SELECT last_scrape, pauses_ms FROM remote_write_host WHERE source_id = $1 AND instance = $2
          FOR UPDATE SKIP LOCKED`,
      [sourceId, instance],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { last_scrape: last, pauses_ms: pausesMs } = row;
    return { progress: last && { last, pausesMs: pausesMs ?? [] } };
  }

  /** The oldest first. */
  async scrapes(client: Queryable, sourceId: string, instance: string, beforeMs: number): Promise<Scrape[]> {
    const { rows } = await client.query<{ scraped_at: Date; series: Record<string, number> }>(
      `SELECT scraped_at, series FROM remote_write_scrape
        WHERE source_id = $1 AND instance = $2 AND received_at <= $3 ORDER BY scraped_at LIMIT $4`,
      [sourceId, instance, new Date(beforeMs), scrapesAtOnce],
    );
    return rows.map(({ scraped_at: at, series }) => ({ atMs: at.getTime(), values: series }));
  }

  /** The scrapes were read: what came of them since stays. */
  async settle(
    client: Queryable,
    sourceId: string,
    instance: string,
    { scrapes, progress }: { scrapes: readonly Scrape[]; progress: HostProgress | null },
  ): Promise<void> {
    await client.query(
      `UPDATE remote_write_host SET last_scrape = $3, pauses_ms = $4 WHERE source_id = $1 AND instance = $2`,
      [
        sourceId,
        instance,
        progress && JSON.stringify(progress.last),
        progress && JSON.stringify(progress.pausesMs),
      ],
    );
    await client.query(
      `DELETE FROM remote_write_scrape
        WHERE source_id = $1 AND instance = $2 AND scraped_at = ANY ($3::timestamptz[])`,
      [sourceId, instance, scrapes.map(({ atMs }) => new Date(atMs).toISOString())],
    );
  }
}
