import type { StorageResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { Mark } from '../../shared/ui/mark.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';
import { knownJob } from './known-job.js';

/** The jobs that keep the store in order, and when each last succeeded. */
export function JobList({ jobs }: { jobs: StorageResponse['jobs'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <RecordList
      items={jobs}
      idOf={({ name }) => name}
      minimumWidth={560}
      columns={[
        {
          key: 'name',
          title: t('storage.job'),
          phone: 'head',
          render: ({ name }) => {
            const known = knownJob(name);
            return known ? t(`storageJob.${known}`) : <span className="mono">{name}</span>;
          },
        },
        {
          key: 'last',
          title: t('storage.lastSuccess'),
          width: 320,
          render: ({ lastSuccessAt }) =>
            lastSuccessAt ? (
              <>
                {formats.dateTime(lastSuccessAt)}{' '}
                <span className="muted">
                  <RelativeTime moment={lastSuccessAt} />
                </span>
              </>
            ) : (
              <span className="status-label">
                <Mark kind="unknown" size={12} />
                {t('storage.neverRan')}
              </span>
            ),
        },
      ]}
      empty={<span className="muted">{t('storage.noJobs')}</span>}
    />
  );
}
