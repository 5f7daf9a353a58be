import { queryOptions } from '@tanstack/react-query';
import {
  actualsResponseSchema,
  availabilityDaysResponseSchema,
  availabilityResponseSchema,
  evaluationsResponseSchema,
  healthSchema,
  inspectionSchema,
  inspectionsResponseSchema,
  serverDetailSchema,
  serversResponseSchema,
  sessionSchema,
  systemAvailabilityDaysResponseSchema,
  systemSchema,
  systemsResponseSchema,
} from '@opsgauge/contract';
import { request, withQuery } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1';

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: ({ signal }) => request(sessionSchema, `${api}/session`, { signal }),
  staleTime: 5 * 60_000,
});

export const healthQuery = queryOptions({
  queryKey: keys.health,
  queryFn: ({ signal }) => request(healthSchema, `${api}/health`, { signal }),
  refetchInterval: 30_000,
  retry: false,
});

/** Live events keep the statuses fresh; month figures and sparklines come with a reading (see `useReread`). */
export const serversQuery = queryOptions({
  queryKey: keys.servers,
  queryFn: ({ signal }) => request(serversResponseSchema, `${api}/servers`, { signal }),
});

/** Those that left the lists. */
export const retiredServersQuery = queryOptions({
  queryKey: keys.retiredServers,
  queryFn: ({ signal }) =>
    request(serversResponseSchema, withQuery(`${api}/servers`, { isRetired: 'true' }), { signal }),
});

/** Its readings come by live events, the month's figures with a reading (see `useReread`). */
export const serverQuery = (id: string) =>
  queryOptions({
    queryKey: keys.server(id),
    queryFn: ({ signal }) => request(serverDetailSchema, `${api}/servers/${id}`, { signal }),
  });

export const serverAvailabilityUrl = (id: string, from: string, to: string) =>
  withQuery(`${api}/servers/${id}/availability`, { from, to });

/** `targetId` is the server or system that `url` speaks of. */
export const availabilityQuery = (targetId: string, url: string) =>
  queryOptions({
    queryKey: keys.availability(targetId, url),
    queryFn: ({ signal }) => request(availabilityResponseSchema, url, { signal }),
  });

/** Calendar days `from` to `to` (YYYY-MM-DD, both included) in the organisation's zone. */
export const availabilityDaysQuery = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...keys.availabilityOf(id), 'days', from, to],
    queryFn: ({ signal }) =>
      request(
        availabilityDaysResponseSchema,
        withQuery(`${api}/servers/${id}/availability/days`, { from, to }),
        {
          signal,
        },
      ),
    refetchInterval: 5 * 60_000,
  });

export const systemsQuery = queryOptions({
  queryKey: keys.systems,
  queryFn: ({ signal }) => request(systemsResponseSchema, `${api}/systems`, { signal }),
  staleTime: 60_000,
});

export const systemQuery = (id: string) =>
  queryOptions({
    queryKey: keys.system(id),
    queryFn: ({ signal }) => request(systemSchema, `${api}/systems/${id}`, { signal }),
  });

export const systemAvailabilityUrl = (id: string, from: string, to: string) =>
  withQuery(`${api}/systems/${id}/availability`, { from, to });

/** As `availabilityDaysQuery`, with what each month came to. */
export const systemDaysQuery = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...keys.availabilityOf(id), 'days', from, to],
    queryFn: ({ signal }) =>
      request(
        systemAvailabilityDaysResponseSchema,
        withQuery(`${api}/systems/${id}/availability/days`, { from, to }),
        { signal },
      ),
    refetchInterval: 60_000,
  });

export const evaluationsQuery = queryOptions({
  queryKey: keys.evaluations,
  queryFn: ({ signal }) => request(evaluationsResponseSchema, `${api}/evaluations`, { signal }),
});

export const actualsUrl = (id: string) => `${api}/evaluations/${id}/actuals`;

export const actualsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.actuals(id),
    queryFn: ({ signal }) => request(actualsResponseSchema, actualsUrl(id), { signal }),
    refetchInterval: 60_000,
  });

export const inspectionsQuery = (serverId: string) =>
  queryOptions({
    queryKey: keys.inspectionsOf(serverId),
    queryFn: ({ signal }) =>
      request(inspectionsResponseSchema, `${api}/servers/${serverId}/inspections`, { signal }),
  });

export const inspectionQuery = (id: string) =>
  queryOptions({
    queryKey: keys.inspection(id),
    queryFn: ({ signal }) => request(inspectionSchema, `${api}/inspections/${id}`, { signal }),
  });

export const inspectionReportUrl = (id: string) => `${api}/inspections/${id}/report.docx`;
