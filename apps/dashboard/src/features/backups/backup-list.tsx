import type { ListedBackup } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { byteSize, wholeNumber } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { Mark } from '../../shared/ui/mark.js';
import { RecordList } from '../../shared/ui/record-list.js';

const outcomeOf = ({ ok, isKept }: ListedBackup) => (isKept ? 'good' : ok ? 'removed' : 'failed');
const marks = { good: 'up', removed: 'out-of-service', failed: 'down' } as const;

/** How the runs went, the newest first. */
export function BackupList({ runs }: { runs: ListedBackup[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <RecordList
      items={runs}
      idOf={({ at }) => at}
      isQuiet={({ ok, isKept }) => ok && !isKept}
      minimumWidth={860}
      columns={[
        {
          key: 'at',
          title: t('backup.at'),
          width: 170,
          phone: 'head',
          render: ({ at }) => formats.dateTimeSeconds(at),
        },
        {
          key: 'outcome',
          title: t('backup.outcome'),
          width: 120,
          phone: 'head',
          render: (run) => (
            <span className="status-label">
              <Mark kind={marks[outcomeOf(run)]} />
              <span>{t(`backupOutcome.${outcomeOf(run)}`)}</span>
            </span>
          ),
        },
        {
          key: 'size',
          title: t('backup.size'),
          width: 110,
          align: 'right',
          render: ({ bytes }) => byteSize(bytes),
        },
        {
          key: 'rows',
          title: t('backup.rows'),
          width: 120,
          align: 'right',
          render: ({ rows }) => wholeNumber(rows),
        },
        {
          key: 'place',
          title: t('backup.place'),
          render: ({ message }) => <span className="mono backup-place">{message}</span>,
        },
      ]}
      empty={<span className="muted">{t('backup.noRuns')}</span>}
    />
  );
}
