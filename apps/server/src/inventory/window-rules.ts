import crypto from 'node:crypto';
import { maintenanceLateMs, maintenanceRequestLateMs, type MaintenanceWindowInput } from '@opsgauge/contract';
import { occurrencesOf, type Interval } from '@opsgauge/domain';
import { ApplicationError } from '../platform/errors/application-error.js';
import { invalid } from './make-up-rules.js';
import type { MaintenanceWindow } from './maintenance-window.entity.js';

type Times = Pick<MaintenanceWindowInput, 'from' | 'to' | 'recurrence'>;

const notAfterStart = () =>
  new ApplicationError('not_after_start', 'to: must be after from and now', { field: 'to' });
const inThePast = (rule: string) => new ApplicationError('in_the_past', `from: ${rule}`, { field: 'from' });

/**
 * The times of maintenance that is entered before it begins.
 * @returns what was to begin up to five minutes ago begins now; a rule is expanded
 * @throws ApplicationError `in_the_past`, `not_after_start`; `invalid_request` for a rule that is not one
 */
export function announcedTimes({ from, to, recurrence }: Times, nowMs: number, timeZone: string): Interval[] {
  const stated = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (stated.fromMs < nowMs - (recurrence === null ? maintenanceLateMs : 0)) {
    throw inThePast('must not be in the past');
  }
  const first = recurrence === null ? { ...stated, fromMs: Math.max(stated.fromMs, nowMs) } : stated;
  if (first.toMs <= first.fromMs) throw notAfterStart();
  return recurrence === null ? [first] : expanded(first, recurrence, timeZone);
}

/**
 * The time of maintenance that a vendor asks for, before it begins or afterwards.
 * @throws ApplicationError `in_the_past` for what began more than a year ago, `not_after_start`
 */
export function requestedTime({ from, to }: Omit<Times, 'recurrence'>, nowMs: number): Interval {
  const time = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (time.fromMs < nowMs - maintenanceRequestLateMs) {
    throw inThePast('must not lie more than 366 days back');
  }
  if (time.toMs <= time.fromMs) throw notAfterStart();
  return time;
}

/** @throws ApplicationError `invalid_request` naming `recurrence` */
function expanded(first: Interval, rule: string, timeZone: string): Interval[] {
  try {
    return occurrencesOf({ first, rule }, timeZone);
  } catch (error) {
    if (error instanceof RangeError) throw invalid('recurrence', error.message);
    throw error;
  }
}

/** A row of approved maintenance that nobody asked for. */
export const newWindow = (
  { target, reason, recurrence }: Pick<MaintenanceWindowInput, 'target' | 'reason' | 'recurrence'>,
  times: readonly Interval[],
): MaintenanceWindow => ({
  id: crypto.randomUUID(),
  serverId: target.kind === 'server' ? target.serverId : null,
  systemId: target.kind === 'system' ? target.systemId : null,
  fromAt: new Date(times[0]!.fromMs),
  toAt: new Date(times.at(-1)!.toMs),
  reason,
  recurrence,
  firstToAt: recurrence === null ? null : new Date(times[0]!.toMs),
  cancelledAt: [],
  state: 'approved',
  requestedBy: null,
  requestedAt: null,
  decidedBy: null,
  decidedAt: null,
  decisionNote: null,
});
