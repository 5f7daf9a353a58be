import { isReopening } from './conditions.js';
import { FaultRefusal } from './refusal.js';
import { decideRequest, endSuspensions, openRequest } from './requests.js';
import { closeSpell, openSpell, startEarlier } from './spells.js';
import { faultTransitions } from './transitions.js';
import { recoveredAt, type Fault, type FaultDeed, type FaultEvent, type FaultState } from './types.js';

/**
 * A fault as its timeline tells it.
 * @throws FaultRefusal where an event could not have been entered
 * @throws RangeError without an event
 */
export function foldFault(timeline: readonly FaultEvent[]): Fault {
  const fault = timeline.reduce<Fault | null>(applyFaultEvent, null);
  if (fault === null) throw new RangeError('a fault has at least the event it began with');
  return fault;
}

/** The fault as it stood at a moment, for a cut-off; null where nothing was known of it yet. */
export function faultAsOf(timeline: readonly FaultEvent[], nowMs: number): Fault | null {
  const known = timeline.filter(({ atMs }) => atMs <= nowMs);
  return known.length === 0 ? null : foldFault(known);
}

/**
 * One step of the fold.
 * @param fault null: the event is its first, `detect` or `report`
 * @throws FaultRefusal where the party, the state or the moment does not allow it
 */
export function applyFaultEvent(fault: Fault | null, event: FaultEvent): Fault {
  const { by, moves } = faultTransitions[event.action];
  if (!by.includes(event.by)) throw new FaultRefusal('party', `${event.action} is not for the ${event.by}`);
  if (fault === null) return begin(event);
  if (fault.mergedIntoFaultId !== null && event.action !== 'comment') {
    throw new FaultRefusal('merged', 'the fault counts as part of another');
  }
  const to = moves[fault.state];
  if (to === undefined)
    throw new FaultRefusal('state', `${event.action} is not possible while ${fault.state}`);
  const state = to === 'back' ? (fault.respondedMs === null ? 'open' : 'responded') : to;
  return { ...fault, state, ...effectOf(fault, event, state) };
}

function begin(event: FaultEvent): Fault {
  if (event.action !== 'detect' && event.action !== 'report') {
    throw new FaultRefusal('state', 'a fault begins by being detected or reported');
  }
  return {
    state: 'open',
    severity: event.severity,
    stopsCriticalService: event.stopsCriticalService,
    losesKeyData: false,
    isWatched: event.action === 'detect',
    spells: [openSpell(event.startMs, event.atMs)],
    respondedMs: null,
    repairEnteredMs: null,
    closedMs: null,
    rootCauseCode: null,
    requests: [],
    mergedIntoFaultId: null,
    cause: null,
    isMajorDeclared: null,
    assignee: null,
  };
}

/** What an event changes beside the state, and the state itself where the table alone cannot tell it. */
function effectOf(fault: Fault, event: FaultEvent, state: FaultState): Partial<Fault> {
  switch (event.action) {
    case 'detect':
    case 'report':
      return {
        spells: startEarlier(fault.spells, openSpell(event.startMs, event.atMs)),
        isWatched: fault.isWatched || event.action === 'detect',
        stopsCriticalService: fault.stopsCriticalService || event.stopsCriticalService,
      };
    case 'absorb':
      return {
        spells: startEarlier(fault.spells, { fromMs: event.startMs, notifiableMs: event.notifiableMs }),
        isWatched: fault.isWatched || event.isWatched === true,
      };
    case 'acknowledge':
      return {
        respondedMs: fault.respondedMs ?? event.atMs,
        assignee: fault.assignee ?? event.assignee ?? null,
      };
    case 'assign':
      return { assignee: event.assignee };
    case 'requestSuspension':
      return { requests: openRequest(fault.requests, event.requestId, 'suspension', null, event.atMs) };
    case 'requestExclusion':
      return {
        requests: openRequest(fault.requests, event.requestId, 'exclusion', event.ground, event.atMs),
      };
    case 'approveSuspension':
      return approveSuspension(fault, event, state);
    case 'approveExclusion':
      return { requests: decideRequest(fault.requests, event.requestId, 'approved', 'exclusion') };
    case 'refuse':
      return { requests: decideRequest(fault.requests, event.requestId, 'refused') };
    case 'resume':
      return resume(fault, event.atMs);
    case 'recover':
      return end(fault, event.recoveredMs, event.atMs);
    case 'repair':
      return repair(fault, event);
    case 'reopen':
      return reopen(fault, event);
    case 'close':
      return { closedMs: event.atMs, rootCauseCode: event.rootCauseCode };
    case 'merge':
      return {
        closedMs: fault.closedMs ?? event.atMs,
        mergedIntoFaultId: event.intoFaultId,
        requests: endSuspensions(fault.requests, event.atMs),
      };
    case 'declareMajor':
      return { isMajorDeclared: event.isMajor };
    case 'recordDataLoss':
      return { losesKeyData: true };
    case 'changeSeverity':
      return { severity: event.severity };
    case 'reread':
      return { cause: event.cause };
    case 'comment':
      return {};
  }
}

type Of<Action extends FaultDeed['action']> = Extract<FaultEvent, { action: Action }>;

function approveSuspension(fault: Fault, event: Of<'approveSuspension'>, state: FaultState): Partial<Fault> {
  const requests = decideRequest(fault.requests, event.requestId, 'approved', 'suspension');
  const isOver = requests.some(({ id, endedMs }) => id === event.requestId && endedMs !== null);
  return { requests, state: isOver ? fault.state : state };
}

function resume(fault: Fault, atMs: number): Partial<Fault> {
  const requests = endSuspensions(fault.requests, atMs);
  if (requests === fault.requests) throw new FaultRefusal('state', 'nothing was suspended, or asked to be');
  return { requests };
}

const end = (fault: Fault, endMs: number, atMs: number): Partial<Fault> => ({
  spells: closeSpell(fault.spells, endMs, atMs),
  requests: endSuspensions(fault.requests, endMs),
});

/** A person's word ends a fault that no machine watches; else it is kept beside what will be measured. */
function repair(fault: Fault, { repairedMs, atMs }: Of<'repair'>): Partial<Fault> {
  const ended = end(fault, repairedMs, atMs);
  return fault.isWatched
    ? { requests: ended.requests!, repairEnteredMs: repairedMs, state: 'responded' }
    : { ...ended, repairEnteredMs: repairedMs };
}

/** Where a person says that it is back the machine has seen it over, and has nothing more to see end. */
function reopen(fault: Fault, { reopenedMs, atMs, by }: Of<'reopen'>): Partial<Fault> {
  if (!isReopening(recoveredAt(fault)!, reopenedMs)) {
    throw new FaultRefusal('tooLate', 'it was over for more than an hour: that is a new fault');
  }
  return {
    spells: [...fault.spells, openSpell(Math.max(reopenedMs, recoveredAt(fault)!), atMs)],
    isWatched: by === 'platform',
    repairEnteredMs: null,
    closedMs: null,
  };
}
