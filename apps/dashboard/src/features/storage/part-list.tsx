import type { StorageResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { byteSize, noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { RecordList } from '../../shared/ui/record-list.js';

/** Each part with its size, the time it spans and how long it is kept. */
export function PartList({ storage: { parts, hoursKeptYears } }: { storage: StorageResponse }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const moment = (instant: string | null) =>
    instant ? formats.dateTime(instant) : <span className="no-data">{noValue}</span>;
  return (
    <RecordList
      items={parts}
      idOf={({ part }) => part}
      minimumWidth={760}
      columns={[
        {
          key: 'part',
          title: t('storage.part'),
          phone: 'head',
          render: ({ part }) => (
            <>
              {t(`storagePart.${part}`)}{' '}
              <span className="muted">{t(`storagePartHint.${part}`, { years: hoursKeptYears })}</span>
            </>
          ),
        },
        {
          key: 'size',
          title: t('storage.size'),
          width: 130,
          align: 'right',
          render: ({ bytes }) => byteSize(bytes),
        },
        { key: 'from', title: t('storage.from'), width: 170, render: ({ from }) => moment(from) },
        { key: 'to', title: t('storage.to'), width: 170, render: ({ to }) => moment(to) },
      ]}
      empty={<span className="muted">{t('state.noData')}</span>}
    />
  );
}
