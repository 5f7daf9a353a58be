import { useQuery } from '@tanstack/react-query';
import {
  wallDaysQuery,
  wallDutyQuery,
  wallFaultsQuery,
  wallLateQuery,
  wallMaintenanceQuery,
  wallServersQuery,
  wallSystemsQuery,
  wallUnansweredQuery,
} from '../../shared/api/wall.js';
import { date, shiftDate } from '../../shared/format/times.js';
import { instantOf } from '../../shared/format/zone-instants.js';
import { useMay } from '../../shared/permissions.js';
import { useNow } from '../../shared/time/clock.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { WallCounters } from './wall-counters.js';
import { WallDuty } from './wall-duty.js';
import { WallFaults } from './wall-faults.js';
import { WallFleet } from './wall-fleet.js';
import { WallHeader } from './wall-header.js';
import { WallMaintenance } from './wall-maintenance.js';
import { WallResources } from './wall-resources.js';
import { WallSystems } from './wall-systems.js';

const days = 30;

/** The display: how many are in which state, every system's last 30 days, the open faults, what is fullest. */
export function WallPage({ isByToken }: { isByToken: boolean }) {
  const timeZone = useTimeZone();
  const today = date(useNow(), timeZone);
  const mayReadRoster = useMay('readRoster');
  const servers = useQuery(wallServersQuery);
  const systems = useQuery(wallSystemsQuery);
  const availability = useQuery(wallDaysQuery(shiftDate(today, 1 - days), today));
  const faults = useQuery(wallFaultsQuery);
  const unanswered = useQuery(wallUnansweredQuery).data?.total;
  const late = useQuery(wallLateQuery).data?.total;
  const windows = useQuery(wallMaintenanceQuery);
  const [dayBegins, dayEnds] = [instantOf(today, timeZone), instantOf(shiftDate(today, 1), timeZone)];
  const duty = useQuery({ ...wallDutyQuery(dayBegins, dayEnds), enabled: mayReadRoster });
  const items = servers.data?.items ?? [];
  return (
    <main className="wall-page">
      <WallHeader
        servers={items}
        unanswered={unanswered ?? 0}
        updatedAt={servers.dataUpdatedAt}
        isByToken={isByToken}
      />
      <WallCounters
        servers={items}
        fleet={servers.data?.fleet}
        open={faults.data?.total}
        unanswered={unanswered}
        late={late}
      />
      <div className="wall-columns">
        <WallSystems systems={systems.data?.items} availability={availability.data?.items} servers={items} />
        <WallFaults query={faults} />
        <div className="wall-stack">
          <WallFleet servers={items} />
          <WallResources servers={items} />
          {mayReadRoster && <WallDuty shifts={duty.data?.items} />}
          <WallMaintenance windows={windows.data?.items ?? []} />
        </div>
      </div>
    </main>
  );
}
