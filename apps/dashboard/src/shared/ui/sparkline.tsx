import { memo } from 'react';
import { sparkShape } from './spark-path.js';

const width = 72;
const height = 20;

/** A small line on a fixed scale of 0–100, dotted where nothing was heard. */
export const Sparkline = memo(function Sparkline({
  values,
  label,
}: {
  values: (number | null)[];
  label: string;
}) {
  const { line, areas, silences } = sparkShape(values, width, height);
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {silences.map(({ from, to }) => (
        <line
          key={from}
          x1={from}
          x2={to}
          y1={height - 1.5}
          y2={height - 1.5}
          stroke="var(--text3)"
          strokeDasharray="1.5 3"
        />
      ))}
      {areas.map((area) => (
        <path key={area} d={area} fill="var(--c1)" opacity=".12" />
      ))}
      <path d={line} fill="none" stroke="var(--c1)" strokeWidth="1.3" strokeLinejoin="round" />
    </svg>
  );
});
