import { Injectable } from '@nestjs/common';
import { afterCommit } from '../../platform/database/after-commit.js';
import { Database, type Queryable, type Transaction } from '../../platform/database/database.js';
import { packJson, packNumbers, skeletonIdOf } from './packed-readings.js';
import type { Readings } from './readings.js';
import { numbersBy, takeApart } from './skeleton.js';

/** A host has a few: more come from texts that change with every sample, and those are kept as they are. */
const skeletonsMax = 500;

/** What a server's readings are nearly always like: with and without what is read once a minute, and one to spare. */
const recentMax = 3;

/** A server's skeletons, and those that its readings had last. */
class ServerSkeletons {
  private readonly ids = new Map<string, number>();
  private readonly recent: {
    readonly id: number;
    readonly numbers: (readings: object) => number[] | null;
  }[] = [];

  get size(): number {
    return this.ids.size;
  }

  add(skeleton: string, id: number): void {
    this.ids.set(skeleton, id);
  }

  /** @returns null where the readings have a skeleton that is not among them */
  pack(readings: Readings): Buffer | null {
    for (const { id, numbers } of this.recent) {
      const found = numbers(readings);
      if (found) return packNumbers(id, found);
    }
    const { skeleton, numbers } = takeApart(readings);
    const id = this.ids.get(skeleton);
    if (id === undefined) return null;
    this.recent.unshift({ id, numbers: numbersBy(skeleton) });
    this.recent.length = Math.min(this.recent.length, recentMax);
    return packNumbers(id, numbers);
  }
}

/** Rows of `reading_skeleton`. */
@Injectable()
export class SkeletonStore {
  private readonly known = new Map<string, ServerSkeletons>();

  constructor(private readonly database: Database) {}

  /**
   * Packs readings for their rows, and writes down the skeletons that are new in the same transaction.
   *
   * @returns in the order of the samples
   */
  async pack(
    client: Transaction,
    samples: readonly { readonly serverId: string; readonly readings: Readings }[],
  ): Promise<Buffer[]> {
    const fresh = new Map<string, { serverId: string; skeleton: string; id: number }>();
    const packed = samples.map(({ serverId, readings }) => {
      const known = this.known.get(serverId);
      const asKnown = known?.pack(readings);
      if (asKnown) return asKnown;
      const { skeleton, numbers } = takeApart(readings);
      const key = `${serverId} ${skeleton}`;
      const id = fresh.get(key)?.id ?? skeletonIdOf(skeleton);
      if (!fresh.has(key)) {
        if ((known?.size ?? 0) + fresh.size >= skeletonsMax) return packJson(readings);
        fresh.set(key, { serverId, skeleton, id });
      }
      return packNumbers(id, numbers);
    });
    if (fresh.size > 0) await this.write(client, [...fresh.values()]);
    return packed;
  }

  /** Packs readings of hosts whose devices have not changed; null where some have. */
  packKnown(samples: readonly { readonly serverId: string; readonly readings: Readings }[]): Buffer[] | null {
    const packed: Buffer[] = [];
    for (const { serverId, readings } of samples) {
      const one = this.known.get(serverId)?.pack(readings);
      if (!one) return null;
      packed.push(one);
    }
    return packed;
  }

  private async write(
    client: Transaction,
    fresh: readonly { serverId: string; skeleton: string; id: number }[],
  ): Promise<void> {
    await client.query(
      `INSERT INTO reading_skeleton (server_id, skeleton_id, skeleton)
       SELECT * FROM unnest($1::uuid[], $2::int8[], $3::text[]) ON CONFLICT DO NOTHING`,
      [
        fresh.map(({ serverId }) => serverId),
        fresh.map(({ id }) => id),
        fresh.map(({ skeleton }) => skeleton),
      ],
    );
    afterCommit(client, () => {
      for (const { serverId, skeleton, id } of fresh) {
        const known = this.known.get(serverId) ?? new ServerSkeletons();
        known.add(skeleton, id);
        this.known.set(serverId, known);
      }
    });
  }

  /** A server's skeletons by their numbers. */
  async ofServer(serverId: string): Promise<Map<number, string>> {
    return (await readSkeletons(this.database, [serverId])).get(serverId) ?? new Map();
  }
}

/** Skeletons by server and by number. */
export async function readSkeletons(
  client: Queryable,
  serverIds: readonly string[],
): Promise<Map<string, Map<number, string>>> {
  const { rows } = await client.query<{ server_id: string; skeleton_id: string; skeleton: string }>(
    'SELECT server_id, skeleton_id, skeleton FROM reading_skeleton WHERE server_id = ANY($1)',
    [serverIds],
  );
  const byServer = new Map<string, Map<number, string>>();
  for (const { server_id, skeleton_id, skeleton } of rows) {
    const known = byServer.get(server_id) ?? new Map<number, string>();
    byServer.set(server_id, known.set(Number(skeleton_id), skeleton));
  }
  return byServer;
}
