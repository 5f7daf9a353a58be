import { csvText } from '../../../shared/files/csv-text.js';
import type { DrawnLine } from './drawn-lines.js';

export interface CsvChart {
  title: string;
  unit: string;
  lines: readonly DrawnLine[];
}

interface CsvWords {
  /** Heads the column of times. */
  time: string;
  /** Heads the column of the buckets' lengths. */
  bucketSeconds: string;
  mean: string;
  minimum: string;
  maximum: string;
  timeText: (moment: number) => string;
}

/** Enough for any unit shown, without the tail of a binary fraction. */
const figure = (value: number | null | undefined): number | null =>
  typeof value === 'number' ? Number(value.toPrecision(8)) : null;

/**
 * What charts show, for a spreadsheet: a row a bucket with its start and length, and for each line its mean, minimum and maximum, with the unit
 * in the column's name. Where nothing was heard the cells are empty.
 */
export function chartsCsv(charts: readonly CsvChart[], words: CsvWords): string {
  const parts = { mean: words.mean, min: words.minimum, max: words.maximum };
  const columns = charts.flatMap(({ title, unit, lines }) =>
    lines.flatMap(({ name, points }) => {
      const at = new Map(points.map((point) => [point.x, point]));
      return (['mean', 'min', 'max'] as const).map((part) => ({
        head: [title, ...(lines.length > 1 ? [name] : []), parts[part], unit].join(' '),
        valueAt: (time: number) => figure(at.get(time)?.[part]),
      }));
    }),
  );
  const steps = new Map<number, number>();
  for (const { points, stepMs } of charts.flatMap(({ lines }) => lines))
    for (const { x } of points) steps.set(x, stepMs);
  const times = [...steps].sort(([a], [b]) => a - b);
  return csvText(
    [words.time, words.bucketSeconds, ...columns.map(({ head }) => head)],
    times.map(([time, stepMs]) => [
      words.timeText(time),
      stepMs / 1000,
      ...columns.map(({ valueAt }) => valueAt(time)),
    ]),
  );
}
