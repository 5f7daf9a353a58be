import type { LiveEventName, LiveEvents, Server, ServersResponse } from '@opsgauge/contract';
import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.js';
import { mergeServer, mergeServerUpdates } from './merge-updates.js';

type Appliers = { [Name in LiveEventName]: (client: QueryClient, payload: LiveEvents[Name]) => void };

const appliers: Appliers = {
  'servers.updated': (client, { items }) => {
    client.setQueryData<ServersResponse>(keys.servers, (known) => known && mergeServerUpdates(known, items));
    for (const update of items)
      client.setQueryData<Server>(keys.server(update.id), (known) => known && mergeServer(known, update));
  },
  'servers.changed': (client) => {
    void client.invalidateQueries({ queryKey: keys.servers });
    void client.invalidateQueries({ queryKey: keys.systems });
  },
  'inspection.completed': (client, { inspectionId, serverId }) => {
    void client.invalidateQueries({ queryKey: keys.inspection(inspectionId) });
    void client.invalidateQueries({ queryKey: keys.inspectionsOf(serverId) });
  },
  'status.reread': (client, { serverId }) => {
    void client.invalidateQueries({ queryKey: keys.availabilityOf(serverId) });
    void client.invalidateQueries({ queryKey: keys.allActuals });
    void client.invalidateQueries({ queryKey: keys.servers });
  },
};

/** Brings a live event into the query cache. */
export function applyLiveEvent<Name extends LiveEventName>(
  client: QueryClient,
  name: Name,
  payload: LiveEvents[Name],
): void {
  appliers[name](client, payload);
}
