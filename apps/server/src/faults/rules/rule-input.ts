import type { FaultRuleInput, RuleThreshold } from '@opsgauge/contract';
import type { EffectiveRule } from '@opsgauge/domain';

/** A rule on a number as the wire has it; null of a rule on the status of hosts. */
export const ruleOf = ({
  condition,
  severity,
  isEnabled,
}: Pick<FaultRuleInput, 'condition' | 'severity' | 'isEnabled'>): EffectiveRule | null =>
  condition && {
    signal: condition.signal,
    comparison: condition.comparison,
    threshold: condition.threshold,
    forMs: condition.forSeconds * 1000,
    keepFiringForMs: condition.keepFiringSeconds * 1000,
    severity,
    isEnabled,
  };

export const thresholdOf = (rule: EffectiveRule | null): RuleThreshold | null =>
  rule && {
    signal: rule.signal,
    comparison: rule.comparison,
    threshold: rule.threshold,
    forSeconds: rule.forMs / 1000,
    keepFiringSeconds: rule.keepFiringForMs / 1000,
  };
