import { Decimal } from '../numbers.js';
import type { RuleSet } from './rule-set.js';
import { isTargetMet, type Target } from './target.js';

/** Row scores are rounded half-up to this many decimals; the total is the sum of the printed rows. */
export const scoreDecimals = 2;

/**
 * The score of a measured actual against its (normalised) target, in `[0, fullScore]`, rounded half-up to two
 * decimals. Source: "Scoring" — met: full; `≥` and `=` missed: actual ÷ target × full; `≤` missed: by rule set, and 0
 * where the target is 0.
 */
export function scoreActual(actual: Decimal, target: Target, fullScore: Decimal, ruleSet: RuleSet): Decimal {
  if (isTargetMet(actual, target)) return fullScore;
  const share = missedShare(actual, target, ruleSet);
  const capped = Decimal.min(1, Decimal.max(0, share));
  const score = capped.times(fullScore).toDecimalPlaces(scoreDecimals, Decimal.ROUND_HALF_UP);
  return isStrict(target) && score.gte(fullScore)
    ? fullScore.minus(new Decimal(10).pow(-scoreDecimals))
    : score;
}

const isStrict = ({ operator }: Target): boolean => operator === '<' || operator === '>';

function missedShare(actual: Decimal, { operator, value }: Target, { missedUpperTarget }: RuleSet): Decimal {
  const isUpper = operator === '<=' || operator === '<';
  if (value.isZero()) return new Decimal(0);
  if (!isUpper) return actual.div(value);
  return missedUpperTarget === 'linear'
    ? new Decimal(1).minus(actual.minus(value).div(value))
    : value.div(actual);
}

/** The grade that follows from a printed total. */
export function gradeOf(total: Decimal, { grades }: RuleSet): string {
  return grades.find(({ from }) => total.gte(from))!.label;
}
