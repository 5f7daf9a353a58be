import { useQuery } from '@tanstack/react-query';
import {
  wallDaysQuery,
  wallFaultsQuery,
  wallMaintenanceQuery,
  wallServersQuery,
  wallSystemsQuery,
} from '../../shared/api/wall.js';
import { date, shiftDate } from '../../shared/format/times.js';
import { useNow } from '../../shared/time/clock.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { WallCounters } from './wall-counters.js';
import { WallFaults } from './wall-faults.js';
import { WallHeader } from './wall-header.js';
import { WallMaintenance } from './wall-maintenance.js';
import { WallResources } from './wall-resources.js';
import { WallSystems } from './wall-systems.js';

const days = 30;

/** The display: how many are in which state, every system's last 30 days, the open faults, what is fullest. */
export function WallPage({ isByToken }: { isByToken: boolean }) {
  const today = date(useNow(), useTimeZone());
  const servers = useQuery(wallServersQuery);
  const systems = useQuery(wallSystemsQuery);
  const availability = useQuery(wallDaysQuery(shiftDate(today, 1 - days), today));
  const faults = useQuery(wallFaultsQuery);
  const windows = useQuery(wallMaintenanceQuery);
  const items = servers.data?.items ?? [];
  return (
    <main className="wall-page">
      <WallHeader
        servers={items}
        faults={faults.data?.items ?? []}
        updatedAt={servers.dataUpdatedAt}
        isByToken={isByToken}
      />
      <WallCounters servers={items} fleet={servers.data?.fleet} faults={faults.data?.items} />
      <div className="wall-columns">
        <WallSystems systems={systems.data?.items} availability={availability.data?.items} servers={items} />
        <WallFaults query={faults} />
        <div className="wall-stack">
          <WallResources servers={items} />
          <WallMaintenance windows={windows.data?.items ?? []} />
        </div>
      </div>
    </main>
  );
}
