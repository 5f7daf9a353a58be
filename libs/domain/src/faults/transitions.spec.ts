import fc from 'fast-check';
import { timelines } from './arbitraries.js';
import { foldFault } from './fold.js';
import { faultTransitions, possibleActions } from './transitions.js';
import { faultStates, type FaultAction, type FaultEvent, type FaultParty, type FaultState } from './types.js';

const says = (action: FaultAction): string =>
  faultStates
    .map((state) => faultTransitions[action].moves[state])
    .map((to) => to ?? '·')
    .join(' ');

describe('the life of a fault', () => {
  // From open, responded, suspended, repaired, closed; `·`: not possible.
  it.each<[FaultAction, string, FaultParty[]]>([
    ['detect', 'open responded suspended · ·', ['platform']],
    ['report', 'open responded suspended · ·', ['operator', 'owner', 'admin']],
    ['acknowledge', 'responded · · · ·', ['operator', 'admin']],
    ['assign', 'open responded suspended repaired closed', ['operator', 'admin']],
    ['requestSuspension', '· responded · · ·', ['operator', 'admin']],
    ['approveSuspension', '· suspended · repaired closed', ['owner']],
    ['resume', '· responded responded · ·', ['operator', 'owner', 'admin']],
    ['recover', 'repaired repaired repaired · ·', ['platform']],
    ['repair', '· repaired repaired · ·', ['operator', 'admin']],
    ['reopen', '· · · back back', ['platform', 'operator', 'owner', 'admin']],
    ['close', '· · · closed ·', ['operator', 'owner', 'admin']],
    ['requestExclusion', 'open responded suspended repaired closed', ['operator', 'admin']],
    ['approveExclusion', 'open responded suspended repaired closed', ['owner']],
    ['refuse', 'open responded suspended repaired closed', ['owner']],
    ['merge', 'closed closed closed closed closed', ['owner', 'admin']],
    ['absorb', 'open responded suspended repaired closed', ['owner', 'admin']],
    ['declareMajor', 'open responded suspended repaired closed', ['owner']],
    ['recordDataLoss', 'open responded suspended repaired closed', ['operator', 'owner', 'admin']],
    ['changeSeverity', 'open responded suspended repaired closed', ['owner', 'admin', 'platform']],
    ['reread', 'open responded suspended repaired closed', ['platform']],
    ['comment', 'open responded suspended repaired closed', ['platform', 'operator', 'owner', 'admin']],
  ])('%s', (action, moves, parties) => {
    expect(says(action)).toBe(moves);
    expect(faultTransitions[action].by).toEqual(parties);
  });

  it('ends in a state of the table, with what belongs to it', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const { state, spells, respondedMs, closedMs, requests } = foldFault(timeline);
        const isOver = spells.at(-1)!.toMs !== null;
        const over: FaultState[] = ['repaired', 'closed'];
        expect(over.includes(state)).toBe(isOver);
        expect(state === 'closed').toBe(closedMs !== null);
        if (state === 'open') expect(respondedMs).toBeNull();
        const isPaused = requests.some(
          ({ kind, decision, endedMs }) =>
            kind === 'suspension' && decision === 'approved' && endedMs === null,
        );
        expect(state === 'suspended').toBe(isPaused);
      }),
    );
  });

  it('offers a party what the table gives it, and to what was merged only a word', () => {
    const fault = foldFault([
      {
        action: 'detect',
        by: 'platform',
        atMs: 0,
        startMs: 0,
        severity: 'minor',
        stopsCriticalService: false,
      },
    ]);
    expect(possibleActions(fault, 'operator')).toContain('acknowledge');
    expect(possibleActions(fault, 'owner')).not.toContain('acknowledge');
    expect(possibleActions({ ...fault, mergedIntoFaultId: 'other' }, 'operator')).toEqual(['comment']);
  });

  it('is whose it was given to, else whose who answered first; no clock knows of them', () => {
    const [zhang, li] = [
      { id: '1', name: '张三' },
      { id: '2', name: '李四' },
    ];
    const begun: FaultEvent = {
      action: 'detect',
      by: 'platform',
      atMs: 0,
      startMs: 0,
      severity: 'minor',
      stopsCriticalService: false,
    };
    const answered: FaultEvent = { action: 'acknowledge', by: 'operator', atMs: 1, assignee: zhang };
    const given: FaultEvent = { action: 'assign', by: 'operator', atMs: 2, assignee: li };
    expect(foldFault([begun]).assignee).toBeNull();
    expect(foldFault([begun, answered]).assignee).toEqual(zhang);
    expect(foldFault([begun, given, { ...answered, atMs: 3 }]).assignee).toEqual(li);
    expect(foldFault([begun, answered, { ...given, assignee: null }]).assignee).toBeNull();
    expect(foldFault([begun, answered, given])).toEqual({ ...foldFault([begun, answered]), assignee: li });
  });

  it('has a beginning', () => {
    expect(() => foldFault([])).toThrow(RangeError);
    expect(() => foldFault([{ action: 'acknowledge', by: 'operator', atMs: 0 }])).toThrow(
      'a fault begins by being detected or reported',
    );
  });
});
