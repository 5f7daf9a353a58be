import { memo } from 'react';
import { noValue, reading } from '../format/figures.js';
import { levelOf } from '../status.js';

interface MeterProps {
  /** 0–100, or null where nothing is known. */
  percent: number | null | undefined;
  label: string;
  note?: string;
}

/** A bar with notches at 65 and 90 and its number beside it. */
export const Meter = memo(function Meter({ percent, label, note }: MeterProps) {
  if (percent === null || percent === undefined) return <span className="no-data">{noValue}</span>;
  const text = reading(percent);
  return (
    <span className={`meter ${levelOf(percent)}`} title={note}>
      <i
        className="bar"
        role="meter"
        aria-label={label}
        aria-valuenow={Number(text)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <b style={{ width: `${Math.min(100, percent)}%` }} />
        <u style={{ left: '65%' }} />
        <u style={{ left: '90%' }} />
      </i>
      <span className="num">{text}</span>
    </span>
  );
});
