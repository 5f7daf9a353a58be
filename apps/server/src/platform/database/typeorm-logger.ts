import type { Logger as TypeormLogger } from 'typeorm';
import type { Logger } from 'pino';

const ignore = (): void => {};

/**
 * TypeORM's own log as the hub's JSON lines: of migrations only, since its lines on queries carry their parameters.
 * @param logger none: nothing is said, where what fails is told by whoever asked for it
 */
export const typeormLogger = (logger?: Logger): TypeormLogger => ({
  logQuery: ignore,
  logQueryError: ignore,
  logQuerySlow: ignore,
  logSchemaBuild: ignore,
  logMigration: (message: string) => {
    if (/ failed, error: /.test(message)) logger?.error(message);
    else logger?.info(message);
  },
  log: ignore,
});
