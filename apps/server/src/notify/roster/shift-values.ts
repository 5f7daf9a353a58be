import type { DutyShift as ShiftResponse, DutyShiftInput } from '@opsgauge/contract';
import type { DutyTime } from '@opsgauge/domain';
import type { DutyShift } from './duty-shift.entity.js';

/** A shift after a change; whose it is stays. */
export const changedShift = (
  { id, organizationId, createdAt }: Pick<DutyShift, 'id' | 'organizationId' | 'createdAt'>,
  { target, from, to, ...input }: DutyShiftInput,
): DutyShift => ({
  ...input,
  id,
  organizationId,
  createdAt,
  systemId: target.kind === 'system' ? target.systemId : null,
  projectId: target.kind === 'project' ? target.projectId : null,
  fromAt: new Date(from),
  toAt: new Date(to),
});

/** A shift as it was entered. */
export const toldShift = (shift: DutyShift): DutyShiftInput => ({
  target:
    shift.systemId === null
      ? { kind: 'project', projectId: shift.projectId! }
      : { kind: 'system', systemId: shift.systemId },
  personName: shift.personName,
  phone: shift.phone,
  mailAddress: shift.mailAddress,
  channelId: shift.channelId,
  language: shift.language,
  from: shift.fromAt.toISOString(),
  to: shift.toAt.toISOString(),
});

export const describeShift = (
  shift: DutyShift,
): Omit<ShiftResponse, 'targetName' | 'channelName' | 'isOwn'> => ({ id: shift.id, ...toldShift(shift) });

/** What the choice of receivers needs of a shift. */
export const dutyTimeOf = (shift: DutyShift): DutyTime => ({
  organizationId: shift.organizationId,
  systemId: shift.systemId,
  projectId: shift.projectId,
  fromMs: shift.fromAt.getTime(),
  toMs: shift.toAt.getTime(),
  channelId: shift.channelId,
  mailAddress: shift.mailAddress,
  language: shift.language,
});
