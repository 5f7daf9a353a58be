import type { Fault, FaultRequest } from '@opsgauge/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { enterFault } from '../../../shared/api/faults.js';
import { keys } from '../../../shared/api/keys.js';
import { useChange } from '../../../shared/api/use-change.js';
import { instantOf, localTimeOf } from '../../../shared/format/zone-instants.js';
import { useTimeZone } from '../../../shared/time/organisation.js';
import { FormDrawer } from '../../../shared/ui/form-drawer.js';
import { ActionFields } from './action-fields.js';
import { entryOf, needsReason, type ActionValues, type ToInstant } from './action-entry.js';
import type { OfferedAction } from './offered-actions.js';
import './actions.css';

/** What a form is open for. */
export interface ActionOnFault {
  action: OfferedAction;
  fault: Fault;
  /** What is decided, for those that decide. */
  request: FaultRequest | null;
  /** When the form was opened: the moment that it offers. */
  openedAt: string;
}

/** Inputs know minutes only: one that was left as it was offered stands for the very moment. */
const instantIn =
  (timeZone: string, offered: readonly string[]): ToInstant =>
  (local) =>
    offered.find((instant) => localTimeOf(instant, timeZone) === local) ?? instantOf(local, timeZone);

interface ActionDrawerProps {
  target: ActionOnFault | null;
  isOpen: boolean;
  onClose: () => void;
}

/** The form of one action on one fault. */
export function ActionDrawer({ target, isOpen, onClose }: ActionDrawerProps) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const save = useChange({
    change: ({ action, fault, request, openedAt, values }: ActionOnFault & { values: ActionValues }) =>
      enterFault(
        fault.id,
        entryOf(action, values, request?.id ?? null, instantIn(timeZone, [openedAt, fault.startAt])),
      ),
    refresh: [keys.faults],
    done: t('faultForm.done'),
    isErrorShown: true,
  });
  if (!target) return null;
  const { action, fault, request, openedAt } = target;
  const now = localTimeOf(openedAt, timeZone);
  const isReasoned = needsReason(action);
  return (
    <FormDrawer<ActionValues>
      title={`${t(`faultAction.${action}`)} · ${fault.number}`}
      isOpen={isOpen}
      onClose={onClose}
      submitLabel={t(`faultAction.${action}`)}
      initialValues={{
        assigneeId: fault.assignee?.id ?? null,
        repairedAt: now,
        reopenedAt: now,
        startAt: localTimeOf(fault.startAt, timeZone),
        severity: fault.severity,
      }}
      onSubmit={(values) => save.mutateAsync({ ...target, values })}
    >
      {request && (
        <p className="quoted">
          <b>{request.askedBy}</b> {request.reason}
        </p>
      )}
      <ActionFields action={action} fault={fault} askedAt={request?.askedAt ?? null} />
      <Form.Item
        name="note"
        label={t(isReasoned ? 'faultForm.reason' : 'faultForm.note')}
        rules={isReasoned ? [{ required: true, whitespace: true, message: t('form.missing') }] : []}
      >
        <Input.TextArea maxLength={1000} rows={3} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
