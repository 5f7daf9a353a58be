import pg from 'pg';
import {
  type BinaryColumn,
  binaryArrays,
  columnNames,
  unnested,
} from '../../apps/server/src/platform/database/binary-columns.js';
import { emptyDatabase, type TestDatabase } from '../support/database-cluster.js';

interface Row {
  readonly id: string;
  readonly at: number | null;
  readonly count: number | null;
  readonly words: string | null;
  readonly single: number | null;
  readonly double: number | null;
  readonly bytes: Buffer | null;
}
const columns: readonly BinaryColumn<Row>[] = [
  { name: 'id', type: 'uuid', value: ({ id }) => id },
  { name: 'at', type: 'timestamptz', value: ({ at }) => at },
  { name: 'count', type: 'int8', value: ({ count }) => count },
  { name: 'words', type: 'text', value: ({ words }) => words },
  { name: 'single', type: 'float4', value: ({ single }) => single },
  { name: 'double', type: 'float8', value: ({ double }) => double },
  { name: 'bytes', type: 'bytea', value: ({ bytes }) => bytes },
];

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await emptyDatabase();
  client = new pg.Client(database.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function readBack(rows: readonly Row[]): Promise<Row[]> {
  const read = await client.query<Row>(
    `SELECT id, (extract(epoch FROM at) * 1000)::float8 AS at, count::float8, words, single, double, bytes
       FROM ${unnested(columns)} AS given (${columnNames(columns)})`,
    binaryArrays(columns, rows),
  );
  return read.rows;
}

const nothing = { at: null, count: null, words: null, single: null, double: null, bytes: null };
const id = (digit: string) => `0000000${digit}-0000-4000-8000-0123456789ab`;

it.each<[string, Row[]]>([
  ['no row', []],
  ['a row of nothing', [{ id: id('1'), ...nothing }]],
  [
    'the ends of what can be told',
    [
      {
        id: id('2'),
        at: Date.UTC(1971, 0, 1, 0, 0, 0, 1),
        count: Number.MAX_SAFE_INTEGER,
        words: '运衡 "quoted", \\ {and} NULL',
        single: 0.5,
        double: 1e300,
        bytes: Buffer.of(0, 255, 92, 10),
      },
      { id: id('3'), ...nothing, at: Date.UTC(2099, 11, 31), count: -1, words: '', double: -0.1 },
    ],
  ],
  [
    'rows that outgrow what was set aside',
    Array.from({ length: 30 }, (_, index) => ({
      id: id(String(index % 10)),
      ...nothing,
      words: 'long '.repeat(index * 20),
      bytes: Buffer.alloc(index * 100, index),
    })),
  ],
])('%s comes back from PostgreSQL as it was given', async (_, rows) => {
  expect(await readBack(rows)).toEqual(rows);
});
