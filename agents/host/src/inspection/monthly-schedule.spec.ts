import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { silentLog } from '../system/log.js';
import { bundle } from '../testing/bundle.js';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.js';
import { dueInMonthOf, isInspectionDue, MonthlySchedule } from './monthly-schedule.js';
import { PeriodGatherer, readPeriodFigures } from './period-figures.js';

afterAll(removeTemporaryFolders);

const local = (text: string) => new Date(text).getTime();

it.each([
  ['before the first day’s moment', '2026-03-20T10:00:00', '2026-04-01T02:59:00', false],
  ['at the moment', '2026-03-20T10:00:00', '2026-04-01T03:00:00', true],
  ['when the host was off on the first day', '2026-03-20T10:00:00', '2026-04-17T09:00:00', true],
  ['when the host was off for a year', '2025-03-20T10:00:00', '2026-04-17T09:00:00', true],
  ['once it was made this month', '2026-04-01T03:00:01', '2026-04-30T23:59:00', false],
  ['over the turn of the year', '2025-12-01T03:00:01', '2026-01-01T03:00:00', true],
])('is due or not %s', (_, last, now, isDue) => {
  expect(isInspectionDue(local(last), local(now), 0.5)).toBe(isDue);
});

it('spreads the hosts over two hours', () => {
  const nowMs = local('2026-04-17T09:00:00');
  expect(dueInMonthOf(nowMs, 0)).toBe(local('2026-04-01T02:00:00'));
  expect(dueInMonthOf(nowMs, 0.999)).toBe(local('2026-04-01T03:59:00'));
});

describe('the zone', () => {
  let program = '';
  beforeAll(() => (program = bundle('testing/due-program.ts', makeTemporaryFolder())));
  /** In a process of its own, whose zone is the host's until it is told another. */
  const dueAt = (...parameters: string[]) =>
    execFileSync(process.execPath, [program, ...parameters], {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'America/New_York' },
    });

  it.each([
    ['the host’s where the hub told none', '2026-04-17T00:00:00Z', [], '2026-04-01T06:00:00.000Z'],
    ['the organisation’s', '2026-04-17T00:00:00Z', ['Asia/Shanghai'], '2026-03-31T18:00:00.000Z'],
    [
      'the organisation’s, whose month has begun',
      '2026-03-31T17:00:00Z',
      ['Asia/Shanghai'],
      '2026-03-31T18:00:00.000Z',
    ],
    [
      'what the hub says now, before what the enrolment said',
      '2026-07-17T00:00:00Z',
      ['Asia/Shanghai', 'Europe/Berlin'],
      '2026-07-01T00:00:00.000Z',
    ],
    ['no zone at all where a text is none', '2026-04-17T00:00:00Z', ['../etc;'], '2026-04-01T06:00:00.000Z'],
  ])('is %s', (_, moment, zones, due) => {
    expect(dueAt(join(makeTemporaryFolder(), 'schedule.json'), moment, ...zones)).toBe(due);
  });

  it('said once is kept over a restart while the hub is away', () => {
    const file = join(makeTemporaryFolder(), 'schedule.json');
    dueAt(file, '2026-04-17T00:00:00Z', 'Asia/Shanghai', 'Europe/Berlin');
    expect(dueAt(file, '2026-07-17T00:00:00Z', 'Asia/Shanghai')).toBe('2026-07-01T00:00:00.000Z');
  });
});

it('is made once a month over restarts, catches up, and begins with the month after the first run', async () => {
  const file = join(makeTemporaryFolder(), 'schedule.json');
  let nowMs = local('2026-03-20T10:00:00');
  let due = 0;
  const open = () =>
    MonthlySchedule.open({ file, phase: 0, log: silentLog, now: () => nowMs, onDue: () => void (due += 1) });
  await (await open()).look(0);
  expect(due).toBe(0);
  nowMs = local('2026-06-10T10:00:00');
  const later = await open();
  await later.look(0);
  await later.look(60_000);
  await (await open()).look(0);
  expect(due).toBe(1);
  nowMs = local('2026-07-01T02:00:00');
  await later.look(119_999);
  expect(due).toBe(1);
  await later.look(120_000);
  expect(due).toBe(2);
});

it('gathers mean and peak with its moment, over a restart, until an inspection takes them', async () => {
  const file = join(makeTemporaryFolder(), 'period.json');
  const first = await PeriodGatherer.open(file, '2026-03-01T00:00:00.000Z');
  first.add({ cpuPercent: 10, load1: 1 }, '2026-03-01T00:00:10.000Z');
  first.add({ cpuPercent: 40 }, '2026-03-01T00:00:20.000Z');
  await first.save();
  const second = await PeriodGatherer.open(file, '2026-03-02T00:00:00.000Z');
  second.add({ cpuPercent: 25 }, '2026-03-02T00:00:10.000Z');
  await second.save();
  expect(await readPeriodFigures(file)).toEqual({
    from: '2026-03-01T00:00:00.000Z',
    samples: 3,
    metrics: {
      cpuPercent: { mean: 25, max: 40, maxAt: '2026-03-01T00:00:20.000Z' },
      load1: { mean: 1, max: 1, maxAt: '2026-03-01T00:00:10.000Z' },
    },
  });
  await second.beginAnew('2026-04-01T00:00:00.000Z');
  expect(await readPeriodFigures(file)).toBeUndefined();
});
