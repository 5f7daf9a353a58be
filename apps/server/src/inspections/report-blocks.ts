import type { DocumentBlock, TableCell } from '../documents/document-model.js';

/** A cell of a report's table; what is not known is a dash, so that no cell looks forgotten. */
export const cell = (content: string): TableCell => ({ text: content === '' ? '—' : content });

type Column = Extract<DocumentBlock, { kind: 'table' }>['columns'][number];

/**
 * A table with a header row.
 *
 * @param columns header, width in per cent of the text, and alignment where it is not left
 */
export const table = (
  columns: readonly (readonly [header: string, widthPercent: number, align?: Column['align']])[],
  rows: readonly TableCell[][],
): DocumentBlock => ({
  kind: 'table',
  hasHeader: true,
  columns: columns.map(([header, widthPercent, align]) => ({
    header,
    widthPercent,
    ...(align ? { align } : {}),
  })),
  rows: [...rows],
});
