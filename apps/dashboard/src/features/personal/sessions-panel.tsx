import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { endSession, sessionsQuery } from '../../shared/api/personal.js';
import { useChange } from '../../shared/api/use-change.js';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';
import { describeBrowser } from './describe-browser.js';

/** One's own logins, to end those one does not know. */
export function SessionsPanel() {
  const { t } = useTranslation();
  const formats = useFormats();
  const query = useQuery(sessionsQuery);
  const end = useChange({ change: endSession, refresh: [keys.sessions], done: t('sessions.ended') });
  return (
    <Panel title={t('sessions.title')} isFlush>
      <QueryState query={query} errorTitle={t('record.loadFailed')} skeletonRows={2}>
        {({ items }) => (
          <RecordList
            items={items}
            idOf={({ id }) => id}
            columns={[
              {
                key: 'browser',
                title: t('sessions.browser'),
                phone: 'head',
                render: ({ userAgent, isCurrent }) => (
                  <span className="tight-name" title={userAgent ?? ''}>
                    {describeBrowser(userAgent) ?? noValue}
                    {isCurrent && <span className="tag brand">{t('sessions.current')}</span>}
                  </span>
                ),
              },
              {
                key: 'address',
                title: t('audit.address'),
                render: ({ address }) => <span className="mono">{address ?? noValue}</span>,
              },
              {
                key: 'created',
                title: t('sessions.createdAt'),
                render: ({ createdAt }) => formats.dateTime(createdAt),
              },
              {
                key: 'used',
                title: t('sessions.lastUsedAt'),
                render: ({ lastUsedAt }) => <RelativeTime moment={lastUsedAt} />,
              },
            ]}
            actions={({ id, isCurrent }) =>
              !isCurrent && (
                <Button size="small" type="link" danger onClick={() => end.mutate(id)}>
                  {t('sessions.end')}
                </Button>
              )
            }
            empty={<span className="muted">{t('state.noData')}</span>}
          />
        )}
      </QueryState>
    </Panel>
  );
}
