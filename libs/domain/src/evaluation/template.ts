import type { StatusMeasure } from '../measures/measure.js';
import { availabilityMeasure } from '../measures/availability.js';
import { upHours } from '../measures/up-hours.js';
import type { RuleSetId } from '../scoring/rule-set.js';
import type { TargetOperator } from '../scoring/target.js';

/** A target as the template states it: a number, or a share of the period's hours in service so far. */
export type TargetValue =
  | { readonly kind: 'fixed'; readonly value: string }
  | { readonly kind: 'share-of-hours'; readonly percent: string };

export interface IndicatorTemplate {
  readonly key: string;
  readonly name: string;
  readonly operator: TargetOperator;
  readonly target: TargetValue;
  readonly fullScore: string;
  readonly measure: StatusMeasure;
}

/** What an evaluation is made of. Versioned: an evaluation names the template it was made with. */
export interface EvaluationTemplate {
  readonly id: string;
  readonly name: string;
  readonly ruleSet: RuleSetId;
  readonly indicators: readonly IndicatorTemplate[];
}

/** Two measured figures of a system's running, by the month. */
export const monthlyRunningTemplate: EvaluationTemplate = {
  id: 'monthly-running@1',
  name: '系统运行月度评价',
  ruleSet: 'linear@1',
  indicators: [
    {
      key: 'system-up-hours',
      name: '系统正常运行时间',
      operator: '>=',
      target: { kind: 'share-of-hours', percent: '95' },
      fullScore: '50',
      measure: upHours,
    },
    {
      key: 'system-availability',
      name: '系统正常运行率',
      operator: '>=',
      target: { kind: 'fixed', value: '99.5' },
      fullScore: '50',
      measure: availabilityMeasure,
    },
  ],
};

export const evaluationTemplates: Readonly<Record<string, EvaluationTemplate>> = {
  [monthlyRunningTemplate.id]: monthlyRunningTemplate,
};
