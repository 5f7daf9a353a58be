import { dayMs, minuteMs } from '@opsgauge/domain';
import { ApplicationError } from '../../platform/errors/application-error.js';

/** By so much a monitor's clock may be ahead. */
const aheadMsMax = 5 * minuteMs;
/** No fault is back-dated further, however long an alert has been on: that month may be settled. */
export const backDatedMsMax = 35 * dayMs;
const earliestMs = Date.UTC(2000, 0, 1);

/**
 * A moment that a monitor tells.
 * @param field that it stands in
 * @throws ApplicationError `invalid_request` naming the field, where it lies ahead of now or before 2000
 */
export function toldMoment(text: string, field: string, nowMs: number): number {
  const ms = Date.parse(text);
  if (ms > nowMs + aheadMsMax) throw invalidMoment(field, 'is more than 5 minutes ahead');
  if (!(ms >= earliestMs)) throw invalidMoment(field, 'is before the year 2000');
  return ms;
}

/** As `toldMoment`, of the end of what began at `startedAtMs`. */
export function toldEnd(text: string, field: string, startedAtMs: number, nowMs: number): number {
  const ms = toldMoment(text, field, nowMs);
  if (ms < startedAtMs) throw invalidMoment(field, 'is before the start');
  return ms;
}

const invalidMoment = (field: string, reason: string): ApplicationError =>
  new ApplicationError('invalid_request', `${field}: ${reason}`, { field });
