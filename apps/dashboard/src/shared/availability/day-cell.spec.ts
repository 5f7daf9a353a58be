import type { AvailabilityDay } from '@opsgauge/contract';
import { dayCell } from './day-cell.js';

const hour = 3_600_000;
const day = (overrides: Partial<AvailabilityDay>): AvailabilityDay => ({
  date: '2026-11-21',
  upMs: 24 * hour,
  downMs: 0,
  unknownMs: 0,
  maintenanceMs: 0,
  outOfServiceMs: 0,
  availabilityPercent: '100.0000',
  coveragePercent: '100.0000',
  ...overrides,
});

test('a whole day up', () => {
  expect(dayCell(day({}))).toMatchObject({ kind: 'covered', downPercent: 0, hasMaintenance: false });
});
test('red is the share of time down, and a second of it still shows', () => {
  expect(dayCell(day({ upMs: 12 * hour, downMs: 12 * hour })).downPercent).toBe(50);
  expect(dayCell(day({ downMs: 1000 })).downPercent).toBe(12);
});
test('too little known, or nothing at all, is hatched', () => {
  expect(dayCell(day({ coveragePercent: '94.9000', unknownMs: 2 * hour })).kind).toBe('low');
  expect(dayCell(day({ upMs: 0, unknownMs: 24 * hour, coveragePercent: '0.0000' })).kind).toBe('low');
});
test('a day on which no service is asked for is neither', () => {
  expect(dayCell(day({ upMs: 0, outOfServiceMs: 24 * hour, coveragePercent: null })).kind).toBe('idle');
});
test('a day wholly in maintenance', () => {
  expect(dayCell(day({ upMs: 0, maintenanceMs: 24 * hour, coveragePercent: null }))).toMatchObject({
    kind: 'covered',
    hasMaintenance: true,
  });
});
