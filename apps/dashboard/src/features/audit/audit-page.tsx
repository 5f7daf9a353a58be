import { DownloadOutlined } from '@ant-design/icons';
import type { AuditEntry } from '@opsgauge/contract';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../../shared/api/api-error.js';
import { auditQuery, auditUrl } from '../../shared/api/audit.js';
import { download } from '../../shared/api/download.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { hubNow } from '../../shared/time/clock.js';
import { ErrorState } from '../../shared/ui/error-state.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { SkeletonRows } from '../../shared/ui/skeleton-rows.js';
import { AuditEntries } from './audit-entries.js';
import { AuditFilters } from './audit-filters.js';
import { ChainState } from './chain-state.js';
import { EntryDrawer } from './entry-drawer.js';
import { auditFilter, useAuditSearch } from './use-audit-search.js';

/** Who changed what, when, from where: an append-only chain. */
export function AuditPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const { message } = App.useApp();
  const { search, set } = useAuditSearch();
  const filter = auditFilter(search, timeZone);
  const query = useInfiniteQuery(auditQuery(filter));
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const exportCsv = useMutation({
    mutationFn: () =>
      download(auditUrl(filter), 'text/csv', `${t('navigation.audit')} ${formats.date(hubNow())}.csv`),
    onError: (error) => message.error(t(`error.${toApiError(error).code}`)),
  });
  return (
    <>
      <PageHead
        title={t('navigation.audit')}
        help="audit"
        actions={
          <Button
            icon={<DownloadOutlined />}
            loading={exportCsv.isPending}
            onClick={() => exportCsv.mutate()}
          >
            {t('evaluation.exportCsv')}
          </Button>
        }
      />
      <ChainState />
      <section className="panel">
        <AuditFilters search={search} onChange={set} total={query.data?.pages[0]?.total ?? null} />
        {query.data ? (
          <AuditEntries
            entries={query.data.pages.flatMap(({ items }) => items)}
            onOpen={setOpened}
            more={
              query.hasNextPage && (
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('audit.more')}
                </Button>
              )
            }
          />
        ) : query.isError ? (
          <ErrorState
            title={t('audit.loadFailed')}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        ) : (
          <SkeletonRows />
        )}
      </section>
      <EntryDrawer entry={opened} onClose={() => setOpened(null)} />
    </>
  );
}
