import type { Server } from '@opsgauge/contract';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { currentValues } from '../../shared/status.js';
import { Mark } from '../../shared/ui/mark.js';
import { Meter } from '../../shared/ui/meter.js';
import { WaitingTag } from '../../shared/ui/waiting-tag.js';
import { LastReport } from './last-report.js';

/** A server with its three meters, leading to its page. */
export const ServerCard = memo(function ServerCard({ server }: { server: Server }) {
  const { t } = useTranslation();
  const values = currentValues(server);
  const meters = [
    [t('metric.cpu'), values?.cpuPercent],
    [t('metric.memory'), values?.memoryUsedPercent],
    [t('metric.disk'), values?.diskUsedPercent],
  ] as const;
  return (
    <Link to={`/servers/${server.id}`} className={`server-card ${server.status}`}>
      <div className="row">
        <Mark kind={server.status} />
        <b className="clipped">{server.name}</b>
        <WaitingTag server={server} />
      </div>
      <div className="card-address num">{server.address ?? server.hostname}</div>
      {values ? (
        meters.map(([name, value]) => (
          <div className="card-meter" key={name}>
            <span>{name}</span>
            <Meter percent={value} label={name} />
          </div>
        ))
      ) : (
        <div className="card-silent">
          {t('state.noData')}
          <small>
            {t('column.lastReport')} <LastReport server={server} />
          </small>
        </div>
      )}
    </Link>
  );
});
