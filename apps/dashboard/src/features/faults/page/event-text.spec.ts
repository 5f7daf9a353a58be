import type { FaultEvent } from '@opsgauge/contract';
import { eventsByDay, eventText, eventTone } from './event-text.js';

const event = (over: Partial<FaultEvent>): FaultEvent => ({
  id: '',
  at: '2026-11-21T02:00:00Z',
  party: 'operator',
  actorName: '周建明',
  action: 'comment',
  fromState: 'open',
  toState: 'open',
  note: '',
  payload: {},
  ...over,
});
const words = {
  t: ((key: string, values: object = {}) =>
    [key, ...Object.values(values)].join(' ')) as unknown as Parameters<typeof eventText>[1]['t'],
  timeOf: (instant: string) => instant.slice(11, 16),
  rootCauseOf: (code: string) => `<${code}>`,
};

test.each<[Partial<FaultEvent>, string]>([
  [{ action: 'detect', payload: { startAt: '2026-11-21T01:59:00Z' } }, 'faultEvent.detect 01:59'],
  [{ action: 'assign', payload: { assignee: { id: '1', name: '陈立' } } }, 'faultEvent.assign 陈立'],
  [{ action: 'assign', payload: { assignee: null } }, 'faultEvent.unassign'],
  [{ action: 'close', payload: { rootCauseCode: 'network' } }, 'faultEvent.close <network>'],
  [{ action: 'declareMajor', payload: { isMajor: false } }, 'faultEvent.declareNotMajor'],
  [{ action: 'changeSeverity', payload: { severity: 'minor' } }, 'faultEvent.changeSeverity severity.minor'],
  [{ action: 'comment' }, 'faultEvent.comment'],
])('%j reads as %s', (over, text) => expect(eventText(event(over), words)).toBe(text));

test('days and their entries go back in time', () => {
  const events = ['2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z', '2026-11-21T01:00:00Z'].map((at) =>
    event({ at }),
  );
  expect(
    eventsByDay(events, (instant) => instant.slice(0, 10)).map(({ date, events: own }) => [
      date,
      own.map(({ at }) => at.slice(11, 13)),
    ]),
  ).toEqual([
    ['2026-11-21', ['01']],
    ['2026-11-20', ['11', '10']],
  ]);
});

test('what begins a fault is red, what leads it on green', () => {
  expect(eventTone(event({ action: 'detect' }))).toBe('down');
  expect(eventTone(event({ action: 'acknowledge' }))).toBe('up');
  expect(eventTone(event({ action: 'reread' }))).toBe('plain');
});
