import { faultTransitions, type FaultAction, type FaultParty, type FaultState } from '@opsgauge/domain';
import { offeredActions, primaryAction, secondaryAction, type ActionSubject } from './offered-actions.js';

const subject = (
  state: FaultState,
  party: FaultParty | null,
  pendingKinds: ActionSubject['pendingKinds'] = [],
): ActionSubject => ({
  state,
  pendingKinds,
  isExcluded: false,
  possibleActions: (Object.keys(faultTransitions) as FaultAction[]).filter(
    (action) =>
      party !== null &&
      faultTransitions[action].by.includes(party) &&
      faultTransitions[action].moves[state] !== undefined,
  ),
});

test.each([
  ['open', 'acknowledge', 'assign'],
  ['responded', 'repair', null],
  ['suspended', 'resume', null],
  ['repaired', 'close', null],
  ['closed', null, null],
] as const)('of one that is %s the vendor is offered %s first, %s beside it', (state, first, second) => {
  expect(primaryAction(subject(state, 'operator'))).toBe(first);
  expect(secondaryAction(subject(state, 'operator'))).toBe(second);
});

test('the owner decides what was asked for, and nothing else', () => {
  expect(offeredActions(subject('responded', 'owner'))).not.toEqual(
    expect.arrayContaining(['approveSuspension']),
  );
  const asked = subject('responded', 'owner', ['suspension']);
  expect(primaryAction(asked)).toBe('approveSuspension');
  expect(secondaryAction(asked)).toBe('refuse');
  expect(offeredActions(asked)).not.toContain('approveExclusion');
});

test('the vendor asks once, and can go on before it is decided', () => {
  const asked = offeredActions(subject('responded', 'operator', ['suspension']));
  expect(asked).toContain('resume');
  expect(asked).not.toContain('requestSuspension');
  expect(offeredActions(subject('responded', 'operator'))).not.toContain('resume');
});

test('who only reads is offered nothing', () => {
  expect(offeredActions(subject('open', null))).toEqual([]);
  expect(primaryAction(subject('open', null))).toBeNull();
});
