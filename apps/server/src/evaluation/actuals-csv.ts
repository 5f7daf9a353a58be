import { actualSchema, type ActualsResponse } from '@opsgauge/contract';
import { stringify } from 'csv-stringify/sync';

/** Of which system and period a row is, so that the files of several can be put together. */
const ofWhat = ['projectName', 'systemName', 'from', 'to', 'cutOffAt'];
const columns = [...ofWhat, ...Object.keys(actualSchema.shape)];

/**
 * A row an indicator, for a spreadsheet: its system and period, then the columns of the JSON, nothing where that has
 * null. BOM, CRLF, and no text that a spreadsheet would run as a formula.
 */
export const actualsCsv = ({
  items,
  evaluation: { projectName, systemName, from, to, cutOffAt },
}: Pick<ActualsResponse, 'items' | 'evaluation'>): string =>
  stringify(
    items.map((item) => ({ projectName, systemName, from, to, cutOffAt, ...item })),
    {
      header: true,
      columns,
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  );
