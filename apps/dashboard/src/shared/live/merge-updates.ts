import type { Server, ServersResponse, ServerUpdate } from '@opsgauge/contract';

/** A late event must not put older facts over newer ones that came with a reading of the list. */
const isNewer = (server: Server, update: ServerUpdate): boolean => {
  const known = server.latest?.observedAt ?? null;
  const said = update.latest?.observedAt ?? null;
  return known === null || said === null || Date.parse(said) >= Date.parse(known);
};

export function mergeServer(server: Server, update: ServerUpdate): Server {
  return isNewer(server, update) ? { ...server, ...update } : server;
}

/** The list with what the live event says of its servers; servers not named keep their identity, unknown ones are left out. */
export function mergeServerUpdates(
  response: ServersResponse,
  updates: readonly ServerUpdate[],
): ServersResponse {
  const byId = new Map(updates.map((update) => [update.id, update]));
  return {
    ...response,
    items: response.items.map((server) => {
      const update = byId.get(server.id);
      return update ? mergeServer(server, update) : server;
    }),
  };
}
