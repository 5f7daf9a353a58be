import type { NotificationSubscription, NotificationSubscriptionInput } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { saveSubscription } from '../../shared/api/notifications.js';
import { systemsQuery } from '../../shared/api/queries.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import { RecordSelect } from '../../shared/ui/record-select.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { ChannelField, OrganizationField, useOwnOrganization } from './common-fields.js';
import { NoticeKindsField } from './notice-kinds-field.js';
import { useOfferedKinds } from './offered-kinds.js';

const severities = ['minor', 'serious', 'critical'] as const;

/** Adds or changes who hears what. */
export function SubscriptionForm({ editing }: { editing: Editing<NotificationSubscription> }) {
  const { t } = useTranslation();
  const own = useOwnOrganization();
  const { data: systems } = useQuery(systemsQuery);
  const { item } = editing;
  const offeredTo = useOfferedKinds();
  const save = useChange({
    change: ({ organizationId, systemId, channelId, kinds, ...rest }: NotificationSubscriptionInput) =>
      saveSubscription(item?.id ?? null, {
        ...rest,
        organizationId: organizationId ?? null,
        systemId: systemId ?? null,
        channelId: channelId ?? null,
        kinds: kinds.filter((kind) => offeredTo(organizationId).includes(kind)),
      }),
    refresh: [keys.subscriptions, keys.reach],
    done: t('record.saved'),
    isErrorShown: true,
  });
  const fresh = { organizationId: own, leastSeverity: 'minor' as const, kinds: offeredTo(own) };
  return (
    <FormDrawer<NotificationSubscriptionInput>
      title={t(item ? 'notifications.changeSubscription' : 'notifications.addSubscription')}
      isOpen={editing.isOpen}
      onClose={editing.close}
      initialValues={item ?? fresh}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <ChannelField label={t('subscription.receiver')} noneLabel={t('subscription.onDuty')} />
      <OrganizationField />
      <Form.Item name="systemId" label={t('column.system')}>
        <RecordSelect
          isOptional
          placeholder={t('subscription.everySystem')}
          options={(systems?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="leastSeverity" label={t('subscription.leastSeverity')}>
        <Select options={severities.map((value) => ({ value, label: t(`leastSeverity.${value}`) }))} />
      </Form.Item>
      <NoticeKindsField offeredTo={offeredTo} />
    </FormDrawer>
  );
}
