import type { FaultRule, RuleThreshold } from '@opsgauge/contract';
import type { DefaultRuleCode } from '@opsgauge/domain';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/use-formats.js';
import { unitOf } from './signal-units.js';

export type KnownRuleCode = DefaultRuleCode | 'host-silent' | 'host-interrupted' | 'agent-stopped';

/** Rules in words. */
export function useRuleWords() {
  const { t } = useTranslation();
  const { duration } = useFormats();
  const seconds = (value: number) => duration(value * 1000);
  return {
    nameOf: ({ name, code }: FaultRule) => name ?? t(`faultRule.${code as KnownRuleCode}`),
    number: (signal: RuleThreshold['signal'], value: number) => {
      const unit = unitOf(signal);
      return unit === 'whether' ? '' : t(`signalUnit.${unit}`, { value });
    },
    /** As `磁盘使用率 ≥ 90 %，持续 5分`. */
    conditionOf: ({ code, condition }: FaultRule) => {
      if (!condition)
        return t(`faultRuleStatus.${code as 'host-silent' | 'host-interrupted' | 'agent-stopped'}`);
      const { signal, comparison, threshold, forSeconds } = condition;
      const unit = unitOf(signal);
      const what =
        unit === 'whether'
          ? t(`signal.${signal}`)
          : `${t(`signal.${signal}`)} ${t(`comparison.${comparison}`)} ${t(`signalUnit.${unit}`, { value: threshold })}`;
      return forSeconds === 0 ? what : t('faultRules.heldFor', { what, value: seconds(forSeconds) });
    },
    recoveryOf: ({ condition }: FaultRule) =>
      condition && condition.keepFiringSeconds > 0
        ? t('faultRules.overFor', { value: seconds(condition.keepFiringSeconds) })
        : t('faultRules.overAtOnce'),
  };
}
