import type { Server } from '@opsgauge/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { megabits, percent } from '../../shared/format/figures.js';
import { sparkShape } from '../../shared/ui/spark-path.js';
import { fleetLoad } from './fleet-load.js';
import { WallPanel } from './wall-panel.js';

const width = 400;
const height = 80;

/** The CPU of all servers over the last hour, and what they come to now. */
export function WallFleet({ servers }: { servers: readonly Server[] }) {
  const { t } = useTranslation();
  const load = useMemo(() => fleetLoad(servers), [servers]);
  const { line, areas } = sparkShape(load.cpuLastHour, width, height);
  return (
    <WallPanel title={t('wall.fleet')} note={t('wall.fleetNote')} className="wall-fleet">
      <dl>
        <div>
          <dt>CPU</dt>
          <dd>{percent(load.cpuPercent, 1)}</dd>
        </div>
        <div>
          <dt>{t('metric.memory')}</dt>
          <dd>{percent(load.memoryUsedPercent, 1)}</dd>
        </div>
        <div>
          <dt>{t('wall.received')}</dt>
          <dd>{megabits(load.receiveBytesPerSecond)}</dd>
        </div>
        <div>
          <dt>{t('wall.sent')}</dt>
          <dd>{megabits(load.transmitBytesPerSecond)}</dd>
        </div>
      </dl>
      <div className="wall-curve">
        <small className="num">100</small>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t('wall.fleetNote')}
        >
          {areas.map((area) => (
            <path key={area} d={area} className="area" />
          ))}
          <path d={line} className="line" />
        </svg>
        <small className="num">0</small>
        <small>{t('wall.hourAgo')}</small>
        <small>{t('wall.now')}</small>
      </div>
    </WallPanel>
  );
}
