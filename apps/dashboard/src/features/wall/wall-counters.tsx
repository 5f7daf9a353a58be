import type { Fault, Server, ServersResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { noValue, percentDigits } from '../../shared/format/figures.js';
import { LowCoverageMark } from '../../shared/ui/low-coverage-mark.js';
import { Mark } from '../../shared/ui/mark.js';

interface WallCountersProps {
  servers: readonly Server[];
  fleet: ServersResponse['fleet'] | undefined;
  faults: readonly Fault[] | undefined;
}

const isLate = ({ response, repair }: Fault) => response.state === 'missed' || repair.state === 'missed';

/** How many are in which state, this month's availability, and how many faults are open. */
export function WallCounters({ servers, fleet, faults }: WallCountersProps) {
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
          {t('overview.monthAvailability')}{' '}
          <LowCoverageMark coveragePercent={fleet?.monthCoveragePercent ?? null} />
        </dt>
        <dd>
          {percentDigits(fleet?.monthAvailabilityPercent)}
          {fleet?.monthAvailabilityPercent && <small>%</small>}
        </dd>
      </div>
      <div className={faults?.some(({ state }) => state === 'open') ? 'is-hot' : ''}>
        <dt>{t('wall.unanswered')}</dt>
        <dd>{faults?.filter(({ state }) => state === 'open').length ?? noValue}</dd>
      </div>
      <div>
        <dt>{t('wall.openFaults')}</dt>
        <dd>{faults?.length ?? noValue}</dd>
      </div>
      <div className={faults?.some(isLate) ? 'is-hot' : ''}>
        <dt>{t('wall.late')}</dt>
        <dd>{faults?.filter(isLate).length ?? noValue}</dd>
      </div>
    </dl>
  );
}
