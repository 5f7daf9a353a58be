import type { FaultMeasureActual, FaultMeasuresResponse } from '@opsgauge/contract';
import { figuresOf } from './figure-values.js';

const item = (
  key: FaultMeasureActual['key'],
  actual: string | null,
  numerator: string,
  denominator: string,
): FaultMeasureActual => ({
  key,
  measure: `${key}@1`,
  unit: '',
  actual,
  numerator,
  denominator,
  coveragePercent: null,
  noValueReason: actual === null ? 'noFaults' : null,
  evidenceFaultIds: [],
});
const measures = (items: FaultMeasureActual[]): FaultMeasuresResponse => ({
  items,
  from: '2026-10-31T16:00:00Z',
  to: '2026-11-30T16:00:00Z',
  cutOffAt: '2026-11-21T02:30:00Z',
});
const kinds = (response: FaultMeasuresResponse) => figuresOf(response).map(({ value }) => value.kind);

test('a month with faults has its counts, rates and means, and says what is not yet due', () => {
  const figures = figuresOf(
    measures([
      item('faultCount', '5', '5', '1'),
      item('majorFaultCount', '1', '1', '1'),
      item('responseTimelyRate', '75.0000', '3', '4'),
      item('repairTimelyRate', '100.0000', '2', '2'),
      item('meanResponseHours', '0.1373', '0', '4'),
      item('meanRepairHours', '0.8375', '0', '5'),
      item('repeatRate', '20.0000', '1', '5'),
    ]),
  );
  expect(figures.map(({ value }) => value)).toEqual([
    { kind: 'count', value: 5 },
    { kind: 'percent', value: '75.0000' },
    { kind: 'percent', value: '100.0000' },
    { kind: 'duration', ms: 0.1373 * 3_600_000 },
    { kind: 'duration', ms: 0.8375 * 3_600_000 },
    { kind: 'count', value: 1 },
  ]);
  expect(figures.map(({ notDue }) => notDue).slice(1, 3)).toEqual([1, 3]);
  expect(figures[0]!.beside).toBe('1');
  expect(figures[5]!.beside).toBe('20.0000');
});

const empty = (faultCount: string) =>
  measures([
    item('faultCount', faultCount, faultCount, '1'),
    item('majorFaultCount', '0', '0', '1'),
    item('responseTimelyRate', null, '0', '0'),
    item('repairTimelyRate', null, '0', '0'),
    item('meanResponseHours', null, '0', '0'),
    item('meanRepairHours', null, '0', '0'),
    item('repeatRate', faultCount === '0' ? null : '0', '0', faultCount),
  ]);

test('a month without faults has a count of 0, and no value for anything else', () =>
  expect(kinds(empty('0'))).toEqual(['count', 'none', 'none', 'none', 'none', 'none']));

test('faults of which none is due yet make no rate either', () =>
  expect(kinds(empty('1'))).toEqual(['count', 'notDue', 'notDue', 'noneAnswered', 'notDue', 'count']));
