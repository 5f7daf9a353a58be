import type { FaultRule } from '@opsgauge/contract';
import { isToldBySamples } from '@opsgauge/domain';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shared/permissions.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { DeleteRule } from './delete-rule.js';
import { RuleSwitch } from './rule-switch.js';
import { SeverityTag } from '../../shared/ui/severity-tag.js';
import { useRuleWords } from '../../shared/faults/use-rule-words.js';

interface RuleListProps {
  rules: readonly FaultRule[];
  onEdit: (rule: FaultRule) => void;
  onExcept: (rule: FaultRule) => void;
  onTry: (rule: FaultRule) => void;
}

/** The rules in their order, with what each of them asks for. */
export function RuleList({ rules, onEdit, onExcept, onTry }: RuleListProps) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const mayChange = useMay('changeFaultRules');
  return (
    <RecordList
      items={rules}
      idOf={({ id }) => id}
      minimumWidth={1080}
      actionsWidth={mayChange ? 220 : 80}
      isQuiet={({ isEnabled }) => !isEnabled}
      columns={[
        {
          key: 'name',
          title: t('faultRules.rule'),
          width: 220,
          phone: 'head',
          long: 'cut',
          render: words.nameOf,
        },
        { key: 'condition', title: t('faultRules.condition'), long: 'cut', render: words.conditionOf },
        {
          key: 'recovery',
          title: t('faultRules.recovery'),
          width: 150,
          phone: 'none',
          render: words.recoveryOf,
        },
        {
          key: 'severity',
          title: t('faultRules.severity'),
          width: 80,
          render: ({ severity }) => <SeverityTag severity={severity} />,
        },
        {
          key: 'exceptions',
          title: t('faultRules.exceptions'),
          width: 110,
          render: (rule) => (
            <Button size="small" type="link" className="link-cell" onClick={() => onExcept(rule)}>
              {rule.exceptions.length > 0
                ? t('faultRules.exceptionCount', { value: rule.exceptions.length })
                : t('faultRules.noExceptions')}
            </Button>
          ),
        },
        {
          key: 'enabled',
          title: t('faultRules.enabled'),
          width: 80,
          render: (rule) => <RuleSwitch rule={rule} />,
        },
      ]}
      actions={(rule) => (
        <>
          {rule.condition && isToldBySamples(rule.condition.signal) && (
            <Button size="small" type="link" onClick={() => onTry(rule)}>
              {t('faultRules.try')}
            </Button>
          )}
          {mayChange && (
            <Button size="small" type="link" onClick={() => onEdit(rule)}>
              {t('action.edit')}
            </Button>
          )}
          {mayChange && rule.name !== null && <DeleteRule rule={rule} />}
        </>
      )}
      empty={<span className="muted">{t('faultRules.none')}</span>}
    />
  );
}
