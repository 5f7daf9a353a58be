import crypto from 'node:crypto';
import type pg from 'pg';
import { hashSecret, newSecret } from '../../../apps/server/src/accounts/secret.js';

const systemsEvery = 20;

/** A server that may report. */
export interface FleetServer {
  readonly id: string;
  readonly credential: string;
}

/** Puts servers straight into a hub's database: approved, twenty to a system, each system under a contract. */
export async function addFleet(database: pg.Client, count: number, nowMs: number): Promise<FleetServer[]> {
  const servers = Array.from({ length: count }, () => ({ id: crypto.randomUUID(), credential: newSecret() }));
  const now = new Date(nowMs);
  const ids = servers.map(({ id }) => id);
  await database.query(
    `INSERT INTO server (id, name, hostname, is_local, enrolled_at, approved_at)
     SELECT id, 'host-' || number, 'host-' || number, false, $2, $2
       FROM unnest($1::uuid[]) WITH ORDINALITY AS one (id, number)`,
    [ids, now],
  );
  await database.query(
    `INSERT INTO agent_credential (secret_hash, server_id, created_at)
     SELECT hash, id, $3 FROM unnest($1::bytea[], $2::uuid[]) AS one (hash, id)`,
    [servers.map(({ credential }) => hashSecret(credential)), ids, now],
  );
  const projectId = crypto.randomUUID();
  await database.query(`INSERT INTO project (id, name, created_at) VALUES ($1, 'bench', $2)`, [
    projectId,
    now,
  ]);
  for (let first = 0; first < count; first += systemsEvery) {
    const systemId = crypto.randomUUID();
    await database.query(
      'INSERT INTO system (id, project_id, name, short_name, created_at) VALUES ($1, $2, $3, $3, $4)',
      [systemId, projectId, `system ${first / systemsEvery}`, now],
    );
    await database.query(
      `INSERT INTO system_component (id, system_id, server_id, is_critical)
       SELECT gen_random_uuid(), $1, id, true FROM unnest($2::uuid[]) AS one (id)`,
      [systemId, ids.slice(first, first + systemsEvery)],
    );
    await database.query(
      `INSERT INTO contract (id, system_id, number, service_from, promises) VALUES ($1, $2, 'bench', $3, '{}')`,
      [crypto.randomUUID(), systemId, now],
    );
  }
  return servers;
}
