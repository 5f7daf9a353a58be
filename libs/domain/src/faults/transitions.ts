import type { Fault, FaultAction, FaultParty, FaultState } from './types.js';

/** `back`: to `responded`, or to `open` where nobody has answered yet. */
type Destination = FaultState | 'back';

export interface FaultTransition {
  readonly by: readonly FaultParty[];
  /** From each state in which it may be done, to which it leads. */
  readonly moves: Readonly<Partial<Record<FaultState, Destination>>>;
}

const vendor = ['operator', 'admin'] as const;
const anybody = ['operator', 'owner', 'admin'] as const;
const unrepaired = { open: 'open', responded: 'responded', suspended: 'suspended' } as const;
const anywhere = { ...unrepaired, repaired: 'repaired', closed: 'closed' } as const;

/**
 * The life of a fault. What makes the vendor's figures better (a pause, an exclusion, one fault out of two, a lesser
 * severity) is never for the vendor to do; requests are decided by the owner alone.
 */
export const faultTransitions: Readonly<Record<FaultAction, FaultTransition>> = {
  detect: { by: ['platform'], moves: unrepaired },
  report: { by: anybody, moves: unrepaired },
  acknowledge: { by: vendor, moves: { open: 'responded' } },
  // The vendor's own affair: no clock and no figure depends on it.
  assign: { by: vendor, moves: anywhere },
  requestSuspension: { by: vendor, moves: { responded: 'responded' } },
  // The owner may decide when the repair is over: it counts from asking all the same.
  approveSuspension: {
    by: ['owner'],
    moves: { responded: 'suspended', repaired: 'repaired', closed: 'closed' },
  },
  // Work may go on before the owner has decided.
  resume: { by: anybody, moves: { suspended: 'responded', responded: 'responded' } },
  recover: {
    by: ['platform'],
    moves: { open: 'repaired', responded: 'repaired', suspended: 'repaired' },
  },
  repair: { by: vendor, moves: { responded: 'repaired', suspended: 'repaired' } },
  reopen: { by: ['platform', ...anybody], moves: { repaired: 'back', closed: 'back' } },
  close: { by: anybody, moves: { repaired: 'closed' } },
  requestExclusion: { by: vendor, moves: anywhere },
  approveExclusion: { by: ['owner'], moves: anywhere },
  refuse: { by: ['owner'], moves: anywhere },
  merge: {
    by: ['owner', 'admin'],
    moves: { open: 'closed', responded: 'closed', suspended: 'closed', repaired: 'closed', closed: 'closed' },
  },
  absorb: { by: ['owner', 'admin'], moves: anywhere },
  declareMajor: { by: ['owner'], moves: anywhere },
  recordDataLoss: { by: anybody, moves: anywhere },
  changeSeverity: { by: ['owner', 'admin', 'platform'], moves: anywhere },
  reread: { by: ['platform'], moves: anywhere },
  comment: { by: ['platform', ...anybody], moves: anywhere },
};

/** What a party may do to a fault as it stands, as far as the table goes. */
export const possibleActions = (fault: Fault, party: FaultParty): FaultAction[] =>
  (Object.keys(faultTransitions) as FaultAction[]).filter(
    (action) =>
      faultTransitions[action].by.includes(party) &&
      faultTransitions[action].moves[fault.state] !== undefined &&
      (fault.mergedIntoFaultId === null || action === 'comment'),
  );
