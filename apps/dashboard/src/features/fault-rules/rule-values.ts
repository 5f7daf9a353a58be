import type { FaultRule, FaultRuleInput, RuleThreshold } from '@opsgauge/contract';

/** A rule as its form has it: times in minutes. */
export interface RuleValues {
  name: string;
  signal: RuleThreshold['signal'];
  comparison: RuleThreshold['comparison'];
  threshold: number;
  forMinutes: number;
  keepFiringMinutes: number;
  severity: FaultRuleInput['severity'];
}

const newRule: RuleThreshold = {
  signal: 'cpuPercent',
  comparison: 'atLeast',
  threshold: 90,
  forSeconds: 300,
  keepFiringSeconds: 300,
};

/** @param rule null: a new one */
export function ruleValues(rule: FaultRule | null, name: string): RuleValues {
  const { forSeconds, keepFiringSeconds, ...condition } = rule?.condition ?? newRule;
  return {
    ...condition,
    name,
    forMinutes: forSeconds / 60,
    keepFiringMinutes: keepFiringSeconds / 60,
    severity: rule?.severity ?? 'minor',
  };
}

/** Fractions of a minute come from whole seconds. */
const secondsOf = (minutes: number): number => Math.round(minutes * 60);

export const thresholdInput = (values: Omit<RuleValues, 'name' | 'severity'>): RuleThreshold => ({
  signal: values.signal,
  comparison: values.comparison,
  threshold: values.threshold,
  forSeconds: secondsOf(values.forMinutes),
  keepFiringSeconds: secondsOf(values.keepFiringMinutes),
});

/** A known rule as it is sent when only something else about it changes. */
export const ruleInput = (rule: FaultRule, name: string): FaultRuleInput => ({
  name,
  condition: rule.condition,
  severity: rule.severity,
  isEnabled: rule.isEnabled,
});
