import type { RemoteWriteAssignment } from '@opsgauge/contract';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useServerChoices } from '../../shared/api/choices.js';
import { keys } from '../../shared/api/keys.js';
import { assignInstance } from '../../shared/api/remote-write.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import type { SourceInstance } from './prometheus-section.js';

type Target = RemoteWriteAssignment['target'];
const kinds = ['newServer', 'server', 'none'] as const;

/** Says which server an instance of a Prometheus is: a new one, one that is there, or none. */
export function InstanceForm({ editing }: { editing: Editing<SourceInstance> }) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const servers = useServerChoices();
  const required = [{ required: true, whitespace: true, message: t('form.missing') }];
  const save = useChange({
    change: async ({ target }: { target: Target }) =>
      item && assignInstance(item.sourceId, { instance: item.instance, target }),
    refresh: [keys.remoteWriteSources, keys.servers],
    done: t('record.saved'),
    isErrorShown: true,
  });
  return (
    <FormDrawer<{ target: Target }>
      title={t('prometheus.assignTitle', { name: item?.instance })}
      isOpen={isOpen}
      onClose={close}
      initialValues={{
        target: item?.serverId
          ? { kind: 'server', serverId: item.serverId }
          : { kind: 'newServer', name: item?.hostname ?? item?.instance ?? '' },
      }}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <Form.Item name={['target', 'kind']} label={t('prometheus.target')}>
        <Select options={kinds.map((value) => ({ value, label: t(`prometheusTarget.${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const kind = getFieldValue(['target', 'kind']) as Target['kind'];
          if (kind === 'newServer')
            return (
              <Form.Item name={['target', 'name']} label={t('server.name')} rules={required}>
                <Input maxLength={100} />
              </Form.Item>
            );
          if (kind === 'server')
            return (
              <Form.Item
                name={['target', 'serverId']}
                label={t('column.server')}
                extra={t('prometheus.serverHint')}
                rules={required}
              >
                <RecordSelect options={servers} />
              </Form.Item>
            );
          return <p className="secondary">{t('prometheus.noneHint')}</p>;
        }}
      </Form.Item>
    </FormDrawer>
  );
}
