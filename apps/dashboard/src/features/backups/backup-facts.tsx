import type { BackupsResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { byteSize, noValue, wholeNumber } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';
import { FactList, type Fact } from '../../shared/ui/fact-list.js';

/** The last good backup, the next one, and how many are kept. */
export function BackupFacts({ backups }: { backups: BackupsResponse }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { items, lastGoodAt, nextAt, keptMax } = backups;
  const last = items.find(({ isKept }) => isKept);
  const facts: Fact[] = [
    [
      t('backup.last'),
      lastGoodAt ? (
        <>
          {formats.dateTime(lastGoodAt)}{' '}
          <small>
            <RelativeTime moment={lastGoodAt} />
          </small>
        </>
      ) : (
        noValue
      ),
    ],
    [t('backup.size'), byteSize(last?.bytes)],
    [t('backup.rows'), wholeNumber(last?.rows)],
    [t('backup.next'), nextAt ? formats.dateTime(nextAt) : noValue],
    [t('backup.kept'), t('backup.keptValue', { value: keptMax })],
  ];
  return <FactList className="big-facts" facts={facts} />;
}
