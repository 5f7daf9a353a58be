import pg from 'pg';

/**
 * Runs `work` while no other process, nor this one a second time, is at the job. The lock is that of a connection: it
 * is free as soon as the process that held it is gone, however it went, and no transaction stays open beside the work.
 *
 * @param isWaiting for whoever is at it; otherwise nothing is done where somebody is
 * @param signal ends the waiting, and the hold on the lock
 * @param work told when the lock is lost, for work that has no end of its own
 * @returns whether it was done
 */
export async function withJobLock(
  connection: pg.ClientConfig,
  job: string,
  { isWaiting, signal }: { readonly isWaiting: boolean; readonly signal: AbortSignal },
  work: (held: AbortSignal) => Promise<void>,
): Promise<boolean> {
  if (signal.aborted) return false;
  const client = new pg.Client(connection);
  // A connection that breaks under the work loses the lock; every job may be run twice.
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  const end = () => void client.end().catch(() => {});
  signal.addEventListener('abort', end);
  try {
    await client.connect();
    if (!(await take(client, `job:${job}`, isWaiting))) return false;
    await work(lost.signal);
    return true;
  } finally {
    signal.removeEventListener('abort', end);
    await client.end().catch(() => {});
  }
}

async function take(client: pg.Client, key: string, isWaiting: boolean): Promise<boolean> {
  if (isWaiting) {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [key]);
    return true;
  }
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock(hashtext($1)) AS taken',
    [key],
  );
  return rows[0]!.taken;
}
