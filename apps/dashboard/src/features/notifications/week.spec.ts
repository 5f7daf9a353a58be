import { currentWeek, edgesOf, partOn, weekOf } from './week.js';

const zone = 'Asia/Shanghai';

test('a week begins on Monday, also across the edge of a year', () => {
  expect(weekOf('2026-11-21')).toEqual([
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ]);
  expect(weekOf('2027-01-01')[0]).toBe('2026-12-28');
  expect(weekOf('2026-11-16')[0]).toBe('2026-11-16');
});

test('which week it is depends on the clocks of the organisation', () => {
  expect(currentWeek(Date.parse('2026-11-22T16:30:00Z'), zone)[0]).toBe('2026-11-23');
});

test('a week is as long as its midnights say', () => {
  expect(edgesOf(weekOf('2026-11-21'), zone)).toEqual({
    from: '2026-11-15T16:00:00.000Z',
    to: '2026-11-22T16:00:00.000Z',
  });
});

test.each([
  ['2026-11-20', null],
  ['2026-11-21', { from: '20:00', to: '24:00' }],
  ['2026-11-22', { from: '00:00', to: '08:00' }],
  ['2026-11-23', null],
])('of a night shift there lies on %s %j', (day, part) => {
  const night = { from: '2026-11-21T12:00:00.000Z', to: '2026-11-22T00:00:00.000Z' };
  expect(partOn(night, day, zone)).toEqual(part);
});
