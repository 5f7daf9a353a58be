import type { Fault } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { reportFault } from '../../../shared/api/faults.js';
import { keys } from '../../../shared/api/keys.js';
import { systemsQuery } from '../../../shared/api/queries.js';
import { useChange } from '../../../shared/api/use-change.js';
import { SeverityField } from '../../../shared/faults/severity-field.js';
import { instantOf, localTimeOf } from '../../../shared/format/zone-instants.js';
import { hubNow } from '../../../shared/time/clock.js';
import { useTimeZone } from '../../../shared/time/organisation.js';
import { useZoneNote } from '../../../shared/time/use-zone-note.js';
import { FormDrawer } from '../../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../../shared/ui/record-select.js';

interface ReportValues {
  systemId: string;
  serverId?: string | null;
  text: string;
  severity: Fault['severity'];
  startAt: string;
  stopsCriticalService?: boolean;
  note?: string;
}

/** 登记故障: a fault that somebody told of, by telephone for instance. */
export function ReportDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const zoneNote = useZoneNote();
  const { data: systems } = useQuery({ ...systemsQuery, enabled: isOpen });
  const save = useChange({
    change: ({ startAt, serverId, ...values }: ReportValues) =>
      reportFault({ ...values, serverId: serverId ?? null, startAt: instantOf(startAt, timeZone) }),
    refresh: [keys.faults],
    done: t('faultReport.done'),
    isErrorShown: true,
  });
  const missing = { required: true, message: t('form.missing') };
  const serversOf = (systemId: string | undefined) =>
    (systems?.items.find(({ id }) => id === systemId)?.components ?? []).map(({ serverId, serverName }) => ({
      value: serverId,
      label: serverName,
    }));
  return (
    <FormDrawer<ReportValues>
      title={t('faultReport.title')}
      isOpen={isOpen}
      onClose={onClose}
      submitLabel={t('faultReport.add')}
      initialValues={{ severity: 'minor', startAt: localTimeOf(new Date(hubNow()).toISOString(), timeZone) }}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <Form.Item name="systemId" label={t('faultReport.system')} rules={[missing]}>
        <RecordSelect options={(systems?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['systemId']}>
        {({ getFieldValue }) => (
          <Form.Item key={getFieldValue('systemId')} name="serverId" label={t('faultReport.server')}>
            <RecordSelect
              isOptional
              placeholder={t('faultReport.wholeSystem')}
              options={serversOf(getFieldValue('systemId') as string | undefined)}
            />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="text" label={t('faultReport.text')} rules={[{ ...missing, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <SeverityField />
      <Form.Item
        name="startAt"
        label={t('faultReport.startAt')}
        extra={`${t('faultReport.startAtNote')} ${zoneNote}`}
        rules={[missing]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="stopsCriticalService"
        valuePropName="checked"
        extra={t('faultReport.stopsCriticalServiceNote')}
      >
        <Checkbox>{t('faultReport.stopsCriticalService')}</Checkbox>
      </Form.Item>
      <Form.Item name="note" label={t('faultReport.note')}>
        <Input.TextArea maxLength={1000} rows={3} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
