import type { FaultRule, RuleThreshold } from '@opsgauge/contract';
import type { DefaultRuleCode } from '@opsgauge/domain';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/use-formats.js';
import { unitOf } from './signal-units.js';

type JudgedBy = Pick<RuleThreshold, 'signal' | 'comparison' | 'threshold' | 'forSeconds'>;
export type KnownRuleCode = DefaultRuleCode | 'host-silent' | 'host-interrupted' | 'agent-stopped';

/** Rules in words. */
export function useRuleWords() {
  const { t } = useTranslation();
  const { duration } = useFormats();
  const seconds = (value: number) => duration(value * 1000);
  const number = (signal: RuleThreshold['signal'], value: number) => {
    const unit = unitOf(signal);
    return unit === 'whether' ? '' : t(`signalUnit.${unit}`, { value });
  };
  /** As `磁盘使用率 ≥ 90 %，持续 5分`. */
  const thresholdOf = ({ signal, comparison, threshold, forSeconds }: JudgedBy) => {
    const name = t(`signal.${signal}`);
    const what =
      unitOf(signal) === 'whether'
        ? name
        : `${name} ${t(`comparison.${comparison}`)} ${number(signal, threshold)}`;
    return forSeconds === 0 ? what : t('faultRules.heldFor', { what, value: seconds(forSeconds) });
  };
  return {
    nameOf: ({ name, code }: FaultRule) => name ?? t(`faultRule.${code as KnownRuleCode}`),
    number,
    thresholdOf,
    conditionOf: ({ code, condition }: FaultRule) =>
      condition
        ? thresholdOf(condition)
        : t(`faultRuleStatus.${code as 'host-silent' | 'host-interrupted' | 'agent-stopped'}`),
    recoveryOf: ({ condition }: FaultRule) =>
      condition && condition.keepFiringSeconds > 0
        ? t('faultRules.overFor', { value: seconds(condition.keepFiringSeconds) })
        : t('faultRules.overAtOnce'),
  };
}
