import type { StorageResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { byteSize, percent, wholeNumber } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { FactList, type Fact } from '../../shared/ui/fact-list.js';
import { budgetOf } from './budget.js';

/** Size, budget and retention of the raw samples, and up to when hours are condensed. */
export function StorageFacts({ storage }: { storage: StorageResponse }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { databaseBytes, rawBudgetBytes, rawKeptDays, foldedUntil, lateHours, keptSpans } = storage;
  const { usedBytes, usedPercent } = budgetOf(storage);
  const facts: Fact[] = [
    [t('storage.database'), byteSize(databaseBytes)],
    [
      t('storage.rawBudget'),
      <>
        {byteSize(usedBytes)}{' '}
        <small>
          / {byteSize(rawBudgetBytes)} · {percent(usedPercent, 1)}
        </small>
      </>,
    ],
    [t('storage.rawKept'), t('storage.rawKeptValue', { value: rawKeptDays })],
    [t('storage.keptSpans'), t('storage.keptSpansValue', { value: wholeNumber(keptSpans) })],
    [
      t('storage.foldedUntil'),
      foldedUntil ? (
        formats.dateTime(foldedUntil)
      ) : (
        <span className="no-data">{t('storage.nothingFolded')}</span>
      ),
    ],
    [t('storage.lateHours'), t('storage.lateHoursValue', { value: wholeNumber(lateHours) })],
  ];
  return (
    <section className="panel storage-state">
      <FactList className="big-facts storage-facts" facts={facts} />
    </section>
  );
}
