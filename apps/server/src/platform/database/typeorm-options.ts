import type pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations/index.js';
import { typeormLogger } from './typeorm-logger.js';

/** TypeORM on the same PostgreSQL; the schema comes from migrations only. */
export const typeormOptions = (connection: pg.ClientConfig): DataSourceOptions => ({
  type: 'postgres',
  ...(connection.connectionString
    ? { url: connection.connectionString }
    : {
        host: connection.host!,
        port: connection.port!,
        username: connection.user!,
        database: connection.database!,
      }),
  migrations,
  logger: typeormLogger(),
  synchronize: false,
  migrationsRun: false,
  poolSize: 10,
});
