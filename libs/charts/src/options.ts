import type { ChartMode } from './theme.js';

/** One bucket of a series. `mean` is null where nothing was heard; `min` and `max` make the band around the line. */
export interface TimeSeriesPoint {
  /** Epoch milliseconds. */
  x: number;
  mean: number | null;
  min?: number | null;
  max?: number | null;
}

export interface TimeSeries {
  name: string;
  /** Hex colour; the palette's next one when left out. */
  color?: string;
  /** In ascending order of `x`. */
  points: TimeSeriesPoint[];
  /** Length of a bucket, in milliseconds: so far from a point its value still speaks. 0 where left out. */
  stepMs?: number;
}

export type TimeSpanKind = 'fault' | 'maintenance' | 'gap';

/** A stretch of time `[from, to)` marked behind the lines; its label stands above the plot, never on the data. */
export interface TimeSpan {
  /** Epoch milliseconds. */
  from: number;
  /** Epoch milliseconds. */
  to: number;
  kind: TimeSpanKind;
  label: string;
}

/** A value above or below which something is judged. */
export interface ThresholdLine {
  value: number;
  severity: 'warning' | 'critical';
}

export interface TimeSeriesChartOptions {
  mode: ChartMode;
  series: TimeSeries[];
  spans: TimeSpan[];
  /** Epoch milliseconds, the left edge of the plot. */
  from: number;
  /** Epoch milliseconds, the right edge of the plot. */
  to: number;
  /** IANA name of the zone in which the ticks are read, the organisation's. */
  timeZone: string;
  /** Upper edge of the value axis, 100 for percentages; fitted to the data when left out. */
  max?: number;
  /** Printed above the axis of a static chart; a page prints it in the panel's title. */
  unit: string;
  /** Values that are drawn as dashed lines, for instance {@link loadThresholdLines}; none when left out. */
  thresholdLines?: readonly ThresholdLine[];
  /** For reports: no resizing, no events, a fixed font, unit and names drawn into the picture. */
  isStatic?: boolean;
  /** Overrides the family that `isStatic` implies. */
  fontFamily?: string;
}
