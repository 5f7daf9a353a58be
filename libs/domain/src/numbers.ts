import { Decimal as BaseDecimal } from 'decimal.js';
import { hourMs } from './time/durations.js';

/** Decimal arithmetic with room for any quotient of two millisecond sums. */
export const Decimal = BaseDecimal.clone({ precision: 40, rounding: BaseDecimal.ROUND_HALF_UP });
export type Decimal = BaseDecimal;

/** A quotient that still knows what it was counted from. */
export interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** 100 × numerator ÷ denominator, unrounded. */
  readonly percent: Decimal;
}

/** The quotient, or null for n/0: no value, never 0 and never 100. */
export function ratio(numerator: BaseDecimal.Value, denominator: BaseDecimal.Value): Ratio | null {
  const over = new Decimal(denominator);
  if (over.isZero()) return null;
  const under = new Decimal(numerator);
  return { numerator: under, denominator: over, percent: under.times(100).div(over) };
}

/** Compared with `≥` a value is printed floored, with `≤` ceiled, so that a missed target never prints as met. */
export const floored = (value: Decimal, decimals: number): string =>
  print(value, decimals, Decimal.ROUND_FLOOR);
export const ceiled = (value: Decimal, decimals: number): string =>
  print(value, decimals, Decimal.ROUND_CEIL);
export const roundedHalfUp = (value: Decimal, decimals: number): string =>
  print(value, decimals, Decimal.ROUND_HALF_UP);

/** The one place where a decimal becomes text of a fixed number of places. */
const print = (value: Decimal, decimals: number, rounding: BaseDecimal.Rounding): string =>
  value.toFixed(decimals, rounding);

/** Decimals in drill-down and API; pages and forms print two. */
export const apiDecimals = 4;

/** A ratio's percentage for the API: floored to four decimals, null for no value. */
export const percentText = (of: Ratio | null): string | null =>
  of ? floored(of.percent, apiDecimals) : null;

/** Hours of a number of milliseconds; divided last and once, so that equal times compare as equal hours. */
export const hoursOf = (ms: BaseDecimal.Value): Decimal => new Decimal(ms).div(hourMs);
