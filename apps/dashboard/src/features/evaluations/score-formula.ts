import type { Actual } from '@opsgauge/contract';
import { actualFigure, targetFigure } from '../../shared/format/figures.js';
import { floorDecimal } from '../../shared/format/decimal.js';
import { noteOf } from './indicator-note.js';

export type FormulaKey = 'noData' | 'insufficient' | 'met' | 'proportional' | 'linear' | 'ratio' | 'zero';

export interface ScoreFormula {
  key: FormulaKey;
  values: { full: string; actual: string; target: string; score: string };
}

const isUpperBound = ({ operator }: Actual) => operator === '<=' || operator === '<';

const missedKey = (actual: Actual): FormulaKey => {
  if (Number(actual.target) === 0) return 'zero';
  if (!isUpperBound(actual)) return 'proportional';
  return actual.ruleSet.startsWith('ratio') ? 'ratio' : 'linear';
};

/** Which rule gave the score, and its inputs at the four decimals of a drill-down. */
export function scoreFormula(actual: Actual): ScoreFormula {
  const note = noteOf(actual);
  return {
    key: note === 'missed' ? missedKey(actual) : note,
    values: {
      full: floorDecimal(actual.fullScore, 2),
      actual: actualFigure(actual, 4),
      target: targetFigure(actual, 4),
      score: actual.score === null ? '' : floorDecimal(actual.score, 2),
    },
  };
}
