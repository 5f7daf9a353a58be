import { Clock } from '../../apps/server/src/platform/clock.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import { createPino, Logger } from '../../apps/server/src/platform/logging/logger.js';

/** A hub's jobs in a process of their own: it says over its channel that the run has begun, which then never ends. */
const connection = JSON.parse(process.argv[2]!) as Record<string, string>;
const logger = new Logger(createPino('silent'));
const jobs = new Jobs(new Database(connection, logger), logger, new Clock(), connection);
await jobs.onModuleInit();
const begin = () => {
  process.send!('begun');
  return new Promise<void>(() => {});
};
jobs.schedule('cut-off', '* * * * * *', 'UTC', begin);
