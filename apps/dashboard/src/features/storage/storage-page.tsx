import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { storageQuery } from '../../shared/api/storage.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { JobList } from './job-list.js';
import { PartList } from './part-list.js';
import { StorageFacts } from './storage-facts.js';
import './storage.css';

/** How much the measurements take up, how far back they go, what was condensed, and whether that goes on. */
export function StoragePage() {
  const { t } = useTranslation();
  const query = useQuery(storageQuery);
  return (
    <>
      <PageHead title={t('navigation.storage')} help="storage" />
      <QueryState query={query} errorTitle={t('storage.loadFailed')}>
        {(storage) => (
          <>
            <StorageFacts storage={storage} />
            <Panel title={t('storage.parts')} isFlush>
              <PartList storage={storage} />
            </Panel>
            <Panel title={t('storage.jobs')} isFlush>
              <JobList jobs={storage.jobs} />
            </Panel>
          </>
        )}
      </QueryState>
    </>
  );
}
