import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { migrate } from '../../apps/server/src/platform/database/migrate.js';
import { migrations } from '../../apps/server/src/platform/database/migrations/index.js';
import { tableClasses } from '../../apps/server/src/platform/database/table-classes.js';
import { cloneDatabase, type TestDatabase } from '../support/database-cluster.js';

/*
 * What keeps the road open to a database of more than one machine, checked on a plain one.
 */

const source = fileURLToPath(new URL('../../apps/server/src', import.meta.url));
/** Those from before the rule. */
const oldMigrations = 7;
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client(database.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const rowsOf = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await client.query<Row>(sql, values)).rows;
/** Tables of the hub's own schema, the partitions of each left out. */
const tables = `
  SELECT oid, relname FROM pg_class
   WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`;
const { distributed, reference, local } = tableClasses;
const named = [...distributed, ...reference, ...local];

interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
const foreignKeys = () =>
  rowsOf<ForeignKey & pg.QueryResultRow>(
    `SELECT con.conname AS name, f.relname AS from, t.relname AS to FROM pg_constraint con
       JOIN (${tables}) f ON f.oid = con.conrelid JOIN (${tables}) t ON t.oid = con.confrelid WHERE contype = 'f'`,
  );
const isOf = (classOf: readonly string[], table: string) => classOf.includes(table);

it('every table is named in exactly one class of the manifest (table-classes.ts)', async () => {
  const found = (await rowsOf<{ relname: string }>(tables)).map(({ relname }) => relname);
  expect([...named].sort()).toEqual(found.sort());
});

it('server_id comes first in the primary key and in every unique constraint of a distributed table', async () => {
  const keys = await rowsOf<{ table: string; first: string; isPrimary: boolean }>(
    `SELECT t.relname AS table, a.attname AS first, i.indisprimary AS "isPrimary"
       FROM pg_index i JOIN (${tables}) t ON t.oid = i.indrelid
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
      WHERE i.indisunique AND t.relname = ANY ($1)`,
    [distributed],
  );
  expect(keys.filter(({ first }) => first !== 'server_id')).toEqual([]);
  expect(
    keys
      .filter(({ isPrimary }) => isPrimary)
      .map(({ table }) => table)
      .sort(),
  ).toEqual([...distributed].sort());
});

it('a distributed table has no identity column and takes no number from a sequence', async () => {
  const found = await rowsOf(
    `SELECT t.relname, a.attname FROM pg_attribute a JOIN (${tables}) t ON t.oid = a.attrelid
       LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE t.relname = ANY ($1) AND a.attnum > 0
        AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE '%nextval%')`,
    [distributed],
  );
  expect(found).toEqual([]);
});

it('neither a distributed table nor a reference table has a trigger', async () => {
  const found = await rowsOf(
    `SELECT t.relname, g.tgname FROM pg_trigger g JOIN (${tables}) t ON t.oid = g.tgrelid
      WHERE NOT g.tgisinternal AND t.relname = ANY ($1)`,
    [[...distributed, ...reference]],
  );
  expect(found).toEqual([]);
});

it('a foreign key of a distributed table, and of a reference table, leads to a reference table only', async () => {
  const found = (await foreignKeys()).filter(({ from }) => isOf([...distributed, ...reference], from));
  expect(found.filter(({ to }) => !isOf(reference, to))).toEqual([]);
});

it('no foreign key spans a local and a distributed table', async () => {
  const found = (await foreignKeys()).filter(
    ({ from, to }) =>
      (isOf(local, from) && isOf(distributed, to)) || (isOf(distributed, from) && isOf(local, to)),
  );
  expect(found).toEqual([]);
});

it('a reference table comes after those that it refers to', async () => {
  const place = (table: string) => (reference as readonly string[]).indexOf(table);
  const found = (await foreignKeys()).filter(({ from, to }) => isOf(reference, from) && from !== to);
  expect(found.filter(({ from, to }) => place(to) > place(from))).toEqual([]);
});

it('a reference table has no column that changes with every report', async () => {
  const found = await rowsOf<{ attname: string }>(
    `SELECT t.relname, a.attname FROM pg_attribute a JOIN (${tables}) t ON t.oid = a.attrelid
      WHERE t.relname = ANY ($1) AND a.attnum > 0 AND NOT a.attisdropped`,
    [reference],
  );
  expect(
    found.filter(({ attname }) => /^(last|latest|current|next)_|_(count|seen_at|status)$/.test(attname)),
  ).toEqual([]);
});

