import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Database } from '../../platform/database/database.js';
import { readPartitions } from '../../platform/database/table-partitions.js';

/** A part of a table, by the moments it takes. */
export interface Partition {
  readonly name: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly bytes: number;
}

/** Looks after the partitions of tables that grow by the day. */
@Injectable()
export class Partitions {
  constructor(private readonly database: Database) {}

  /** Those with a beginning and an end, oldest first. */
  async list(table: string): Promise<Partition[]> {
    const own = (await readPartitions(this.database)).filter((one) => one.table === table);
    const { rows } = await this.database.query<{ name: string; bytes: string }>(
      `SELECT name, pg_total_relation_size(quote_ident(name)::regclass) AS bytes FROM unnest($1::text[]) AS name`,
      [own.map(({ name }) => name)],
    );
    const sizes = new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]));
    return own
      .map(({ name, from, to }) => ({
        name,
        fromMs: from.getTime(),
        toMs: to.getTime(),
        bytes: sizes.get(name) ?? 0,
      }))
      .sort((one, other) => one.fromMs - other.fromMs);
  }

  /**
   * Takes a partition out of its table, without anybody who reads or writes waiting for it, and gives it a name under
   * which nobody looks for it. What was begun and cut off is finished.
   *
   * @returns the new name
   */
  async letGo(table: string, partition: string): Promise<string> {
    const [parent, part] = [table, partition].map(pg.escapeIdentifier);
    const { rows } = await this.database.query<{ pending: boolean }>(
      `SELECT inhdetachpending AS pending FROM pg_inherits WHERE inhrelid = to_regclass(quote_ident($1))`,
      [partition],
    );
    if (rows[0]) {
      await this.database.query(
        `ALTER TABLE ${parent} DETACH PARTITION ${part} ${rows[0].pending ? 'FINALIZE' : 'CONCURRENTLY'}`,
      );
    }
    const gone = `leaving_${partition}`;
    await this.database.query(`ALTER TABLE ${part} RENAME TO ${pg.escapeIdentifier(gone)}`);
    return gone;
  }

  /** Partitions that were let go and not dropped yet: a run was cut off in between. */
  async leaving(table: string): Promise<string[]> {
    const { rows } = await this.database.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
          AND relname ~ ('^leaving_' || $1 || '_[0-9]+$')`,
      [table],
    );
    return rows.map(({ name }) => name);
  }

  async drop(name: string): Promise<void> {
    await this.database.query(`DROP TABLE ${pg.escapeIdentifier(name)}`);
  }
}
