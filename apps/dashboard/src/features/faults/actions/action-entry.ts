import type { Fault, FaultEntry } from '@opsgauge/contract';
import type { OfferedAction } from './offered-actions.js';

/** What the forms of all actions hold; each has its part of it. */
export interface ActionValues {
  note?: string;
  assigneeId?: string | null;
  repairedAt?: string;
  reopenedAt?: string;
  startAt?: string;
  rootCauseCode?: string;
  ground?: 'test' | 'plannedWork' | 'forceMajeure';
  intoFaultId?: string;
  isMajor?: boolean;
  severity?: Fault['severity'];
}

/** Actions that want a reason. */
const reasoned: readonly OfferedAction[] = [
  'report',
  'requestSuspension',
  'reopen',
  'requestExclusion',
  'refuse',
  'merge',
  'declareMajor',
  'recordDataLoss',
  'changeSeverity',
];
export const needsReason = (action: OfferedAction): boolean => reasoned.includes(action);

/** A time in a form, and the instant it stands for. */
export type ToInstant = (local: string) => string;

/**
 * What a form comes to on the wire. Fields are there once the form let them through.
 *
 * @param requestId what is decided, for those that decide
 */
export function entryOf(
  action: OfferedAction,
  values: ActionValues,
  requestId: string | null,
  toInstant: ToInstant,
): FaultEntry {
  const note = values.note ?? '';
  switch (action) {
    case 'assign':
      return { action, assigneeId: values.assigneeId ?? null, note };
    case 'report':
      return { action, startAt: toInstant(values.startAt!), note };
    case 'repair':
      return { action, repairedAt: toInstant(values.repairedAt!), note };
    case 'reopen':
      return { action, reopenedAt: toInstant(values.reopenedAt!), note };
    case 'close':
      return { action, rootCauseCode: values.rootCauseCode!, note };
    case 'requestExclusion':
      return { action, ground: values.ground!, note };
    case 'approveSuspension':
    case 'approveExclusion':
    case 'refuse':
      return { action, requestId: requestId!, note };
    case 'merge':
      return { action, intoFaultId: values.intoFaultId!, note };
    case 'declareMajor':
      return { action, isMajor: values.isMajor!, note };
    case 'changeSeverity':
      return { action, severity: values.severity!, note };
    case 'acknowledge':
    case 'resume':
    case 'requestSuspension':
    case 'recordDataLoss':
      return { action, note };
  }
}