it('the first statement of a migration lets a distributed database change its tables one after the other', async () => {
  for (const Migration of migrations.slice(oldMigrations)) {
    const statements: string[] = [];
    const stopped = new Error('one statement is enough');
    const query = (sql: string) => {
      statements.push(sql);
      return Promise.reject(stopped);
    };
    await expect(new Migration().up({ query } as unknown as QueryRunner)).rejects.toBe(stopped);
    expect([Migration.name, statements[0]]).toEqual([
      Migration.name,
      `SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`,
    ]);
  }
});

it('no migration calls the extension: that is done after them', () => {
  const directory = path.join(source, 'platform/database/migrations');
  for (const [file, text] of sourceTexts(directory)) {
    expect([file, /create_(distributed|reference)_table|citus_/.exec(text)?.[0]]).toEqual([file, undefined]);
  }
});

describe('the SQL in the source', () => {
  it('takes neither the clock nor chance in ON CONFLICT DO UPDATE SET', () => {
    for (const [file, text] of sourceTexts(source)) {
      const updates = text.match(/DO UPDATE[^`]*/g) ?? [];
      const found = updates.filter((sql) =>
        /\b(now|random|clock_timestamp|statement_timestamp|gen_random_uuid)\s*\(|\bcurrent_(timestamp|date)\b/i.test(
          sql,
        ),
      );
      expect([file, found]).toEqual([file, []]);
    }
  });

  it('names the zone wherever it truncates a time', () => {
    for (const [file, text] of sourceTexts(source)) {
      const found = argumentsOf(text, 'date_trunc').filter((given) => given.length !== 3);
      expect([file, found]).toEqual([file, []]);
    }
  });

  it('finds what it looks for', () => {
    expect(
      argumentsOf(`date_trunc('hour', coalesce(a, b), 'UTC') date_trunc('day', at)`, 'date_trunc'),
    ).toEqual([
      [`'hour'`, 'coalesce(a, b)', `'UTC'`],
      [`'day'`, 'at'],
    ]);
  });
});

describe('tables are spread over the machines', () => {
  it('of a distributed database, each once, in an order in which their keys hold', async () => {
    const { connection, drop } = await cloneDatabase();
    const standIn = new pg.Client(connection);
    await standIn.connect();
    try {
      // What the extension brings, as far as it is called.
      await standIn.query(`
        CREATE TABLE pg_dist_partition (place serial, logicalrelid regclass, call text);
        CREATE FUNCTION create_reference_table(t regclass) RETURNS void LANGUAGE sql
          AS $$ INSERT INTO pg_dist_partition (logicalrelid, call) VALUES (t, 'reference') $$;
        CREATE FUNCTION create_distributed_table(t regclass, key text, colocate_with text) RETURNS void LANGUAGE sql
          AS $$ INSERT INTO pg_dist_partition (logicalrelid, call) VALUES (t, key || ' with ' || colocate_with) $$;
        INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
          VALUES (999999, 'citus', 10, 'public'::regnamespace, false, '13')`);
      await migrate(connection);
      await migrate(connection);
      const { rows } = await standIn.query<{ name: string; call: string }>(
        'SELECT logicalrelid::text AS name, call FROM pg_dist_partition ORDER BY place',
      );
      const [first, ...others] = distributed;
      expect(rows.map(({ name, call }) => `${name} ${call}`)).toEqual([
        ...reference.map((name) => `${name} reference`),
        `${first} server_id with default`,
        ...others.map((name) => `${name} server_id with ${first}`),
      ]);
    } finally {
      await standIn.end();
      await drop();
    }
  });

  it('of no other', async () => {
    await migrate(database.connection);
    expect(await rowsOf(`SELECT 1 FROM pg_class WHERE relname = 'pg_dist_partition'`)).toEqual([]);
  });
});

/** Every source file below a folder with its text, specs left out. */
function sourceTexts(directory: string): [string, string][] {
  return fs
    .readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => [file, fs.readFileSync(path.join(directory, file), 'utf8')]);
}

/** What a function is given in each of its calls. */
function argumentsOf(text: string, name: string): string[][] {
  return [...text.matchAll(new RegExp(`\\b${name}\\(`, 'g'))].map(({ index }) => {
    const found = [''];
    let depth = 0;
    for (const character of text.slice(index + name.length + 1)) {
      if (character === ')' && depth === 0) break;
      if (character === '(') depth++;
      if (character === ')') depth--;
      if (character === ',' && depth === 0) found.push('');
      else found[found.length - 1] += character;
    }
    return found.map((one) => one.trim());
  });
}
