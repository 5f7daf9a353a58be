import type { Queryable } from './database.js';

const listeners = new WeakMap<Queryable, (() => void)[]>();

/** Runs a transaction on `client` (`work` ends with its commit), and then what was asked for by `afterCommit`. */
export async function committing<T>(client: Queryable, work: () => Promise<T>): Promise<T> {
  const due: (() => void)[] = [];
  listeners.set(client, due);
  try {
    const result = await work();
    for (const listener of due) listener();
    return result;
  } finally {
    listeners.delete(client);
  }
}

/**
 * Has something done once `client`'s transaction is committed, and never if it is not. It must not throw.
 * @throws Error when `client` is not that of a running `Database.transaction` or `inTransaction`
 */
export function afterCommit(client: Queryable, work: () => void): void {
  const due = listeners.get(client);
  if (!due) throw new Error('not the client of a running transaction');
  due.push(work);
}
