import type { Server } from '@opsgauge/contract';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { noValue, percent, reading } from '../../shared/format/figures.js';
import { currentValues, levelOf } from '../../shared/status.js';
import { LowCoverageMark, uncertainClass } from '../../shared/ui/low-coverage-mark.js';
import { Mark } from '../../shared/ui/mark.js';
import { Meter } from '../../shared/ui/meter.js';
import { WindowList } from '../../shared/ui/window-list.js';
import { WaitingTag } from '../../shared/ui/waiting-tag.js';
import { LastReport } from './last-report.js';

const ServerRow = memo(function ServerRow({ server }: { server: Server }) {
  const { t } = useTranslation();
  const values = currentValues(server);
  const meters = [
    [t('metric.cpu'), values?.cpuPercent],
    [t('metric.memory'), values?.memoryUsedPercent],
    [t('metric.disk'), values?.diskUsedPercent],
  ] as const;
  return (
    <Link className="server-row" to={`/servers/${server.id}`}>
      <div className="row">
        <Mark kind={server.status} />
        <b>{server.name}</b>
        <WaitingTag server={server} />
        <span className="spacer" />
        <LastReport server={server} />
      </div>
      <div className="row sub">
        <span className="clipped">{server.systemName ?? server.address ?? noValue}</span>
        <span className="spacer" />
        <span className="row">
          <span className={uncertainClass(server.monthCoveragePercent)}>
            {t('overview.availability')} {percent(server.monthAvailabilityPercent)}
          </span>
          <LowCoverageMark coveragePercent={server.monthCoveragePercent} />
        </span>
      </div>
      {values && (
        <div className="row-meters">
          {meters.map(([name, value]) => (
            <div key={name} className={levelOf(value ?? 0)}>
              <span>{name}</span>
              <b className="num">{value === undefined ? noValue : `${reading(value)} %`}</b>
              <Meter percent={value} label={name} />
            </div>
          ))}
        </div>
      )}
    </Link>
  );
});

const withMeters = 112;
const withoutMeters = 64;

/** The servers as rows for a phone. */
export function ServerRows({ servers }: { servers: Server[] }) {
  return (
    <WindowList
      className="server-rows"
      items={servers}
      keyOf={({ id }) => id}
      estimateHeight={(server) => (currentValues(server) ? withMeters : withoutMeters)}
      render={(server) => <ServerRow server={server} />}
    />
  );
}
