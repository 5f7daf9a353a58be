import type { Server, System, SystemsAvailabilityDaysResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../shared/time/clock.js';
import { pageAt } from './turning.js';
import { WallPanel } from './wall-panel.js';
import { WallSystem } from './wall-system.js';

const perPage = 6;
const everyMs = 15_000;

interface WallSystemsProps {
  /** Undefined until they are read. */
  systems: readonly System[] | undefined;
  availability: SystemsAvailabilityDaysResponse['items'] | undefined;
  servers: readonly Server[];
}

/** The systems, six at a time, each with its last 30 days. */
export function WallSystems({ systems, availability, servers }: WallSystemsProps) {
  const { t } = useTranslation();
  const now = useNow();
  const { shown, ...turn } = pageAt(systems ?? [], perPage, everyMs, now);
  return (
    <WallPanel title={t('wall.systems')} note={t('wall.systemsNote')} turn={turn} className="wall-systems">
      {systems?.length === 0 && <p className="wall-empty">{t('wall.noSystems')}</p>}
      {shown.map((system) => (
        <WallSystem
          key={system.id}
          system={system}
          found={availability?.find(({ systemId }) => systemId === system.id)}
          servers={servers.filter((server) =>
            system.components.some(({ serverId }) => serverId === server.id),
          )}
        />
      ))}
    </WallPanel>
  );
}
