import { filterOf, isNarrowed, listSelectionOf, selectionOf, listAddress } from './fault-filter.js';

const of = (query: string) => filterOf(new URLSearchParams(query));

test('an empty address shows the board of everything', () => {
  const filter = of('');
  expect(filter).toMatchObject({ view: 'board', state: 'lasting', text: '', severity: null });
  expect(isNarrowed(filter)).toBe(false);
  expect(selectionOf(filter, 'Asia/Shanghai', 'me')).toEqual({});
});

test('every part of the address narrows what is asked for', () => {
  const filter = of(
    'q= 主机 &system=s&server=v&severity=serious&overdue=1&waiting=1&mine=1&from=2026-11-01&to=2026-11-30&view=list',
  );
  expect(filter.view).toBe('list');
  expect(isNarrowed(filter)).toBe(true);
  expect(selectionOf(filter, 'Asia/Shanghai', 'me')).toEqual({
    text: '主机',
    systemId: 's',
    serverId: 'v',
    severity: 'serious',
    isOverdue: true,
    hasPendingRequest: true,
    assigneeId: 'me',
    from: '2026-10-31T16:00:00.000Z',
    to: '2026-11-30T16:00:00.000Z',
  });
});

test('what makes no sense counts as left out', () =>
  expect(of('severity=grave&state=gone&from=yesterday&view=tree')).toEqual(of('')));

test('the list shows one state, what lasts, or all', () => {
  expect(listSelectionOf('lasting')).toEqual({ isOver: false });
  expect(listSelectionOf('closed')).toEqual({ state: 'closed' });
  expect(listSelectionOf('all')).toEqual({});
});

test('the list of a month names its first and its last day, by the clocks of the organisation', () => {
  const month = [Date.parse('2026-10-31T16:00:00Z'), Date.parse('2026-11-30T16:00:00Z')] as const;
  const address = listAddress(...month, 'Asia/Shanghai', null);
  expect(address).toBe('/faults?view=list&state=all&from=2026-11-01&to=2026-11-30');
  const ofSystem = filterOf(
    new URL(listAddress(...month, 'Asia/Shanghai', 's1'), 'https://hub').searchParams,
  );
  expect(ofSystem).toMatchObject({ view: 'list', state: 'all', systemId: 's1', to: '2026-11-30' });
});
