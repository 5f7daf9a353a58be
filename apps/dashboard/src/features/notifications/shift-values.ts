import type { DutyShift, DutyShiftInput } from '@opsgauge/contract';
import { shiftDate } from '../../shared/format/times.js';
import { instantOf, localTimeOf } from '../../shared/format/zone-instants.js';

/** A shift as its form has it: times on the clocks of the organisation, empty texts for what is not there. */
export interface ShiftValues {
  /** `system:` or `project:` and its id. */
  target?: string;
  personName: string;
  phone?: string;
  mailAddress?: string;
  channelId?: string | null;
  language: DutyShiftInput['language'];
  from: string;
  to: string;
}

/** @param day of a new one, which is entered from 08:30 to 17:30 */
export const shiftValuesOf = (shift: DutyShift | null, day: string, timeZone: string): ShiftValues =>
  shift
    ? {
        target:
          shift.target.kind === 'system'
            ? `system:${shift.target.systemId}`
            : `project:${shift.target.projectId}`,
        personName: shift.personName,
        phone: shift.phone ?? '',
        mailAddress: shift.mailAddress ?? '',
        channelId: shift.channelId,
        language: shift.language,
        from: localTimeOf(shift.from, timeZone),
        to: localTimeOf(shift.to, timeZone),
      }
    : { personName: '', language: 'zh-CN', from: `${day}T08:30`, to: `${day}T17:30` };

export function shiftInputOf(values: ShiftValues, timeZone: string): DutyShiftInput {
  const [kind, id = ''] = (values.target ?? '').split(':');
  return {
    target: kind === 'project' ? { kind, projectId: id } : { kind: 'system', systemId: id },
    personName: values.personName,
    phone: values.phone?.trim() || null,
    mailAddress: values.mailAddress?.trim() || null,
    channelId: values.channelId ?? null,
    language: values.language,
    from: instantOf(values.from, timeZone),
    to: instantOf(values.to, timeZone),
  };
}

/** Those that somebody manages and that begin in the period, instants of the wire. */
export const ownShiftsFrom = (
  shifts: readonly DutyShift[],
  { from, to }: { from: string; to: string },
): DutyShift[] =>
  shifts.filter(
    (shift) =>
      shift.isOwn && Date.parse(shift.from) >= Date.parse(from) && Date.parse(shift.from) < Date.parse(to),
  );

/** The same shift a week later, at the same times on the clocks of `timeZone`. */
export function weekLater(shift: DutyShift, timeZone: string): DutyShiftInput {
  const values = shiftValuesOf(shift, '', timeZone);
  const later = (local: string) => `${shiftDate(local.slice(0, 10), 7)}${local.slice(10)}`;
  return shiftInputOf({ ...values, from: later(values.from), to: later(values.to) }, timeZone);
}
