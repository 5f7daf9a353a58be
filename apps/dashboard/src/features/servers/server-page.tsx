import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ServersResponse } from '@opsgauge/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { serverQuery } from '../../shared/api/queries.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { AvailabilityStrip } from './availability-strip.js';
import { InterfacesPanel } from './interfaces-panel.js';
import { MountsPanel } from './mounts-panel.js';
import { ServerCharts } from './server-charts.js';
import { ServerHeader } from './server-header.js';
import { useWatching } from './use-watching.js';
import './servers.css';

interface ServerPageProps {
  serverId: string;
  actions: ReactNode;
  inspections: ReactNode;
}

/** One server: what it is, how it is, its last hours, its last 30 days, its devices and its inspections. */
export function ServerPage({ serverId, actions, inspections }: ServerPageProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const server = useQuery({
    ...serverQuery(serverId),
    placeholderData: () =>
      client.getQueryData<ServersResponse>(keys.servers)?.items.find((known) => known.id === serverId),
  });
  useTitle(server.data?.name);
  useWatching(serverId);
  return (
    <QueryState query={server} errorTitle={t('server.loadFailed')} skeletonRows={14}>
      {(data) => (
        <>
          <ServerHeader server={data} actions={actions} />
          <ServerCharts server={data} />
          <AvailabilityStrip serverId={serverId} />
          <div className="two-columns">
            <MountsPanel mounts={data.latest?.devices.mounts ?? []} />
            <InterfacesPanel interfaces={data.latest?.devices.interfaces ?? []} />
          </div>
          {inspections}
        </>
      )}
    </QueryState>
  );
}
