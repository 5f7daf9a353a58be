import pg from 'pg';
import copy from 'pg-copy-streams';

/** What can copy: a connection of its own, not a pool, since a COPY keeps it until it ends. */
export type CopyClient = Pick<pg.ClientBase, 'query'>;

/**
 * Rows into a table or out of a query, in PostgreSQL's binary format. COPY takes no parameters: whoever writes the
 * statement quotes its values with {@link literal}.
 */
export async function copyRowsIn(client: CopyClient, into: string, rows: Buffer): Promise<number> {
  const stream = client.query(copy.from(`COPY ${into} FROM STDIN (FORMAT binary)`));
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('finish', resolve);
    stream.end(rows);
  });
  return stream.rowCount;
}

/** @returns the whole answer: to be asked for in pieces that fit into memory */
export async function copyRowsOut(client: CopyClient, query: string): Promise<Buffer> {
  const stream = client.query(copy.to(`COPY (${query}) TO STDOUT (FORMAT binary)`));
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export const literal = (value: string | Date): string =>
  pg.escapeLiteral(value instanceof Date ? value.toISOString() : value);
/** Ids as one literal, which PostgreSQL reads far quicker than a list of a thousand. */
export const uuidArray = (ids: readonly string[]): string => `${literal(`{${ids.join(',')}}`)}::uuid[]`;
