import type { AuditEntry } from '@opsgauge/contract';
import { stringify } from 'csv-stringify/sync';
import { canonicalJson } from './canonical-json.js';

const json = (value: object | null): string => (value ? canonicalJson(value) : '');

/** Entries as CSV for a spreadsheet: with a byte order mark, and no text that it would take for a formula. */
export const auditCsv = (entries: readonly AuditEntry[]): string =>
  stringify(
    entries.map((entry) => ({ ...entry, before: json(entry.before), after: json(entry.after) })),
    {
      bom: true,
      header: true,
      record_delimiter: 'windows',
      escape_formulas: true,
      columns: [
        'number',
        'at',
        'actorId',
        'actorName',
        'address',
        'action',
        'targetKind',
        'targetId',
        'targetName',
        'before',
        'after',
        'hash',
      ],
    },
  );
