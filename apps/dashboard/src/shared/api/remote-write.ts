import { queryOptions } from '@tanstack/react-query';
import {
  createdRemoteWriteSourceSchema,
  remoteWriteSourceSchema,
  remoteWriteSourcesResponseSchema,
  type RemoteWriteAssignment,
  type RemoteWriteSourceInput,
} from '@opsgauge/contract';
import { request, requestNothing } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1/remote-write/sources';
const readAgainMs = 15_000;

/** The Prometheus servers that may write, with the hosts they wrote of: new ones come by themselves. */
export const remoteWriteSourcesQuery = queryOptions({
  queryKey: keys.remoteWriteSources,
  queryFn: ({ signal }) => request(remoteWriteSourcesResponseSchema, api, { signal }),
  refetchInterval: readAgainMs,
});
export const createRemoteWriteSource = (body: RemoteWriteSourceInput) =>
  request(createdRemoteWriteSourceSchema, api, { method: 'POST', body });
export const deleteRemoteWriteSource = (id: string) => requestNothing(`${api}/${id}`, { method: 'DELETE' });
export const assignInstance = (sourceId: string, body: RemoteWriteAssignment) =>
  request(remoteWriteSourceSchema, `${api}/${sourceId}/instances`, { method: 'PUT', body });
