import type { ApiToken } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { useNow } from '../../shared/time/clock.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';

export function ApiTokenList({
  tokens,
  onRevoke,
}: {
  tokens: ApiToken[];
  onRevoke: (token: ApiToken) => void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  return (
    <RecordList
      items={tokens}
      idOf={({ id }) => id}
      isQuiet={({ expiresAt }) => Date.parse(expiresAt) <= now}
      columns={[
        { key: 'name', title: t('apiToken.name'), phone: 'head', render: ({ name }) => name },
        {
          key: 'scope',
          title: t('apiToken.scope'),
          render: ({ canWrite }) => (
            <span className={`tag ${canWrite ? 'warning' : 'outlined'}`}>
              {t(canWrite ? 'apiToken.write' : 'apiToken.read')}
            </span>
          ),
        },
        {
          key: 'created',
          title: t('apiToken.createdAt'),
          render: ({ createdAt }) => formats.dateTime(createdAt),
        },
        {
          key: 'expires',
          title: t('apiToken.expiresAt'),
          render: ({ expiresAt }) =>
            Date.parse(expiresAt) <= now ? t('apiToken.expired') : formats.dateTime(expiresAt),
        },
        {
          key: 'used',
          title: t('sessions.lastUsedAt'),
          render: ({ lastUsedAt }) => <RelativeTime moment={lastUsedAt} />,
        },
      ]}
      actions={(token) => (
        <Button size="small" type="link" danger onClick={() => onRevoke(token)}>
          {t('account.revoke')}
        </Button>
      )}
      empty={<span className="muted">{t('apiToken.none')}</span>}
    />
  );
}
