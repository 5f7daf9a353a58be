import type { Fault, FaultRequest } from '@opsgauge/contract';
import type { FaultAction } from '@opsgauge/domain';

/** What somebody can do to a fault by a form or a click of its own. */
export type OfferedAction = Exclude<FaultAction, 'detect' | 'recover' | 'reread' | 'absorb' | 'comment'>;

export type ActionSubject = Pick<Fault, 'state' | 'possibleActions' | 'isExcluded'> & {
  /** Those that wait for the owner. */
  pendingKinds: readonly FaultRequest['kind'][];
};

export const subjectOf = ({ state, isExcluded, possibleActions, openRequests }: Fault): ActionSubject => ({
  state,
  isExcluded,
  possibleActions,
  pendingKinds: openRequests.filter(({ decision }) => decision === 'pending').map(({ kind }) => kind),
});

/** In the order in which they are offered. */
const order: readonly OfferedAction[] = [
  'acknowledge',
  'approveSuspension',
  'approveExclusion',
  'refuse',
  'repair',
  'resume',
  'close',
  'assign',
  'requestSuspension',
  'reopen',
  'requestExclusion',
  'merge',
  'changeSeverity',
  'declareMajor',
  'recordDataLoss',
  'report',
];

/**
 * What makes sense of what the table of transitions lets somebody do: nothing is decided that nobody asked for, and
 * nothing asked for twice.
 */
export function offeredActions(subject: ActionSubject): OfferedAction[] {
  const { possibleActions, pendingKinds, state, isExcluded } = subject;
  const isPending = (kind: FaultRequest['kind']) => pendingKinds.includes(kind);
  const makesSense: Partial<Record<OfferedAction, boolean>> = {
    approveSuspension: isPending('suspension'),
    approveExclusion: isPending('exclusion'),
    refuse: pendingKinds.length > 0,
    resume: state === 'suspended' || isPending('suspension'),
    requestSuspension: !isPending('suspension'),
    requestExclusion: !isPending('exclusion') && !isExcluded,
    report: state !== 'closed',
  };
  return order.filter((action) => possibleActions.includes(action) && (makesSense[action] ?? true));
}

/** Those that lead the fault on, and so are the button of its card. */
const leading: readonly OfferedAction[] = [
  'acknowledge',
  'approveSuspension',
  'approveExclusion',
  'repair',
  'resume',
  'close',
];

/** The next step: work that is suspended goes on before anything else can. */
export function primaryAction(subject: ActionSubject): OfferedAction | null {
  const offered = offeredActions(subject);
  if (subject.state === 'suspended' && offered.includes('resume')) return 'resume';
  return leading.find((action) => offered.includes(action)) ?? null;
}

/** The second button of a card. */
export function secondaryAction(subject: ActionSubject): OfferedAction | null {
  const offered = offeredActions(subject);
  if (offered.includes('refuse')) return 'refuse';
  return subject.state === 'open' && offered.includes('assign') ? 'assign' : null;
}
