import type { TimeSpan } from '@opsgauge/charts';
import { faultSpans, withFaults } from './fault-spans.js';

const at = (minute: number) => Date.parse('2026-11-21T02:00:00Z') + minute * 60_000;
const text = (minute: number) => new Date(at(minute)).toISOString();
const fault = (
  number: string,
  start: number,
  end: number | null,
  mergedIntoFaultId: string | null = null,
) => ({
  number,
  startAt: text(start),
  recoveredAt: end === null ? null : text(end),
  mergedIntoFaultId,
});
const period = { from: at(0), to: at(60) };

test('faults that overlap the chart are shown, lasting ones to its end, merged ones as part of the other', () => {
  const faults = [fault('a', -20, -10), fault('b', -10, 5), fault('c', 50, null), fault('d', 10, 20, 'b')];
  expect(faultSpans(faults, period)).toEqual([
    { kind: 'fault', from: at(-10), to: at(5), label: 'b' },
    { kind: 'fault', from: at(50), to: at(60), label: 'c' },
  ]);
});

test('a stretch of silence stands for itself only where no fault stands for it', () => {
  const down = (from: number, to: number): TimeSpan => ({
    kind: 'fault',
    from: at(from),
    to: at(to),
    label: '故障',
  });
  const gap: TimeSpan = { kind: 'gap', from: at(0), to: at(9), label: '' };
  const faults = faultSpans([fault('a', 1, 8)], period);
  expect(withFaults([gap, down(2, 8), down(20, 30)], faults)).toEqual([gap, down(20, 30), ...faults]);
});
