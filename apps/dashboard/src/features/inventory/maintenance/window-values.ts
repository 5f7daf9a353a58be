import type { MaintenanceWindowInput } from '@opsgauge/contract';
import { instantOf } from '../../../shared/format/zone-instants.js';
import { recurrenceRule, type RecurrenceValues } from './recurrence-rule.js';

/** What the form for a window holds; times as `YYYY-MM-DDTHH:mm` on the organisation's clocks. */
export interface WindowValues {
  kind: 'system' | 'server';
  targetId: string;
  from: string;
  to: string;
  reason: string;
  repeats: boolean;
  recurrence: RecurrenceValues;
}

/** When a window is, as the hub takes it. */
export const timesOf = (
  { from, to, repeats, recurrence }: Pick<WindowValues, 'from' | 'to' | 'repeats' | 'recurrence'>,
  timeZone: string,
): Pick<MaintenanceWindowInput, 'from' | 'to' | 'recurrence'> => ({
  from: instantOf(from, timeZone),
  to: instantOf(to, timeZone),
  recurrence: repeats ? recurrenceRule(recurrence, from) : null,
});

/** The whole window, as the hub takes it. */
export const windowInput = (values: WindowValues, timeZone: string): MaintenanceWindowInput => ({
  target:
    values.kind === 'system'
      ? { kind: values.kind, systemId: values.targetId }
      : { kind: values.kind, serverId: values.targetId },
  ...timesOf(values, timeZone),
  reason: values.reason,
});
