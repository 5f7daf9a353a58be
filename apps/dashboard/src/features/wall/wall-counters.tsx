import type { Server, ServersResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { noValue, percentDigits } from '../../shared/format/figures.js';
import { LowCoverageMark } from '../../shared/ui/low-coverage-mark.js';
import { Mark } from '../../shared/ui/mark.js';

interface WallCountersProps {
  servers: readonly Server[];
  fleet: ServersResponse['fleet'] | undefined;
  /** How many faults; undefined until it is read. */
  open: number | undefined;
  unanswered: number | undefined;
  late: number | undefined;
}

/** How many are in which state, this month's availability, and how many faults are open. */
export function WallCounters({ servers, fleet, open, unanswered, late }: WallCountersProps) {
  const { t } = useTranslation();
  const count = (status: Server['status']) => servers.filter((one) => one.status === status).length;
  return (
    <dl className="wall-counters">
      <div>
        <dt>{t('overview.all')}</dt>
        <dd>{servers.length}</dd>
      </div>
      {(['up', 'down', 'maintenance', 'unknown'] as const).map((status) => (
        <div key={status} className={status === 'down' && count(status) > 0 ? 'is-hot' : ''}>
          <dt>
            <Mark kind={status} /> {t(`status.${status}`)}
          </dt>
          <dd>{count(status)}</dd>
        </div>
      ))}
      <div>
        <dt>
          {t('wall.monthAvailability')}{' '}
          <LowCoverageMark coveragePercent={fleet?.monthCoveragePercent ?? null} />
        </dt>
        <dd>
          {percentDigits(fleet?.monthAvailabilityPercent)}
          {fleet?.monthAvailabilityPercent && <small>%</small>}
        </dd>
      </div>
      <div className={unanswered ? 'is-hot' : ''}>
        <dt>{t('wall.unanswered')}</dt>
        <dd>{unanswered ?? noValue}</dd>
      </div>
      <div>
        <dt>{t('wall.openFaults')}</dt>
        <dd>{open ?? noValue}</dd>
      </div>
      <div className={late ? 'is-hot' : ''}>
        <dt>{t('wall.late')}</dt>
        <dd>{late ?? noValue}</dd>
      </div>
    </dl>
  );
}
