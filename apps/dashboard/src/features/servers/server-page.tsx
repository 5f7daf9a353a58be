import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ServersResponse } from '@opsgauge/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { serverQuery } from '../../shared/api/queries.js';
import { useReread } from '../../shared/api/use-reread.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { ServerBody } from './server-body.js';
import { ServerHeader } from './server-header.js';
import { useWatching } from './use-watching.js';
import './servers.css';

interface ServerPageProps {
  serverId: string;
  actions: ReactNode;
  faults: ReactNode;
  inspections: ReactNode;
}

/** One server: what it is, how it is, its last hours, its last 30 days, its devices and its inspections. */
export function ServerPage({ serverId, actions, faults, inspections }: ServerPageProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const server = useQuery({
    ...serverQuery(serverId),
    placeholderData: () =>
      client.getQueryData<ServersResponse>(keys.servers)?.items.find((known) => known.id === serverId),
  });
  useTitle(server.data?.name);
  useWatching(serverId);
  useReread(keys.server(serverId), 30_000);
  return (
    <QueryState query={server} errorTitle={t('server.loadFailed')} skeletonRows={14}>
      {(data) => (
        <>
          <ServerHeader server={data} actions={actions} />
          {faults}
          <ServerBody server={data} inspections={inspections} />
        </>
      )}
    </QueryState>
  );
}
