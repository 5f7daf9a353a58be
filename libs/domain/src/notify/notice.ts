import type { FaultAction, FaultSeverity, FaultState } from '../faults/types.js';

/** What people are told of a fault. */
export const noticeKinds = [
  'began',
  'reopened',
  'recovered',
  'responded',
  'requested',
  'decided',
  'amended',
  'responseEscalation',
  'repairEscalation',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Told because the fault itself changed; a flapping fault's are held back, see `change-plan.ts`. */
export type ChangeKind = Extract<NoticeKind, 'began' | 'reopened' | 'recovered'>;

/** What each deed gives notice of; what is not listed is told to nobody. */
const noticesOfDeeds: Partial<Record<FaultAction, NoticeKind>> = {
  detect: 'began',
  report: 'began',
  reopen: 'reopened',
  recover: 'recovered',
  repair: 'recovered',
  changeSeverity: 'amended',
  declareMajor: 'amended',
  merge: 'amended',
  acknowledge: 'responded',
  requestSuspension: 'requested',
  requestExclusion: 'requested',
  approveSuspension: 'decided',
  approveExclusion: 'decided',
  refuse: 'decided',
};

/**
 * The notice that a deed gives; null where nobody is told of it.
 * @param toState where it led to: a repair that a machine has not seen yet is no recovery
 */
export function noticeOf(action: FaultAction, toState: FaultState): NoticeKind | null {
  if (action === 'repair' && toState !== 'repaired') return 'amended';
  return noticesOfDeeds[action] ?? null;
}

/** Whether a deed may give a notice, wherever it leads to. */
export const givesNotice = (action: FaultAction): boolean => noticesOfDeeds[action] !== undefined;

export const isChange = (kind: NoticeKind): kind is ChangeKind =>
  kind === 'began' || kind === 'reopened' || kind === 'recovered';

export const isEscalation = (kind: NoticeKind): boolean =>
  kind === 'responseEscalation' || kind === 'repairEscalation';

/** Told by people's deeds, which no maintenance silences and to which no severity is too small. */
export const isOfPeople = (kind: NoticeKind): boolean =>
  kind === 'responded' || kind === 'requested' || kind === 'decided' || kind === 'amended';

const ranks: Record<FaultSeverity, number> = { critical: 2, serious: 1, minor: 0 };

export const isAtLeast = (severity: FaultSeverity, least: FaultSeverity): boolean =>
  ranks[severity] >= ranks[least];
