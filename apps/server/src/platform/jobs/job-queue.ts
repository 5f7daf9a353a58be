import crypto from 'node:crypto';
import PgBoss from 'pg-boss';
import { uuidOf } from '../database/binary-copy.js';
import type { Database, Queryable } from '../database/database.js';
import { withoutTransaction } from './boss-script.js';
import { jobSchema } from './job-schema.js';

/** How a queue tries again what failed or was cut off. */
export interface Retries {
  readonly retryLimit: number;
  /** Doubled each time, with some chance added. */
  readonly retryDelaySeconds: number;
}

/** Something that waits to be done, or is being done. */
export interface WaitingQueue {
  readonly name: string;
  /** Taken by somebody, who may be gone. */
  readonly isTaken: boolean;
  /** Until the next one is due; at most 0 when it is, null when none waits. */
  readonly dueInMs: number | null;
}

const hourSeconds = 3600;

/** pg-boss's queues, used without its polling workers: who puts work in takes it out again, under a lock of his own. */
export class JobQueue {
  private readonly boss: PgBoss;
  private readonly made = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly onError: (error: Error) => void,
  ) {
    this.boss = new PgBoss({
      db: { executeSql: (sql, values) => this.execute(sql, values) },
      schema: jobSchema,
      migrate: false,
      schedule: false,
      maintenanceIntervalSeconds: hourSeconds,
      deleteAfterDays: 1,
      // A run is known to be cut off by its lock, long before.
      expireInSeconds: 23 * hourSeconds,
    });
    this.boss.on('error', onError);
  }

  /** @throws Error when the database was not prepared for this version of pg-boss */
  async open(): Promise<void> {
    await this.boss.start();
  }

  close(): Promise<void> {
    return this.boss.stop({ graceful: false });
  }

  /**
   * @param key what is put in under the same one again is not put in
   * @param client of the transaction that it becomes known with
   * @param afterSeconds how long it waits in the queue before it is due
   */
  async add(
    name: string,
    data: object,
    retries: Retries,
    {
      key,
      client,
      afterSeconds = 0,
    }: { readonly key?: string; readonly client?: Queryable; readonly afterSeconds?: number } = {},
  ): Promise<void> {
    await this.make(name);
    await this.boss.send(name, data, {
      retryLimit: retries.retryLimit,
      retryDelay: retries.retryDelaySeconds,
      retryBackoff: retries.retryLimit > 0,
      startAfter: afterSeconds,
      // An id is refused a second time even when the first one has been done, which a singleton key is not.
      ...(key === undefined ? {} : { singletonKey: key, id: idOf(name, key) }),
      ...(client
        ? { db: { executeSql: (sql: string, values: unknown[]) => client.query(sql, values) } }
        : {}),
    });
  }

  /** What is due, the oldest first, marked as taken. */
  take(name: string, countMax: number): Promise<PgBoss.Job[]> {
    return this.boss.fetch(name, { batchSize: countMax });
  }

  async complete(name: string, ids: string[]): Promise<void> {
    await this.boss.complete(name, ids);
  }

  /** To be tried again, as often as was said when it was put in. */
  async fail(name: string, ids: string[], error: Error): Promise<void> {
    for (const id of ids) await this.boss.fail(name, id, { message: error.message });
  }

  /** Gives back what somebody took who is gone; only for whoever holds the job's lock. */
  async recover(name: string): Promise<void> {
    const { rows } = await this.database.query<{ id: string }>(
      `SELECT id FROM ${jobSchema}.job WHERE name = $1 AND state = 'active'`,
      [name],
    );
    if (rows.length > 0) {
      await this.fail(
        name,
        rows.map(({ id }) => id),
        new Error('the process that had it ended'),
      );
    }
  }

  /** What waits in these queues or is taken; a queue with neither is not listed. */
  async waiting(names: readonly string[]): Promise<WaitingQueue[]> {
    const { rows } = await this.database.query<WaitingQueue & { [column: string]: unknown }>(
      `SELECT name, bool_or(state = 'active') AS "isTaken",
              1000 * extract(epoch FROM min(start_after) FILTER (WHERE state < 'active') - clock_timestamp())::float8
                AS "dueInMs"
         FROM ${jobSchema}.job WHERE name = ANY ($1) AND state < 'completed' GROUP BY name`,
      [names],
    );
    return rows;
  }

  /** Once in a process; in a database that has it, it does nothing. */
  private make(name: string): Promise<void> {
    const known = this.made.get(name);
    if (known) return known;
    const making = this.boss.createQueue(name);
    this.made.set(name, making);
    making.catch(() => this.made.delete(name));
    return making;
  }

  private execute(sql: string, values: unknown[] = []) {
    const script = withoutTransaction(sql);
    return script === null
      ? this.database.query(sql, values)
      : this.database.transaction((client) => client.query(script));
  }
}

/** The same for every process that names the same run. */
function idOf(name: string, key: string): string {
  const hash = crypto.createHash('sha256').update(`${name}\n${key}`).digest('hex');
  return uuidOf(`${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`);
}
