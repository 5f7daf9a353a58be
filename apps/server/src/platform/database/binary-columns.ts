import { BinaryValues } from './binary-values.js';

/** By PostgreSQL's numbers of the types, which never change. */
const typeNumbers = {
  uuid: 2950,
  timestamptz: 1184,
  int8: 20,
  text: 25,
  float4: 700,
  float8: 701,
  bytea: 17,
} as const;
type ColumnType = keyof typeof typeNumbers;

/** One column of what is written: moments are UTC milliseconds, whole numbers those that a double holds exactly. */
export interface BinaryColumn<Row> {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: (row: Row) => string | number | Uint8Array | null | undefined;
}

/** Adds a row's value of one column. */
export function writeValue<Row>(values: BinaryValues, { type, value }: BinaryColumn<Row>, row: Row): void {
  const written = value(row);
  if (written === null || written === undefined) values.null();
  else (values[type] as (value: unknown) => void).call(values, written);
}

/** The values of a column as one parameter: an array in PostgreSQL's binary format. */
class BinaryArray extends BinaryValues {
  constructor(type: ColumnType, count: number) {
    super(20 + 16 * count);
    const hasNulls = 1;
    const firstIndex = 1;
    for (const word of count === 0
      ? [0, 0, typeNumbers[type]]
      : [1, hasNulls, typeNumbers[type], count, firstIndex])
      this.length = this.bytes.writeInt32BE(word, this.length);
  }

  finish(): Buffer {
    return this.bytes.subarray(0, this.length);
  }
}

/** Rows as the parameters of {@link unnested}: one array a column, which PostgreSQL need not read as text. */
export const binaryArrays = <Row>(columns: readonly BinaryColumn<Row>[], rows: readonly Row[]): Buffer[] =>
  columns.map((column) => {
    const array = new BinaryArray(column.type, rows.length);
    for (const row of rows) writeValue(array, column, row);
    return array.finish();
  });

/** The rows of a statement's parameters, from the one of that number on. */
export const unnested = (columns: readonly BinaryColumn<never>[], firstParameter = 1): string =>
  `unnest(${columns.map(({ type }, index) => `$${firstParameter + index}::${type}[]`).join(', ')})`;

/** For a statement's list of columns. */
export const columnNames = (columns: readonly BinaryColumn<never>[]): string =>
  columns.map(({ name }) => name).join(', ');
