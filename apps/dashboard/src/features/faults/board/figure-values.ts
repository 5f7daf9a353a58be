import type { FaultMeasureActual, FaultMeasuresResponse } from '@opsgauge/contract';

export type FigureKey =
  | 'faultCount'
  | 'responseTimelyRate'
  | 'repairTimelyRate'
  | 'meanResponseHours'
  | 'meanRepairHours'
  | 'repeatRate';

/** What a figure shows; `numerator` and the like are for the line below it. */
export interface Figure {
  key: FigureKey;
  value:
    | { kind: 'count'; value: number }
    | { kind: 'percent'; value: string }
    | { kind: 'duration'; ms: number }
    /** No fault in the period; none of them due yet; none of them answered. */
    | { kind: 'none' | 'notDue' | 'noneAnswered' };
  numerator: number;
  denominator: number;
  /** Of a rate: faults whose time is not up yet. */
  notDue: number;
  /** Beside the count: how many are major; beside the repeats: their rate in percent. */
  beside: string;
}

const hourMs = 3_600_000;

function valueOf(
  key: FigureKey,
  { actual, numerator }: FaultMeasureActual,
  faultCount: number,
): Figure['value'] {
  if (key === 'faultCount' || (key === 'repeatRate' && actual !== null)) {
    return { kind: 'count', value: Number(numerator) };
  }
  if (actual === null) {
    if (faultCount === 0 || key === 'repeatRate') return { kind: 'none' };
    return { kind: key === 'meanResponseHours' ? 'noneAnswered' : 'notDue' };
  }
  return key === 'meanResponseHours' || key === 'meanRepairHours'
    ? { kind: 'duration', ms: Number(actual) * hourMs }
    : { kind: 'percent', value: actual };
}

const keys: readonly FigureKey[] = [
  'faultCount',
  'responseTimelyRate',
  'repairTimelyRate',
  'meanResponseHours',
  'meanRepairHours',
  'repeatRate',
];

/** The figures above the board; 0/0 is no value, never 0 and never 100. */
export function figuresOf({ items }: FaultMeasuresResponse): Figure[] {
  const of = (key: FaultMeasureActual['key']) => items.find((item) => item.key === key)!;
  const faultCount = Number(of('faultCount').numerator);
  return keys.map((key) => {
    const item = of(key);
    const denominator = Number(item.denominator);
    return {
      key,
      value: valueOf(key, item, faultCount),
      numerator: Number(item.numerator),
      denominator,
      notDue: faultCount - denominator,
      beside: key === 'repeatRate' ? (item.actual ?? '') : of('majorFaultCount').numerator,
    };
  });
}
