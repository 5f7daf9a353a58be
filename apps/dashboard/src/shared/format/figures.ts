import type { Actual } from '@opsgauge/contract';
import { ceilDecimal, floorDecimal, groupThousands, roundDecimal } from './decimal.js';

/** What a cell shows where there is no value; never 0 and never 100 in its place. */
export const noValue = '—';

/** Below this coverage a figure is 数据不足, in per cent. */
export const sufficientCoveragePercent = 95;

export const isCoverageLow = (coveragePercent: string | null): boolean =>
  coveragePercent === null || Number(coveragePercent) < sufficientCoveragePercent;

/** A plain reading, rounded half-up; what is shown against a target is floored or ceiled by the others here. */
export const reading = (value: number | null | undefined, digits = 1): string =>
  value === null || value === undefined ? noValue : roundDecimal(value, digits);

/** A percentage without its sign, floored. */
export const percentDigits = (value: string | number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? noValue : floorDecimal(value, digits);

/** A percentage with a space and its sign, floored: `99.98 %`. */
export const percent = (value: string | number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? noValue : `${floorDecimal(value, digits)} %`;

/** Bytes a second as Mb/s with one decimal. */
export const megabits = (bytesPerSecond: number | null | undefined): string =>
  bytesPerSecond === null || bytesPerSecond === undefined
    ? noValue
    : groupThousands(((bytesPerSecond * 8) / 1_000_000).toFixed(1));

/** Bytes as GiB with one decimal. */
export const gibibytes = (bytes: number): string => groupThousands((bytes / 2 ** 30).toFixed(1));

/** Bytes as MiB: two decimals below ten, so that a little is not nothing; else one. */
export const mebibytes = (bytes: number): string => {
  const value = bytes / 2 ** 20;
  return groupThousands(value.toFixed(value < 10 ? 2 : 1));
};

const byteUnits = ['KiB', 'MiB', 'GiB', 'TiB'] as const;

/** What something takes on disk with one decimal, in the unit that fits: `0.4 KiB`, `12.3 MiB`, `1.0 TiB`. */
export function byteSize(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined) return noValue;
  let value = bytes / 1024;
  let unit = 0;
  // As printed: 1023.96 would print as 1,024.0.
  for (; Number(value.toFixed(1)) >= 1024 && unit < byteUnits.length - 1; unit++) value /= 1024;
  return `${groupThousands(value.toFixed(1))} ${byteUnits[unit]}`;
}

/** A count with its thousands grouped. */
export const wholeNumber = (value: number | null | undefined): string =>
  value === null || value === undefined ? noValue : groupThousands(String(value));

/** A measured figure rounded against its target, so that a missed target never prints as met. */
export const actualFigure = (actual: Pick<Actual, 'actual' | 'operator'>, digits = 2): string => {
  if (actual.actual === null) return noValue;
  const isUpperBound = actual.operator === '<=' || actual.operator === '<';
  return groupThousands((isUpperBound ? ceilDecimal : floorDecimal)(actual.actual, digits));
};

/**
 * A target without needless zeros (`684.00` prints as `684`), rounded away from the actual, so that a missed target
 * never prints as met: up where at least so much is asked, down where at most so much is.
 */
export const targetFigure = (
  { target, operator }: Pick<Actual, 'target' | 'operator'>,
  digits = 2,
): string => {
  const isUpperBound = operator === '<=' || operator === '<';
  const text = (isUpperBound ? floorDecimal : ceilDecimal)(target, digits);
  return groupThousands(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
};

const isBelow = (a: string, b: string) => Number(a.replaceAll(',', '')) < Number(b.replaceAll(',', ''));

/**
 * Two decimals, or four where two would print a met target as missed: rounded against the target, 0.0194 of 0.0185
 * hours would read as 0.01 of 0.02.
 */
export function figureDigits(actual: Pick<Actual, 'actual' | 'target' | 'operator'>): 2 | 4 {
  if (actual.actual === null) return 2;
  const [figure, target] = [actualFigure(actual), targetFigure(actual)];
  const isSame =
    isBelow(figure, target) === isBelow(actual.actual, actual.target) &&
    isBelow(target, figure) === isBelow(actual.target, actual.actual);
  return isSame ? 2 : 4;
}

export const operatorSigns: Record<Actual['operator'], string> = {
  '>=': '≥',
  '<=': '≤',
  '=': '=',
  '>': '>',
  '<': '<',
};
