import pg from 'pg';

/** One table, told in lines that a reader can compare. */
export interface DescribedTable {
  readonly columns: string[];
  readonly constraints: string[];
  readonly indexes: string[];
  readonly triggers: string[];
}
export interface DescribedSchema {
  readonly tables: Record<string, DescribedTable>;
  /** Views, functions, sequences and types of our own. */
  readonly others: string[];
}

/** What stands in a database's public schema, whatever order it was made in. */
export async function describeSchema(connection: pg.ClientConfig): Promise<DescribedSchema> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const lines = async (sql: string) => (await client.query<{ owner: string; line: string }>(sql)).rows;
    const [tables, columns, constraints, indexes, triggers, others] = [
      await lines(`${relations} SELECT relname AS owner, '' AS line FROM relation ORDER BY 1`),
      await lines(columnLines),
      await lines(`${relations}
        SELECT relname AS owner, conname || ': ' || pg_get_constraintdef(con.oid) AS line
          FROM pg_constraint con JOIN relation ON relation.oid = conrelid WHERE contype <> 'n' ORDER BY 2`),
      await lines(`${relations}
        SELECT relname AS owner, pg_get_indexdef(indexrelid) AS line
          FROM pg_index JOIN relation ON relation.oid = indrelid ORDER BY 2`),
      await lines(`${relations}
        SELECT relname AS owner, pg_get_triggerdef(trg.oid) AS line
          FROM pg_trigger trg JOIN relation ON relation.oid = tgrelid WHERE NOT tgisinternal ORDER BY 2`),
      await lines(otherLines),
    ];
    const of = (found: { owner: string; line: string }[], table: string) =>
      found.filter(({ owner }) => owner === table).map(({ line }) => line);
    return {
      tables: Object.fromEntries(
        tables.map(({ owner }) => [
          owner,
          {
            columns: of(columns, owner),
            constraints: of(constraints, owner),
            indexes: of(indexes, owner),
            triggers: of(triggers, owner),
          },
        ]),
      ),
      others: others.map(({ line }) => line),
    };
  } finally {
    await client.end();
  }
}

const relations = `
  WITH relation AS (
    SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p'))`;

const columnLines = `${relations}
  SELECT relname AS owner,
         concat_ws(' ', attname, format_type(atttypid, atttypmod),
                   CASE WHEN attnotnull THEN 'NOT NULL' END,
                   CASE WHEN attidentity <> '' THEN 'IDENTITY' END,
                   CASE WHEN attgenerated <> '' THEN 'GENERATED' END,
                   'DEFAULT ' || pg_get_expr(adbin, adrelid),
                   '-- ' || col_description(relation.oid, attnum)) AS line
    FROM pg_attribute JOIN relation ON relation.oid = attrelid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
   WHERE attnum > 0 AND NOT attisdropped ORDER BY relname, attnum`;

const otherLines = `
  SELECT '' AS owner, 'sequence ' || sequencename AS line FROM pg_sequences WHERE schemaname = 'public'
  UNION ALL SELECT '', 'view ' || viewname || ': ' || definition FROM pg_views WHERE schemaname = 'public'
  UNION ALL SELECT '', pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT '', 'type ' || typname FROM pg_type
             WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
  ORDER BY 2`;
