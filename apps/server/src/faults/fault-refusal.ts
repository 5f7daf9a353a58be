import type { ErrorCode } from '@opsgauge/contract';
import type { FaultAction, FaultRefusal, FaultRefusalReason } from '@opsgauge/domain';
import { ApplicationError } from '../platform/errors/application-error.js';

const codes: Record<FaultRefusalReason, ErrorCode> = {
  party: 'forbidden',
  state: 'fault_not_possible',
  merged: 'fault_not_possible',
  request: 'fault_request_decided',
  pending: 'fault_request_pending',
  moment: 'fault_moment_invalid',
  tooLate: 'fault_over_too_long',
};

/** Which input holds the moment that an action is about. */
const moments: Partial<Record<FaultAction, string>> = {
  report: 'startAt',
  repair: 'repairedAt',
  reopen: 'reopenedAt',
};

/** What the domain refuses, as the API answers it. */
export function refusalOf({ reason, message }: FaultRefusal, action: FaultAction): ApplicationError {
  const field = reason === 'moment' || reason === 'tooLate' ? moments[action] : undefined;
  return new ApplicationError(
    codes[reason],
    field ? `${field}: ${message}` : message,
    field ? { field } : {},
  );
}
