type Cell = string | number | null | undefined;

/** What a spreadsheet would run. A number's own sign is none of them. */
const isFormula = (text: string): boolean => /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text);

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = isFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows for a spreadsheet as the hub writes them too: BOM, CRLF, and no text that a spreadsheet would run as a formula.
 * A missing value is an empty cell.
 *
 * @param header names of the columns, with their units
 */
export const csvText = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[header, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
