import type { Server, ServersResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { isCoverageLow, percent, percentDigits } from '../../shared/format/figures.js';
import { useNow } from '../../shared/time/clock.js';
import { Mark } from '../../shared/ui/mark.js';

interface FactsProps {
  fleet: ServersResponse['fleet'];
  servers: readonly Server[];
}

/** A server counts as reporting while it is within its soft-miss limit: three intervals, at least 30 seconds. */
export const isReporting = (server: Server, now: number): boolean =>
  server.lastReportAt !== null &&
  now - Date.parse(server.lastReportAt) <= Math.max(3 * server.intervalSeconds, 30) * 1000;

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
              {percentDigits(fleet.monthAvailabilityPercent)}
              <i>%</i>
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
            </>
          )}
          {isCoverageLow(fleet.monthCoveragePercent) && (
            <small className="low-coverage">
              <Mark kind="warning" size={11} label={t('coverage.low')} />
              {t('coverage.low')}
            </small>
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
