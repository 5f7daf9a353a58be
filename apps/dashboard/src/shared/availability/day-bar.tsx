import type { AvailabilityDay } from '@opsgauge/contract';
import { dayCell } from './day-cell.js';

/** A day as a bar: red its share down, violet where maintenance was, hatched where too little is known. */
export function DayBar({ day }: { day: AvailabilityDay }) {
  const cell = dayCell(day);
  return (
    <i className={`day-bar ${cell.kind} ${cell.hasMaintenance ? 'has-maintenance' : ''}`}>
      {cell.downPercent > 0 && <b style={{ height: `${cell.downPercent}%` }} />}
    </i>
  );
}
