import type { Queryable } from '../database/database.js';

/** TypeORM's list of migrations that have run; it is restored by running them. */
const migrationsTable = 'migrations';

/** A table and the columns that are stored, in their order. */
export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Every table of the hub: partitions are read and written through their parent. */
export async function readTables(client: Queryable): Promise<StoredTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> $1 AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
    [migrationsTable],
  );
  return rows;
}

/** The names of the migrations that have run, oldest first; none in an empty database. */
export async function readMigrations(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ exists: boolean }>('SELECT to_regclass($1) IS NOT NULL AS exists', [
    `public.${migrationsTable}`,
  ]);
  if (!rows[0]!.exists) return [];
  const ran = await client.query<{ name: string }>(
    `SELECT name FROM ${migrationsTable} ORDER BY "timestamp", name`,
  );
  return ran.rows.map(({ name }) => name);
}

export async function readSequences(client: Queryable): Promise<{ name: string; lastValue: string }[]> {
  const { rows } = await client.query<{ name: string; lastValue: string }>(
    `SELECT sequencename AS name, last_value AS "lastValue" FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL AND sequencename <> $1 ORDER BY 1`,
    [`${migrationsTable}_id_seq`],
  );
  return rows;
}

export async function readForeignKeys(client: Queryable): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey & Record<string, unknown>>(
    `SELECT c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND k.conparentid = 0 AND k.connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  return rows;
}

/** Whether nothing at all was made in the database yet. */
export async function isEmptyDatabase(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ count: string }>(
    `SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')`,
  );
  return rows[0]!.count === '0';
}
