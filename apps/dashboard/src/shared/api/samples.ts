import { queryOptions } from '@tanstack/react-query';
import {
  availabilityResponseSchema,
  deviceSamplesResponseSchema,
  rawSamplesResponseSchema,
  samplesResponseSchema,
  samplesSummaryResponseSchema,
  type DeviceKind,
  type HostMetricName,
} from '@opsgauge/contract';
import { hubNow } from '../time/clock.js';
import { request, withQuery } from './client.js';
import { keys } from './keys.js';
import { serverAvailabilityUrl } from './queries.js';

const readAgainMs = 60_000;
/** Answers for edges that move on are asked for once and not kept. */
const movingGcMs = 15_000;

const api = (id: string) => `/api/v1/servers/${id}/samples`;
const iso = (ms: number) => new Date(ms).toISOString();

export interface FixedPeriod {
  from: string;
  to: string;
}
/** The last `lastMs` before the moment of asking, or a period that stands still. */
export type SamplesPeriod = { lastMs: number } | FixedPeriod;

function edgesOf(period: SamplesPeriod): FixedPeriod {
  if (!('lastMs' in period)) return period;
  const to = hubNow();
  return { from: iso(to - period.lastMs), to: iso(to) };
}

/** The host's metrics in at most `points` buckets; the answer says which period it is of. */
export const samplesQuery = (
  id: string,
  period: SamplesPeriod,
  points: number,
  metrics: readonly HostMetricName[],
) =>
  queryOptions({
    queryKey: keys.samples(id, { period, points, metrics }),
    queryFn: ({ signal }) =>
      request(
        samplesResponseSchema,
        withQuery(api(id), { ...edgesOf(period), points, metrics: metrics.join() }),
        { signal },
      ),
    staleTime: 0,
    refetchInterval: readAgainMs,
  });

/** One device's fields in at most `points` buckets. */
export const deviceSamplesQuery = (
  id: string,
  device: { kind: DeviceKind; name: string },
  period: FixedPeriod,
  points: number,
) =>
  queryOptions({
    queryKey: keys.samples(id, { device, period, points }),
    queryFn: ({ signal }) =>
      request(
        deviceSamplesResponseSchema,
        withQuery(`${api(id)}/devices`, { ...period, points, ...device }),
        { signal },
      ),
    gcTime: movingGcMs,
  });

/** What each metric comes to over a period. */
export const samplesSummaryQuery = (id: string, period: FixedPeriod) =>
  queryOptions({
    queryKey: keys.samples(id, { summaryOf: period }),
    queryFn: ({ signal }) =>
      request(samplesSummaryResponseSchema, withQuery(`${api(id)}/summary`, { ...period }), { signal }),
    gcTime: movingGcMs,
  });

/** Status intervals of a period, read again with the samples. */
export const periodAvailabilityQuery = (id: string, period: SamplesPeriod) =>
  queryOptions({
    queryKey: [...keys.availabilityOf(id), 'period', period],
    queryFn: ({ signal }) => {
      const { from, to } = edgesOf(period);
      return request(availabilityResponseSchema, serverAvailabilityUrl(id, from, to), { signal });
    },
    refetchInterval: readAgainMs,
  });

export interface RawSamplesSelection extends FixedPeriod {
  limit: number;
  order: 'first' | 'last';
}

export const rawSamplesQuery = (id: string, selection: RawSamplesSelection) =>
  queryOptions({
    queryKey: keys.rawSamples(id, selection),
    queryFn: ({ signal }) =>
      request(rawSamplesResponseSchema, withQuery(`${api(id)}/raw`, { ...selection }), { signal }),
  });
