import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { tryProbe } from '../../shared/api/probes.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormError } from '../../shared/ui/form-error.js';
import { targetOf, type ProbeValues } from './probe-values.js';
import { useAttemptWords } from '../../shared/probes/probe-words.js';

/** Asks once for what stands in the form, and tells what came of it. */
export function TrialButton() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<ProbeValues>();
  const wordsOf = useAttemptWords();
  const trial = useChange({ change: tryProbe, refresh: [], isErrorShown: true });
  const run = () => {
    const values = form.getFieldsValue(true) as ProbeValues;
    trial.mutate({ target: targetOf(values), timeoutSeconds: values.timeoutSeconds });
  };
  return (
    <Form.Item extra={t('probe.trialHint')}>
      <Button loading={trial.isPending} onClick={run}>
        {t('probe.tryNow')}
      </Button>
      {trial.isError && <FormError error={trial.error} />}
      {trial.data && (
        <Alert
          className="probe-trial"
          data-outcome={trial.data.outcome}
          type={trial.data.outcome === 'ok' ? 'success' : 'warning'}
          title={wordsOf(trial.data)}
          showIcon
        />
      )}
    </Form.Item>
  );
}
