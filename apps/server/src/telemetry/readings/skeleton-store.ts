import { Injectable } from '@nestjs/common';
import { afterCommit } from '../../platform/database/after-commit.js';
import { Database, type Queryable, type Transaction } from '../../platform/database/database.js';
import { packJson, packNumbers, skeletonIdOf } from './packed-readings.js';
import type { Readings } from './readings.js';
import { takeApart } from './skeleton.js';

/** A host has a few: more come from texts that change with every sample, and those are kept as they are. */
const skeletonsMax = 500;

/** Rows of `reading_skeleton`. */
@Injectable()
export class SkeletonStore {
  /** By server, then by skeleton. */
  private readonly known = new Map<string, Map<string, number>>();

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
      const { skeleton, numbers } = takeApart(readings);
      const known = this.known.get(serverId);
      const key = `${serverId} ${skeleton}`;
      const id = known?.get(skeleton) ?? fresh.get(key)?.id;
      if (id !== undefined) return packNumbers(id, numbers);
      if ((known?.size ?? 0) + fresh.size >= skeletonsMax) return packJson(readings);
      const newId = skeletonIdOf(skeleton);
      fresh.set(key, { serverId, skeleton, id: newId });
      return packNumbers(newId, numbers);
    });
    if (fresh.size > 0) await this.write(client, [...fresh.values()]);
    return packed;
  }

  /** Packs readings of hosts whose devices have not changed; null where some have. */
  packKnown(samples: readonly { readonly serverId: string; readonly readings: Readings }[]): Buffer[] | null {
    const packed: Buffer[] = [];
    for (const { serverId, readings } of samples) {
      const { skeleton, numbers } = takeApart(readings);
      const id = this.known.get(serverId)?.get(skeleton);
      if (id === undefined) return null;
      packed.push(packNumbers(id, numbers));
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
        const known = this.known.get(serverId) ?? new Map<string, number>();
        this.known.set(serverId, known.set(skeleton, id));
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
