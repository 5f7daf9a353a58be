import type { StatusInterval } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { EvidenceText } from '../../shared/ui/evidence-text.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { StatusLabel } from '../../shared/ui/status-label.js';

/** Status intervals with their reason. */
export function DayIntervals({ intervals }: { intervals: StatusInterval[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <RecordList
      items={intervals}
      idOf={({ from }) => from}
      minimumWidth={452}
      empty={<p className="muted">{t('intervals.none')}</p>}
      columns={[
        {
          key: 'status',
          title: t('intervals.statusAndEvidence'),
          phone: 'head',
          render: (interval) => (
            <span className="stacked">
              <StatusLabel status={interval.class} />
              <EvidenceText interval={interval} />
            </span>
          ),
        },
        {
          key: 'from',
          title: t('intervals.from'),
          width: 112,
          render: ({ from }) => <span className="num">{formats.shortDateTime(from)}</span>,
        },
        {
          key: 'to',
          title: t('intervals.to'),
          width: 112,
          render: ({ to }) => <span className="num">{formats.shortDateTime(to)}</span>,
        },
        {
          key: 'duration',
          title: t('intervals.duration'),
          width: 96,
          align: 'right',
          render: ({ from, to }) => formats.duration(Date.parse(to) - Date.parse(from)),
        },
      ]}
    />
  );
}
