import type { ServersResponse, System } from '@opsgauge/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from '../../shared/api/keys.js';
import { serversQuery } from '../../shared/api/queries.js';

/** Live events speak of servers: once one of the system's changes its status, the system's is read again. */
export function useFreshStatus(system: System | undefined): void {
  const client = useQueryClient();
  const { data: statuses = '' } = useQuery({
    ...serversQuery,
    select: (servers: ServersResponse) => statusesOf(system, servers),
  });
  const id = system?.id;
  useEffect(() => {
    if (id !== undefined && statuses !== '') {
      void client.invalidateQueries({ queryKey: keys.availabilityOf(id) });
    }
  }, [client, id, statuses]);
}

const statusesOf = (system: System | undefined, { items }: ServersResponse): string => {
  const ids = new Set(system?.components.map(({ serverId }) => serverId));
  return items
    .filter((server) => ids.has(server.id))
    .map(({ status }) => status)
    .join();
};
