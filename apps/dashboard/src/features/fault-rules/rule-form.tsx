import type { FaultRule } from '@opsgauge/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFaultRule } from '../../shared/api/fault-rules.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { ConditionFields } from './condition-fields.js';
import { ruleValues, thresholdInput, type RuleValues } from './rule-values.js';
import { SeverityField } from './severity-field.js';
import { useRuleWords } from '../../shared/faults/use-rule-words.js';

const formFields: Record<string, string> = {
  forSeconds: 'forMinutes',
  keepFiringSeconds: 'keepFiringMinutes',
};
/** From the wire's names to those of the form. */
const fieldOf = (field: string): string => {
  const last = field.replace(/^condition\./, '');
  return formFields[last] ?? last;
};

/** Adds a rule of the customer's own, or changes one; of those the hub comes with only the numbers. */
export function RuleForm({ editing }: { editing: Editing<FaultRule> }) {
  const { t } = useTranslation();
  const { nameOf, conditionOf } = useRuleWords();
  const { item, isOpen, close } = editing;
  const isBuiltIn = item !== null && item.name === null;
  const save = useChange({
    change: (values: RuleValues) =>
      saveFaultRule(item?.id ?? null, {
        name: isBuiltIn ? nameOf(item) : values.name,
        condition: item && !item.condition ? null : thresholdInput({ ...ruleValues(item, ''), ...values }),
        severity: values.severity,
        isEnabled: item?.isEnabled ?? true,
      }),
    refresh: [keys.faultRules],
    done: t('record.saved'),
    isErrorShown: true,
  });
  return (
    <FormDrawer<RuleValues>
      title={item ? t('faultRules.edit', { name: nameOf(item) }) : t('faultRules.add')}
      isOpen={isOpen}
      onClose={close}
      initialValues={ruleValues(item, item?.name ?? '')}
      onSubmit={(values) => save.mutateAsync(values)}
      fieldOf={fieldOf}
    >
      {!isBuiltIn && (
        <Form.Item
          name="name"
          label={t('faultRules.name')}
          rules={[{ required: true, whitespace: true, message: t('form.missing') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      )}
      {!item || item.condition ? (
        <ConditionFields isSignalFixed={isBuiltIn} />
      ) : (
        <p className="muted">{t('faultRules.statusHint', { value: conditionOf(item) })}</p>
      )}
      <SeverityField />
    </FormDrawer>
  );
}
