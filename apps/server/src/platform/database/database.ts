import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Logger } from '../logging/logger.js';
import { committing } from './after-commit.js';
import { copyRowsIn, copyRowsOut } from './copy-rows.js';
import { typeParsers } from './type-parsers.js';

/** Where the hub's PostgreSQL is, embedded or not. */
export const CONNECTION = Symbol('connection');

/** What runs SQL: the pool, or one transaction's client. */
export interface Queryable {
  /** @param name of a statement that is sent again and again: it is planned once a connection */
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    values?: unknown[],
    name?: string,
  ): Promise<pg.QueryResult<Row>>;
}

/** One transaction's client; it also takes and gives rows in bulk, in PostgreSQL's binary format. */
export interface Transaction extends Queryable {
  /** @param into a table and its columns; @returns how many rows it took */
  copyIn(into: string, rows: Buffer): Promise<number>;
  copyOut(query: string): Promise<Buffer>;
}

export const transactionOf = (client: pg.ClientBase): Transaction => ({
  query: (sql, values = [], name) => client.query({ text: sql, values, ...(name && { name }) }),
  copyIn: (into, rows) => copyRowsIn(client, into, rows),
  copyOut: (query) => copyRowsOut(client, query),
});

/**
 * Set-based SQL for telemetry and status, beside TypeORM's repositories. Connections that broke are replaced, so that
 * a restarted PostgreSQL needs nothing of anybody.
 */
@Injectable()
export class Database implements Queryable, OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(connection: pg.ClientConfig, logger: Logger, connectionsMax = 10) {
    this.pool = new pg.Pool({
      ...connection,
      max: connectionsMax,
      connectionTimeoutMillis: 10_000,
      types: typeParsers,
    });
    this.pool.on('error', (error) =>
      logger.warn('an idle database connection broke', { error: { message: error.message } }),
    );
  }

  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    values: unknown[] = [],
    name?: string,
  ): Promise<pg.QueryResult<Row>> {
    return this.pool.query<Row>({ text: sql, values, ...(name && { name }) });
  }

  /** The rows of a query in PostgreSQL's binary format: for many rows, which as text cost more than reading them. */
  async copyOut(query: string): Promise<Buffer> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      return await copyRowsOut(client, query);
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Runs `work` in a transaction: committed when it returns, rolled back when it throws. */
  async transaction<T>(work: (client: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const transaction = transactionOf(client);
    let broken: Error | undefined;
    const onError = (error: Error) => (broken = error);
    client.on('error', onError);
    try {
      return await committing(transaction, async () => {
        await client.query('BEGIN');
        const result = await work(transaction);
        await client.query('COMMIT');
        return result;
      });
    } catch (error) {
      await client.query('ROLLBACK').catch((rollbackError: Error) => (broken = rollbackError));
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
