import type { FaultRule } from '@opsgauge/contract';
import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFaultRule } from '../../shared/api/fault-rules.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { useMay } from '../../shared/permissions.js';
import { useConfirm } from '../../shared/ui/use-confirm.js';
import { ruleInput } from './rule-values.js';
import { useRuleWords } from '../../shared/faults/use-rule-words.js';

/** Switches a rule on, or, having asked, off: its faults would then go unnoticed. */
export function RuleSwitch({ rule }: { rule: FaultRule }) {
  const { t } = useTranslation();
  const { nameOf } = useRuleWords();
  const confirm = useConfirm();
  const mayChange = useMay('changeFaultRules');
  const save = useChange({
    change: (isEnabled: boolean) => saveFaultRule(rule.id, { ...ruleInput(rule, nameOf(rule)), isEnabled }),
    refresh: [keys.faultRules],
    done: t('record.saved'),
  });
  if (!mayChange) return <>{t(rule.isEnabled ? 'faultRules.on' : 'faultRules.off')}</>;
  const switchOff = () =>
    confirm({
      title: t('faultRules.switchOffTitle', { name: nameOf(rule) }),
      text: t('faultRules.switchOffText'),
      action: t('faultRules.switchOff'),
      onConfirm: () => save.mutateAsync(false),
    });
  return (
    <Switch
      size="small"
      checked={rule.isEnabled}
      loading={save.isPending}
      aria-label={t('faultRules.enabledOf', { name: nameOf(rule) })}
      onChange={(isEnabled) => (isEnabled ? save.mutate(true) : switchOff())}
    />
  );
}
