import { actualSchema, type Actual } from '@opsgauge/contract';
import { stringify } from 'csv-stringify/sync';

const columns = Object.keys(actualSchema.shape);

/** The same columns as the JSON, for a spreadsheet: BOM, CRLF, and no text that a spreadsheet would run as a formula. */
export const actualsCsv = (actuals: readonly Actual[]): string =>
  stringify([...actuals], {
    header: true,
    columns,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
