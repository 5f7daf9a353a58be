import type { Server } from '@opsgauge/contract';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerChoices, useSystemChoices } from '../../shared/api/choices.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { saveServer, type ServerValues } from './save-server.js';

/**
 * A server's name, and its place in a system; one that waits is approved with it, since none can be placed before.
 * Groups are set where the whole system is composed.
 */
export function ServerForm({ editing }: { editing: Editing<Server> }) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const isWaiting = item?.isApproved === false;
  const choices = useSystemChoices();
  const gateways = useServerChoices().filter(({ value }) => value !== item?.id);
  const save = useChange({
    change: async (values: ServerValues) => item && saveServer(item, values),
    refresh: [keys.servers, keys.systems, ['server'], keys.allActuals],
    done: t(isWaiting ? 'server.approved' : 'record.saved'),
    isErrorShown: true,
  });
  return (
    <FormDrawer<ServerValues>
      title={t(isWaiting ? 'server.approveTitle' : 'server.edit')}
      isOpen={isOpen}
      onClose={close}
      {...(isWaiting ? { submitLabel: t('server.approve') } : {})}
      initialValues={{
        name: item?.name ?? '',
        systemId: item?.systemId ?? null,
        gatewayServerId: item?.gatewayServerId ?? null,
        dependence: item?.systemId && !item.isCritical ? 'none' : 'critical',
      }}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      {isWaiting && (
        <p className="secondary">
          {t('server.approveText', { host: [item.hostname, item.address].filter(Boolean).join(' · ') })}
        </p>
      )}
      <Form.Item
        name="name"
        label={t('server.name')}
        rules={[{ required: true, whitespace: true, message: t('form.missing') }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item
        name="systemId"
        label={t('column.system')}
        extra={t(isWaiting ? 'server.laterHint' : 'server.systemHint')}
      >
        <RecordSelect options={choices} isOptional />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('systemId') && getFieldValue('systemId') !== item?.systemId ? (
            <Form.Item name="dependence" label={t('system.dependence')}>
              <Select
                options={(['critical', 'none'] as const).map((value) => ({
                  value,
                  label: t(`dependence.${value}`),
                }))}
              />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item name="gatewayServerId" label={t('server.gateway')} extra={t('server.gatewayHint')}>
        <RecordSelect options={gateways} isOptional />
      </Form.Item>
    </FormDrawer>
  );
}
