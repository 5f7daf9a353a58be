import { Decimal, hoursOf } from '../numbers.js';
import type { MeasuredActual } from '../measures/measure.js';
import { ruleSets } from '../scoring/rule-set.js';
import { gradeOf, scoreActual } from '../scoring/score.js';
import { normalizeTarget, type Target } from '../scoring/target.js';
import { inServiceMs, type StatusTotals } from '../status/availability.js';
import type { EvaluationTemplate, IndicatorTemplate } from './template.js';

/** An indicator with its measured actual; `score` is null while there is no value or too little coverage. */
export interface EvaluatedIndicator {
  readonly indicator: IndicatorTemplate;
  readonly target: Target;
  readonly measured: MeasuredActual;
  readonly fullScore: Decimal;
  readonly score: Decimal | null;
}

export interface EvaluationResult {
  readonly indicators: readonly EvaluatedIndicator[];
  readonly fullScore: Decimal;
  /** The full marks of the rows that have a score. */
  readonly scoredFullScore: Decimal;
  /** Sum of the printed rows that have a score; null where none has: 0 of 0 is no value, never 0. */
  readonly score: Decimal | null;
  /** Null until every row has a score. */
  readonly grade: string | null;
}

/**
 * Scores a template from a system's totals over the period so far. Source: "Scoring"; no automatic score where
 * coverage is below 95 %.
 */
export function evaluate(template: EvaluationTemplate, totals: StatusTotals): EvaluationResult {
  const ruleSet = ruleSets[template.ruleSet];
  const indicators = template.indicators.map((indicator): EvaluatedIndicator => {
    const target = normalizeTarget(
      { operator: indicator.operator, value: targetValue(indicator, totals) },
      indicator.measure.isCount,
    );
    const measured = indicator.measure.count(totals);
    const fullScore = new Decimal(indicator.fullScore);
    const score =
      measured.actual !== null && measured.isCoverageSufficient
        ? scoreActual(measured.actual, target, fullScore, ruleSet)
        : null;
    return { indicator, target, measured, fullScore, score };
  });
  const sum = (values: readonly Decimal[]) => values.reduce((total, one) => total.plus(one), new Decimal(0));
  const scored = indicators.filter(({ score }) => score !== null);
  const score = scored.length > 0 ? sum(scored.map((row) => row.score!)) : null;
  return {
    indicators,
    fullScore: sum(indicators.map((row) => row.fullScore)),
    scoredFullScore: sum(scored.map((row) => row.fullScore)),
    score,
    grade: score !== null && scored.length === indicators.length ? gradeOf(score, ruleSet) : null,
  };
}

function targetValue({ target }: IndicatorTemplate, totals: StatusTotals): Decimal {
  return target.kind === 'fixed'
    ? new Decimal(target.value)
    : hoursOf(new Decimal(inServiceMs(totals)).times(target.percent).div(100));
}
