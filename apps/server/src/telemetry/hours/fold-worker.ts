import { parentPort } from 'node:worker_threads';
import pg from 'pg';
import { transactionOf } from '../../platform/database/database.js';
import { answerJobs } from '../../platform/worker-jobs.js';
import { foldDue, type FoldClient } from './fold-run.js';

/** One run of folding. */
export interface FoldJob {
  readonly connection: pg.ClientConfig;
  readonly closedMs: number;
  readonly timeZone: string;
}

/** Any number that nothing else locks: two hubs that fold would unite the same hour with each other's half. */
const foldLock = 7_120_002;

answerJobs(parentPort!, async ({ connection, closedMs, timeZone }: FoldJob): Promise<void> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
      foldLock,
    ]);
    if (rows[0]!.locked) await foldDue(foldClient(client), closedMs, timeZone);
  } finally {
    await client.end();
  }
});

function foldClient(client: pg.Client): FoldClient {
  return {
    ...transactionOf(client),
    transaction: async (work) => {
      await client.query('BEGIN');
      try {
        const result = await work();
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    },
  };
}
