import { useQuery } from '@tanstack/react-query';
import { Form, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { organizationsQuery } from '../../shared/api/inventory.js';
import { channelsQuery } from '../../shared/api/notifications.js';
import { sessionQuery } from '../../shared/api/queries.js';
import { useMay } from '../../shared/permissions.js';
import { RecordSelect } from '../../shared/ui/record-select.js';

/** The organization of whoever is logged in; null of an administrator, who stands for the platform. */
export function useOwnOrganization(): string | null {
  const { data } = useQuery(sessionQuery);
  const user = data?.user;
  return user && user.role !== 'admin' ? user.organizationId : null;
}

/** Whose it is: for administrators to say; anybody else’s is the own organization’s. */
export function OrganizationField() {
  const { t } = useTranslation();
  const isAdministrator = useMay('manageMailServer');
  const { data } = useQuery({ ...organizationsQuery, enabled: isAdministrator });
  return (
    <Form.Item
      name="organizationId"
      label={t('channel.organization')}
      hidden={!isAdministrator}
      extra={t('channel.organizationHint')}
    >
      <RecordSelect
        isOptional
        placeholder={t('notifications.platform')}
        options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

export function LanguageField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="language" label={t('channel.language')}>
      <Segmented
        options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`messageLanguage.${value}`) }))}
      />
    </Form.Item>
  );
}

/** Stands for no channel among the options, where null would look as if nothing was chosen yet. */
const noChannel = 'none';

/** One of the channels, or none, which is a choice with a name of its own. */
export function ChannelField({ label, noneLabel }: { label: string; noneLabel: string }) {
  const { data } = useQuery(channelsQuery);
  return (
    <Form.Item
      name="channelId"
      label={label}
      getValueProps={(value: string | null | undefined) => ({ value: value ?? noChannel })}
      normalize={(value: string | null) => (value === noChannel ? null : value)}
    >
      <RecordSelect
        options={[
          { value: noChannel, label: noneLabel },
          ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Form.Item>
  );
}
