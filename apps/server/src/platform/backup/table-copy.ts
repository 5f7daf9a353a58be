import crypto from 'node:crypto';
import fs from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import pg from 'pg';
import copy from 'pg-copy-streams';
import type { StoredTable } from './schema-reader.js';

/** How values are written, whatever the server's own settings are. */
export const copySettings = [
  `SET LOCAL datestyle = 'ISO, YMD'`,
  `SET LOCAL timezone = 'UTC'`,
  `SET LOCAL intervalstyle = 'iso_8601'`,
  `SET LOCAL extra_float_digits = 1`,
  `SET LOCAL bytea_output = 'hex'`,
  `SET LOCAL statement_timeout = 0`,
];

export interface Copied {
  readonly rows: number;
  readonly sha256: string;
}

/** Writes a table's rows, as the client's transaction sees them, to a gzipped file. */
export async function copyOut(client: pg.Client, table: StoredTable, file: string): Promise<Copied> {
  const { transform, digest } = hashing();
  const statement = `COPY (SELECT ${columnList(table)} FROM ${pg.escapeIdentifier(table.name)}) TO STDOUT`;
  const rows = client.query(copy.to(statement));
  const gzip = zlib.createGzip({ level: 6 });
  await pipeline(
    rows,
    transform,
    gzip,
    fs.createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }),
  );
  return { rows: rows.rowCount, sha256: digest() };
}

/** Reads such a file into the table. */
export async function copyIn(client: pg.Client, table: StoredTable, file: string): Promise<Copied> {
  const { transform, digest } = hashing();
  const into = client.query(
    copy.from(`COPY ${pg.escapeIdentifier(table.name)} (${columnList(table)}) FROM STDIN`),
  );
  await pipeline(fs.createReadStream(file), zlib.createGunzip(), transform, into);
  return { rows: into.rowCount, sha256: digest() };
}

const columnList = ({ columns }: StoredTable): string => columns.map(pg.escapeIdentifier).join(', ');

function hashing() {
  const hash = crypto.createHash('sha256');
  const transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { transform, digest: () => hash.digest('hex') };
}
