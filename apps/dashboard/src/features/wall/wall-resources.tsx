import type { Server } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { percent } from '../../shared/format/figures.js';
import { levelOf } from '../../shared/status.js';
import { topResources } from './top-resources.js';
import { WallPanel } from './wall-panel.js';

const shownMax = 5;

/** What is fullest of all that is heard of. */
export function WallResources({ servers }: { servers: readonly Server[] }) {
  const { t } = useTranslation();
  const uses = topResources(servers, shownMax);
  return (
    <WallPanel title={t('wall.resources')} className="wall-resources">
      {uses.length === 0 && <p className="wall-empty">{t('state.noData')}</p>}
      {uses.map((use) => (
        <div key={use.serverId} className={`wall-use is-${levelOf(use.percent)}`}>
          <span className="wall-name">{use.serverName}</span>
          <small>{t(`metric.${use.metric}`)}</small>
          <i>
            <i style={{ width: `${Math.min(100, use.percent)}%` }} />
          </i>
          <b className="num">{percent(use.percent, 1)}</b>
        </div>
      ))}
    </WallPanel>
  );
}
