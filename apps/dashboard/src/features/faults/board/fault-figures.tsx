import { monthOf } from '@opsgauge/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { faultMeasuresQuery } from '../../../shared/api/faults.js';
import { useReread } from '../../../shared/api/use-reread.js';
import { percent, percentDigits } from '../../../shared/format/figures.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { hubNow } from '../../../shared/time/clock.js';
import { useIsPhone } from '../../../shared/ui/use-media.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { listAddress } from './fault-filter.js';
import { figuresOf, type Figure } from './figure-values.js';

const readAgainMs = 60_000;
const phoneFigures = 3;

function useFigureTexts() {
  const { t } = useTranslation();
  const formats = useFormats();
  return {
    valueOf: ({ value }: Figure): string => {
      switch (value.kind) {
        case 'count':
          return String(value.value);
        case 'percent':
          return percent(value.value);
        case 'duration':
          return formats.duration(value.ms);
        case 'none':
        case 'notDue':
        case 'noneAnswered':
          return t(`faultFigure.${value.kind}`);
      }
    },
    noteOf: ({ key, numerator, denominator, notDue, beside, value }: Figure): string => {
      switch (key) {
        case 'faultCount':
          return t('faultFigure.majorNote', { value: beside });
        case 'responseTimelyRate':
        case 'repairTimelyRate':
          return t('faultFigure.rateNote', { numerator, denominator, value: notDue });
        case 'meanResponseHours':
          return t('faultFigure.limitNote', { value: denominator });
        case 'meanRepairHours':
          return t('faultFigure.repairNote', { value: denominator });
        case 'repeatRate':
          return value.kind === 'count' ? t('faultFigure.repeatNote', { value: percentDigits(beside) }) : '';
      }
    },
  };
}

/** What the faults of this month, in the organisation's zone, come to; each figure opens the list of them. */
export function FaultFigures({ systemId }: { systemId: string | null }) {
  const { t } = useTranslation();
  const { timeZone } = useFormats();
  const isPhone = useIsPhone();
  const { fromMs, toMs } = monthOf(hubNow(), timeZone);
  const options = faultMeasuresQuery(
    new Date(fromMs).toISOString(),
    new Date(toMs).toISOString(),
    systemId ?? undefined,
  );
  const measures = useQuery(options);
  useReread(options.queryKey, readAgainMs);
  const { valueOf, noteOf } = useFigureTexts();
  const address = listAddress(fromMs, toMs, timeZone, systemId);
  return (
    <section className="fault-figures panel" aria-label={t('faultFigure.label')}>
      <QueryState query={measures} errorTitle={t('faultFigure.loadFailed')} skeletonRows={2}>
        {(data) =>
          figuresOf(data)
            .slice(0, isPhone ? phoneFigures : undefined)
            .map((figure) => (
              <Link key={figure.key} to={address} data-figure={figure.key}>
                <span>{t(`faultFigure.${figure.key}`)}</span>
                <b className={'value' in figure.value || 'ms' in figure.value ? '' : 'no-data'}>
                  {valueOf(figure)}
                </b>
                <small>{noteOf(figure)}</small>
              </Link>
            ))
        }
      </QueryState>
    </section>
  );
}
