import { Decimal } from '../numbers.js';
import type { RuleSet } from './rule-set.js';
import { isTargetMet, type Target } from './target.js';

/** Row scores are rounded half-up to this many decimals; the total is the sum of the printed rows. */
export const scoreDecimals = 2;

/**
 * The score of a measured actual against its (normalised) target, in `[0, fullScore]`, rounded half-up to two
 * decimals. Source: "Scoring" — met: full; `≥` and `=` missed: actual ÷ target × full; `≤` missed: by rule set, and 0
 * where the target is 0 (or, as `< 0` of a count, cannot be met).
 */
export function scoreActual(actual: Decimal, target: Target, fullScore: Decimal, ruleSet: RuleSet): Decimal {
  if (isTargetMet(actual, target)) return fullScore;
  const cent = new Decimal(10).pow(-scoreDecimals);
  const highest = isStrict(target) ? fullScore.minus(cent) : fullScore;
  const score = missedScore(actual, target, fullScore, ruleSet);
  const rounded = score.toDecimalPlaces(scoreDecimals, Decimal.ROUND_HALF_UP);
  return Decimal.max(0, Decimal.min(rounded, highest));
}

/** Equality with a strict target is not met and never scores full, however it rounds. */
const isStrict = ({ operator }: Target): boolean => operator === '<' || operator === '>';

/** Unrounded. Divides last, so that a score that is exactly half a cent is still that when it is rounded. */
function missedScore(
  actual: Decimal,
  { operator, value }: Target,
  fullScore: Decimal,
  { missedUpperTarget }: RuleSet,
): Decimal {
  if (value.lte(0)) return new Decimal(0);
  if (operator !== '<=' && operator !== '<') return actual.times(fullScore).div(value);
  return missedUpperTarget === 'linear'
    ? value.times(2).minus(actual).times(fullScore).div(value)
    : value.times(fullScore).div(actual);
}

/** The grade that follows from a printed total. */
export function gradeOf(total: Decimal, { grades }: RuleSet): string {
  return grades.find(({ from }) => total.gte(from))!.label;
}
