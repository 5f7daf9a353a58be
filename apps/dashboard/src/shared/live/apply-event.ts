import type { LiveEventName, LiveEvents, Server, ServersResponse } from '@opsgauge/contract';
import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.js';
import type { Invalidations } from './invalidations.js';
import { mergeServer, mergeServerUpdates } from './merge-updates.js';

/** What events are brought into. */
export interface LiveCache {
  client: QueryClient;
  invalidations: Pick<Invalidations, 'add'>;
}

type Appliers = { [Name in LiveEventName]: (cache: LiveCache, payload: LiveEvents[Name]) => void };

const appliers: Appliers = {
  'servers.updated': ({ client }, { items }) => {
    client.setQueryData<ServersResponse>(keys.servers, (known) => known && mergeServerUpdates(known, items));
    for (const update of items)
      client.setQueryData<Server>(keys.server(update.id), (known) => known && mergeServer(known, update));
  },
  'servers.changed': ({ invalidations }) =>
    invalidations.add(keys.servers, keys.systems, keys.maintenanceWindows),
  'inspection.completed': ({ invalidations }, { inspectionId, serverId }) =>
    invalidations.add(keys.inspection(inspectionId), keys.inspectionsOf(serverId)),
  'faults.changed': ({ invalidations }) => invalidations.add(keys.faults),
  'status.reread': ({ invalidations }, { serverId }) =>
    invalidations.add(keys.availabilityOf(serverId), keys.allActuals, keys.servers),
};

/** Brings a live event into the query cache. */
export function applyLiveEvent<Name extends LiveEventName>(
  cache: LiveCache,
  name: Name,
  payload: LiveEvents[Name],
): void {
  appliers[name](cache, payload);
}
