import type { Server, ServersResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { percent, percentDigits } from '../../shared/format/figures.js';
import { isReporting } from '../../shared/status.js';
import { useNow } from '../../shared/time/clock.js';
import { LowCoverageMark, uncertainClass } from '../../shared/ui/low-coverage-mark.js';

interface FactsProps {
  fleet: ServersResponse['fleet'];
  servers: readonly Server[];
}

/** The fleet's figures of this month, and how many servers report right now. */
export function Facts({ fleet, servers }: FactsProps) {
  const { t } = useTranslation();
  const now = useNow();
  const reporting = servers.filter((server) => isReporting(server, now)).length;
  const hasValue = fleet.monthAvailabilityPercent !== null;
  return (
    <div className="facts">
      <div>
        <div className="head">{t('overview.monthAvailability')}</div>
        <div className="value">
          {hasValue ? (
            <>
              <span className={uncertainClass(fleet.monthCoveragePercent)}>
                {percentDigits(fleet.monthAvailabilityPercent)}
              </span>
              <i>%</i>
              <LowCoverageMark coveragePercent={fleet.monthCoveragePercent} />
            </>
          ) : (
            <span className="no-data">{t('state.noData')}</span>
          )}
        </div>
      </div>
      <div>
        <div className="head">{t('overview.monthCoverage')}</div>
        <div className="value">
          {fleet.monthCoveragePercent === null ? (
            <span className="no-data">{t('state.noData')}</span>
          ) : (
            <>
              {percentDigits(fleet.monthCoveragePercent, 1)}
              <i>%</i>
              <LowCoverageMark coveragePercent={fleet.monthCoveragePercent} isWordless={hasValue} />
            </>
          )}
        </div>
      </div>
      <div>
        <div className="head">{t('overview.reporting')}</div>
        <div className="value">
          {reporting}
          <i>/ {servers.length}</i>
          <small>{servers.length > 0 && percent((reporting / servers.length) * 100, 1)}</small>
        </div>
      </div>
    </div>
  );
}
