import type { FaultRule } from '@opsgauge/contract';
import { faultSeverities, type FaultSeverity } from '@opsgauge/domain';
import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { exceptFaultRule } from '../../shared/api/fault-rules.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { printedUnitOf, unitOf } from '../../shared/faults/signal-units.js';
import { targetOf, TargetFields, type TargetValues } from './target-fields.js';

interface ExceptionValues extends TargetValues {
  threshold?: number | null;
  forMinutes?: number | null;
  severity?: FaultSeverity | null;
  isEnabled?: 'on' | 'off' | null;
}

/** Sets a rule otherwise for a system or a server; what is left empty stays as the rule has it. */
export function ExceptionForm({ editing }: { editing: Editing<FaultRule> }) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const save = useChange({
    change: ({ threshold, forMinutes, severity, isEnabled, ...target }: ExceptionValues) =>
      exceptFaultRule(item!.id, {
        target: targetOf(target),
        threshold: threshold ?? null,
        forSeconds: typeof forMinutes !== 'number' ? null : Math.round(forMinutes * 60),
        severity: severity ?? null,
        isEnabled: isEnabled ? isEnabled === 'on' : null,
      }),
    refresh: [keys.faultRules],
    done: t('record.saved'),
    isErrorShown: true,
  });
  const signal = item?.condition?.signal;
  const unit = signal ? printedUnitOf(signal) : null;
  const placeholder = t('faultRules.asRule');
  return (
    <FormDrawer<ExceptionValues>
      title={t('faultRules.addException')}
      isOpen={isOpen}
      onClose={close}
      initialValues={{ kind: 'system' }}
      onSubmit={(values) => save.mutateAsync(values)}
      fieldOf={(field) => (field.startsWith('target') ? 'targetId' : field)}
    >
      <TargetFields />
      {item?.condition && (
        <div className="form-columns">
          {signal && unitOf(signal) !== 'whether' && (
            <Form.Item name="threshold" label={t('faultRules.threshold')}>
              <InputNumber placeholder={placeholder} suffix={unit && t(`signalUnitOnly.${unit}`)} />
            </Form.Item>
          )}
          <Form.Item name="forMinutes" label={t('faultRules.for')}>
            <InputNumber min={0} placeholder={placeholder} suffix={t('faultRules.minutes')} />
          </Form.Item>
        </div>
      )}
      <div className="form-columns">
        <Form.Item name="severity" label={t('faultRules.severity')}>
          <Select
            allowClear
            placeholder={placeholder}
            options={faultSeverities.map((value) => ({ value, label: t(`severity.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="isEnabled" label={t('faultRules.enabled')}>
          <Select
            allowClear
            placeholder={placeholder}
            options={(['on', 'off'] as const).map((value) => ({ value, label: t(`faultRules.${value}`) }))}
          />
        </Form.Item>
      </div>
    </FormDrawer>
  );
}
