import type { FaultRule } from '@opsgauge/contract';
import { Alert, Button, Drawer, Form, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tryFaultRule } from '../../shared/api/fault-rules.js';
import { useChange } from '../../shared/api/use-change.js';
import { hubNow } from '../../shared/time/clock.js';
import { FormError } from '../../shared/ui/form-error.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { ConditionFields } from './condition-fields.js';
import { ruleValues, thresholdInput, type RuleValues } from './rule-values.js';
import { targetOf, TargetFields, type TargetValues } from './target-fields.js';
import { TrialResult } from './trial-result.js';
import { useRuleWords } from '../../shared/faults/use-rule-words.js';

type TrialValues = RuleValues & TargetValues & { days: number };

const dayMs = 86_400_000;
const spans = [1, 7, 30] as const;

/** Tries a rule, or numbers one thinks of for it, on what was measured: how often it would have fired. */
export function TrialDrawer({ editing }: { editing: Editing<FaultRule> }) {
  const { t } = useTranslation();
  const { nameOf } = useRuleWords();
  const { item, isOpen, close } = editing;
  const [form] = Form.useForm<TrialValues>();
  const [tried, setTried] = useState<TrialValues | null>(null);
  const trial = useChange({
    change: (values: TrialValues) => {
      const now = hubNow();
      setTried(values);
      return tryFaultRule({
        condition: thresholdInput(values),
        target: targetOf(values),
        from: new Date(now - values.days * dayMs).toISOString(),
        to: new Date(now).toISOString(),
      });
    },
    refresh: [],
    isErrorShown: true,
  });
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A phone has room for the form only: what was asked for is not to be looked for.
    if (trial.data || trial.error) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [trial.data, trial.error]);
  return (
    <Drawer
      open={isOpen}
      onClose={close}
      afterOpenChange={(open) => open || trial.reset()}
      size="min(640px, 100vw)"
      title={item ? t('faultRules.tryOf', { name: nameOf(item) }) : ''}
      destroyOnHidden
      footer={
        <Button type="primary" loading={trial.isPending} onClick={() => form.submit()}>
          {t('faultRules.run')}
        </Button>
      }
    >
      <Form<TrialValues>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ ...ruleValues(item, ''), kind: 'system', days: 7 }}
        onFinish={(values) => trial.mutate({ ...ruleValues(item, ''), ...values })}
      >
        <TargetFields />
        <ConditionFields isSignalFixed />
        <Form.Item name="days" label={t('faultRules.span')}>
          <Segmented
            options={spans.map((value) => ({ value, label: t('faultRules.lastDays', { value }) }))}
          />
        </Form.Item>
      </Form>
      <div ref={outcome} aria-live="polite">
        {trial.error && <FormError error={trial.error} />}
        {trial.data && tried && <TrialResult trial={trial.data} signal={tried.signal} days={tried.days} />}
      </div>
      {!trial.data && !trial.error && <Alert type="info" title={t('faultRules.trialHint')} />}
    </Drawer>
  );
}
