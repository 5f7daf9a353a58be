import type { Fault } from '@opsgauge/contract';
import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useZoneNote } from '../../../shared/time/use-zone-note.js';
import { SeverityField } from '../../../shared/faults/severity-field.js';
import { AssigneeField } from './assignee-field.js';
import { ClosingFields } from './closing-fields.js';
import { MergeField } from './merge-field.js';
import type { OfferedAction } from './offered-actions.js';

interface ActionFieldsProps {
  action: OfferedAction;
  fault: Fault;
  /** Of what is decided: when it was asked for. */
  askedAt: string | null;
}

/** The fields of an action's form above its note, with what the action means. */
export function ActionFields({ action, fault, askedAt }: ActionFieldsProps): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const zoneNote = useZoneNote();
  const missing = { required: true, message: t('form.missing') };
  const means = (text: string) => <p className="muted form-note">{text}</p>;
  const time = (name: 'repairedAt' | 'reopenedAt' | 'startAt', text: string) => (
    <>
      {means(text)}
      <Form.Item name={name} label={t(`faultForm.${name}`)} extra={zoneNote} rules={[missing]}>
        <Input type="datetime-local" />
      </Form.Item>
    </>
  );
  switch (action) {
    case 'assign':
      return (
        <>
          {means(t('faultForm.assignNote'))}
          <AssigneeField faultId={fault.id} />
        </>
      );
    case 'requestSuspension':
      return means(t('faultForm.suspensionNote'));
    case 'approveSuspension':
    case 'approveExclusion':
      return askedAt && means(t('faultForm.approveNote', { time: formats.dateTime(askedAt) }));
    case 'repair':
      return time('repairedAt', t(fault.isWatched ? 'faultForm.repairWatchedNote' : 'faultForm.repairNote'));
    case 'reopen':
      return time('reopenedAt', t('faultForm.reopenNote'));
    case 'report':
      return time('startAt', t('faultForm.startNote'));
    case 'close':
      return <ClosingFields fault={fault} />;
    case 'requestExclusion':
      return (
        <>
          {means(t('faultForm.exclusionNote'))}
          <Form.Item name="ground" label={t('faultForm.ground')} rules={[missing]}>
            <Radio.Group
              options={(['test', 'plannedWork', 'forceMajeure'] as const).map((value) => ({
                value,
                label: t(`exclusionGround.${value}`),
              }))}
            />
          </Form.Item>
        </>
      );
    case 'merge':
      return (
        <>
          {means(t('faultForm.mergeNote'))}
          <MergeField fault={fault} />
        </>
      );
    case 'declareMajor':
      return (
        <>
          {means(t('faultForm.majorNote'))}
          <Form.Item name="isMajor" label={t('faultForm.isMajor')} rules={[missing]}>
            <Radio.Group
              options={[
                { value: true, label: t('faultForm.major') },
                { value: false, label: t('faultForm.notMajor') },
              ]}
            />
          </Form.Item>
        </>
      );
    case 'recordDataLoss':
      return means(t('faultForm.dataLossNote'));
    case 'changeSeverity':
      return (
        <>
          {means(t('faultForm.severityNote'))}
          <SeverityField />
        </>
      );
    case 'acknowledge':
    case 'resume':
    case 'refuse':
      return null;
  }
}
