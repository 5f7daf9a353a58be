/**
 * pg-boss sends some of its SQL as a script that begins and commits by itself; where a statement fails, the connection
 * is left inside a transaction that is broken, which no pool notices.
 *
 * @returns the script's statements, to be run in a transaction of ours; null where `sql` is no such script
 */
export function withoutTransaction(sql: string): string | null {
  const [, statements] = /^\s*BEGIN;([\s\S]*?)COMMIT;\s*$/.exec(sql) ?? [];
  return statements ?? null;
}
