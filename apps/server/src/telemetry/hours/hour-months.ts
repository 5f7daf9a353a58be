import type { Queryable } from '../../platform/database/database.js';

/** The tables that are cut into months of UTC. */
export const monthlyTables = ['server_hour', 'server_hour_raw'] as const;

export const monthOf = (ms: number): Date => {
  const at = new Date(ms);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));
};
const nextMonth = (month: Date) => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1));
export const monthTable = (table: string, month: Date): string =>
  `${table}_${month.toISOString().slice(0, 7).replace('-', '')}`;

/** Makes the partitions that an hour's rows go to. */
export async function ensureMonth(
  client: Queryable,
  hour: number,
  tables: readonly string[] = monthlyTables,
): Promise<void> {
  const month = monthOf(hour);
  for (const table of tables) {
    await client.query('SELECT ensure_partition($1, $2, $3, $4)', [
      table,
      monthTable(table, month),
      month,
      nextMonth(month),
    ]);
  }
}
