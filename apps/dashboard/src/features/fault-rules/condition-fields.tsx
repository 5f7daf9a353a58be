import type { RuleThreshold } from '@opsgauge/contract';
import { signalNames } from '@opsgauge/domain';
import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { printedUnitOf, unitOf } from '../../shared/faults/signal-units.js';

const comparisons = ['atLeast', 'above', 'atMost', 'below'] as const;
const longestMinutes = 7 * 24 * 60;

/** When a number is bad, and for how long it has to be. */
export function ConditionFields({ isSignalFixed }: { isSignalFixed: boolean }) {
  const { t } = useTranslation();
  const signal = (Form.useWatch('signal') as RuleThreshold['signal'] | undefined) ?? 'cpuPercent';
  const missing = { required: true, message: t('form.missing') };
  const minutes = { min: 0, max: longestMinutes, suffix: t('faultRules.minutes') };
  const unit = printedUnitOf(signal);
  return (
    <>
      <Form.Item name="signal" label={t('faultRules.signal')}>
        <Select
          disabled={isSignalFixed}
          showSearch={{ optionFilterProp: 'label' }}
          options={signalNames.map((value) => ({ value, label: t(`signal.${value}`) }))}
        />
      </Form.Item>
      <div className="form-columns" hidden={unitOf(signal) === 'whether'}>
        <Form.Item name="comparison" label={t('faultRules.comparison')}>
          <Select options={comparisons.map((value) => ({ value, label: t(`comparisonWords.${value}`) }))} />
        </Form.Item>
        <Form.Item name="threshold" label={t('faultRules.threshold')} rules={[missing]}>
          <InputNumber suffix={unit && t(`signalUnitOnly.${unit}`)} />
        </Form.Item>
      </div>
      <div className="form-columns">
        <Form.Item
          name="forMinutes"
          label={t('faultRules.for')}
          extra={t('faultRules.forHint')}
          rules={[missing]}
        >
          <InputNumber {...minutes} />
        </Form.Item>
        <Form.Item
          name="keepFiringMinutes"
          label={t('faultRules.keepFiring')}
          extra={t('faultRules.keepFiringHint')}
          rules={[missing]}
        >
          <InputNumber {...minutes} />
        </Form.Item>
      </div>
    </>
  );
}
