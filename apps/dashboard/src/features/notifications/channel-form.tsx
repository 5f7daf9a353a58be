import type { NotificationChannel, NotificationChannelInput } from '@opsgauge/contract';
import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { saveChannel } from '../../shared/api/notifications.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { ChannelTargetFields } from './channel-target-fields.js';
import { channelInputOf, channelValuesOf, type ChannelValues } from './channel-values.js';
import { LanguageField, OrganizationField, useOwnOrganization } from './common-fields.js';

const kinds: NotificationChannelInput['kind'][] = ['wecom', 'dingtalk', 'feishu', 'mail', 'json'];

/** Adds or changes a channel. Its kind stays what it is. */
export function ChannelForm({ editing }: { editing: Editing<NotificationChannel> }) {
  const { t } = useTranslation();
  const own = useOwnOrganization();
  const { item } = editing;
  const save = useChange({
    change: (values: ChannelValues) => saveChannel(item?.id ?? null, channelInputOf(values, item)),
    refresh: [keys.channels, keys.reach],
    done: t('record.saved'),
    isErrorShown: true,
  });
  return (
    <FormDrawer<ChannelValues>
      title={t(item ? 'notifications.changeChannel' : 'notifications.addChannel')}
      isOpen={editing.isOpen}
      onClose={editing.close}
      initialValues={channelValuesOf(item, own)}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <Form.Item name="kind" label={t('channel.kind')}>
        <Select
          disabled={item !== null}
          options={kinds.map((value) => ({ value, label: t(`channelKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('channel.name')}
        rules={[{ required: true, whitespace: true, message: t('form.missing') }]}
      >
        <Input maxLength={100} placeholder={t('channel.namePlaceholder')} />
      </Form.Item>
      <Form.Item
        noStyle
        shouldUpdate={(before: ChannelValues, after: ChannelValues) => before.kind !== after.kind}
      >
        {({ getFieldValue }) => (
          <ChannelTargetFields
            kind={getFieldValue('kind') as ChannelValues['kind']}
            isKnown={item !== null}
            hasSecret={item?.hasSignatureSecret ?? false}
          />
        )}
      </Form.Item>
      <OrganizationField />
      <LanguageField />
      <Form.Item name="isEnabled" label={t('channel.isEnabled')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}
