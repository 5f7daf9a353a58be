export interface SparkShape {
  line: string;
  areas: string[];
  /** Stretches in which nothing was heard, as pixels from the left. */
  silences: { from: number; to: number }[];
}

/** The outline of a sparkline on a fixed scale of 0–100; a null breaks the line and is returned as a silence. */
export function sparkShape(values: readonly (number | null)[], width: number, height: number): SparkShape {
  const step = values.length > 1 ? width / (values.length - 1) : width;
  const x = (index: number) => Number((index * step).toFixed(1));
  const y = (value: number) =>
    Number((height - 1.5 - (Math.min(100, value) / 100) * (height - 3)).toFixed(1));
  const shape: SparkShape = { line: '', areas: [], silences: [] };
  let run: string[] = [];
  let runStart = 0;
  let silence: { from: number; to: number } | null = null;
  const close = (end: number) => {
    if (run.length) shape.areas.push(`M${x(runStart)} ${height} L${run.join(' L')} L${x(end)} ${height}Z`);
    run = [];
  };
  values.forEach((value, index) => {
    if (value === null) {
      close(index - 1);
      if (silence) silence.to = x(index);
      else shape.silences.push((silence = { from: x(Math.max(0, index - 1)), to: x(index) }));
      return;
    }
    if (silence) silence.to = x(index);
    silence = null;
    if (!run.length) runStart = index;
    shape.line += `${run.length ? 'L' : 'M'}${x(index)} ${y(value)}`;
    run.push(`${x(index)} ${y(value)}`);
  });
  close(values.length - 1);
  return shape;
}
