import { drillDownParameters, parseDrillDown, stepBack, type DrillDown } from './use-drill-down.js';

const steps: DrillDown[] = [
  { indicatorKey: null, serverId: null, interval: null },
  { indicatorKey: 'system-up-hours', serverId: null, interval: null },
  { indicatorKey: 'system-up-hours', serverId: 's-1', interval: null },
  {
    indicatorKey: 'system-up-hours',
    serverId: 's-1',
    interval: { from: '2026-11-21T02:30:00.000Z', to: '2026-11-21T02:31:00.000Z' },
  },
];

test('every step has an address that leads back to it', () => {
  for (const step of steps)
    expect(parseDrillDown(new URLSearchParams(drillDownParameters(step).toString()))).toEqual(step);
  expect(new Set(steps.map((step) => drillDownParameters(step).toString())).size).toBe(steps.length);
});

test('an address with half an interval or a wrong time opens the intervals', () => {
  expect(
    parseDrillDown(new URLSearchParams('indicator=a&from=2026-11-21T02:30:00.000Z')).interval,
  ).toBeNull();
  expect(parseDrillDown(new URLSearchParams('indicator=a&from=x&to=y')).interval).toBeNull();
});

test('back goes from samples to intervals to the table', () => {
  expect(stepBack(steps[3]!)).toEqual(steps[2]);
  expect(stepBack(steps[2]!)).toEqual(steps[0]);
});
