import type { TimeSeriesChartOptions } from '@opsgauge/charts';

/** A document as plain data: made by a room, written by one small writer per format. */
export interface DocumentModel {
  /** 编号, above the title. */
  readonly number?: string;
  readonly title: string;
  /** Below the title, e.g. whom it is about and the date. */
  readonly subtitle?: string;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock =
  HeadingBlock | ParagraphBlock | NoteBlock | TableBlock | ChartBlock | SignatureBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2;
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Small print, e.g. how a table is to be read; `\n` begins a new line. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly text: string;
}

export interface TableColumn {
  readonly header: string;
  /** Share of the table's width; all columns together make 100. */
  readonly widthPercent: number;
  readonly align?: 'left' | 'right' | 'center';
}

export interface TableCell {
  readonly text: string;
  readonly isStrong?: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  /** Without a header row the first column names what stands beside it. */
  readonly hasHeader: boolean;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A time series chart, drawn by the same builder as in the page. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly caption: string;
  readonly chart: TimeSeriesChartOptions;
}

/** Places to sign, side by side. */
export interface SignatureBlock {
  readonly kind: 'signature';
  readonly parties: readonly string[];
}
