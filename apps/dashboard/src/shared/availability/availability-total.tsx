import type { AvailabilityDaysResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { percent } from '../format/figures.js';
import { Coverage } from '../ui/coverage.js';
import { LowCoverageMark, uncertainClass } from '../ui/low-coverage-mark.js';

/** Availability and coverage of all the days together. */
export function AvailabilityTotal({ total }: { total: AvailabilityDaysResponse['total'] }) {
  const { t } = useTranslation();
  const { availabilityPercent, coveragePercent } = total;
  return (
    <span className="strip-total">
      {t('overview.availability')}{' '}
      <b className={uncertainClass(coveragePercent)}>
        {availabilityPercent === null ? t('state.noData') : percent(availabilityPercent)}
      </b>{' '}
      {availabilityPercent !== null && <LowCoverageMark coveragePercent={coveragePercent} />}{' '}
      {t('column.coverage')} <Coverage coveragePercent={coveragePercent} hasUnit />
    </span>
  );
}
