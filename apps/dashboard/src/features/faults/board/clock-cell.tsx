import type { Fault } from '@opsgauge/contract';
import { Clock } from '../../../shared/faults/clock.js';

/** A clock in a table's cell, without its name. */
export const ClockCell = ({ fault, kind }: { fault: Fault; kind: 'response' | 'repair' }) => (
  <div className="clock-cell">
    <Clock kind={kind} clock={fault[kind]} />
  </div>
);
