import { queryOptions } from '@tanstack/react-query';
import {
  probeAttemptSchema,
  probeResultsResponseSchema,
  probeSchema,
  probeSeriesResponseSchema,
  probesResponseSchema,
  probeStatesResponseSchema,
  type ProbeInput,
  type ProbeTrialInput,
} from '@opsgauge/contract';
import { request, requestNothing, withQuery } from './client.js';
import { keys } from './keys.js';

const path = '/api/v1/probes';
/** Results come by themselves, and no event tells of them. */
const rereadMs = 10_000;

export const probesQuery = queryOptions({
  queryKey: keys.probes,
  queryFn: ({ signal }) => request(probesResponseSchema, path, { signal }),
});
export const probeStatesQuery = queryOptions({
  queryKey: keys.probeStates,
  queryFn: ({ signal }) => request(probeStatesResponseSchema, `${path}/states`, { signal }),
  refetchInterval: rereadMs,
});
export const probeQuery = (id: string) =>
  queryOptions({
    queryKey: keys.probe(id),
    queryFn: ({ signal }) => request(probeSchema, `${path}/${id}`, { signal }),
  });
export const probeSeriesQuery = (id: string, period: { from: string; to: string }) =>
  queryOptions({
    queryKey: keys.probeSeries(id, period),
    queryFn: ({ signal }) =>
      request(probeSeriesResponseSchema, withQuery(`${path}/${id}/series`, period), { signal }),
  });
export const probeFailuresQuery = (id: string, period: { from: string; to: string }) =>
  queryOptions({
    queryKey: keys.probeFailures(id, period),
    queryFn: ({ signal }) =>
      request(probeResultsResponseSchema, withQuery(`${path}/${id}/results`, { ...period, failed: 'true' }), {
        signal,
      }),
  });

export const saveProbe = (id: string | null, body: ProbeInput) =>
  id === null
    ? request(probeSchema, path, { method: 'POST', body })
    : request(probeSchema, `${path}/${id}`, { method: 'PUT', body });
export const deleteProbe = (id: string) => requestNothing(`${path}/${id}`, { method: 'DELETE' });
/** Asks once, from the hub. */
export const tryProbe = (body: ProbeTrialInput) =>
  request(probeAttemptSchema, `${path}/trial`, { method: 'POST', body });
