import type { Probe } from '@opsgauge/contract';
import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerChoices, useSystemChoices } from '../../shared/api/choices.js';
import { keys } from '../../shared/api/keys.js';
import { saveProbe } from '../../shared/api/probes.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { probeInput, probeValues, type ProbeValues } from './probe-values.js';
import { TargetFields } from './target-fields.js';
import { TermFields } from './term-fields.js';
import { TrialButton } from './trial-button.js';

/** Adds or changes a probe; what it is about stays once it exists. */
export function ProbeForm({ editing }: { editing: Editing<Probe> }) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const [servers, systems] = [useServerChoices(), useSystemChoices()];
  const save = useChange({
    change: (values: ProbeValues) => saveProbe(item?.id ?? null, probeInput(values)),
    refresh: [keys.probes],
    done: t('record.saved'),
    isErrorShown: true,
  });
  const required = [{ required: true, whitespace: true, message: t('form.missing') }];
  return (
    <FormDrawer<ProbeValues>
      title={t(item ? 'probe.edit' : 'probe.add')}
      isOpen={isOpen}
      onClose={close}
      initialValues={probeValues(item)}
      onSubmit={(values) => save.mutateAsync({ ...probeValues(item), ...values })}
    >
      <Form.Item name="name" label={t('probe.name')} rules={required}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <TargetFields />
      <TrialButton />
      <TermFields />
      <Form.Item name="runnerServerId" label={t('probe.runner')} extra={t('probe.runnerHint')}>
        <RecordSelect options={servers} isOptional placeholder={t('probe.byHub')} />
      </Form.Item>
      {!item && (
        <>
          <Form.Item name="systemId" label={t('probe.system')}>
            <RecordSelect options={systems} isOptional />
          </Form.Item>
          <Form.Item name="serverId" label={t('probe.server')} extra={t('probe.subjectHint')}>
            <RecordSelect options={servers} isOptional />
          </Form.Item>
        </>
      )}
      {(['isEvidenceOfHost', 'isCanary', 'isEnabled'] as const).map((name) => (
        <Form.Item
          key={name}
          name={name}
          valuePropName="checked"
          extra={name !== 'isEnabled' && t(`probe.${name}Hint`)}
        >
          <Checkbox>{t(`probe.${name}`)}</Checkbox>
        </Form.Item>
      ))}
    </FormDrawer>
  );
}
