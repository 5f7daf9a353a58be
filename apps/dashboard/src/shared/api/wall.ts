import { queryOptions } from '@tanstack/react-query';
import { faultsResponseSchema, systemsAvailabilityDaysResponseSchema } from '@opsgauge/contract';
import { request, withQuery } from './client.js';
import { faultsQuery } from './faults.js';
import { maintenanceWindowsQuery } from './inventory.js';
import { keys } from './keys.js';
import { dutyShiftsQuery } from './notifications.js';
import { serversQuery, sessionQuery, systemsQuery } from './queries.js';

/** A display asks again by itself for as long as it stands, whatever became of the last answer. */
const every = (refetchInterval: number) =>
  ({
    refetchInterval,
    refetchIntervalInBackground: true,
    networkMode: 'always',
    retry: false,
    staleTime: 0,
  }) as const;

export const wallSessionQuery = { ...sessionQuery, ...every(60_000) };
export const wallServersQuery = { ...serversQuery, ...every(10_000) };
export const wallSystemsQuery = { ...systemsQuery, ...every(60_000) };
export const wallMaintenanceQuery = { ...maintenanceWindowsQuery, ...every(60_000) };

/** Every system in sight, day by day. */
export const wallDaysQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...keys.availabilityOf('systems'), 'days', from, to],
    queryFn: ({ signal }) =>
      request(
        systemsAvailabilityDaysResponseSchema,
        withQuery('/api/v1/systems/availability/days', { from, to }),
        { signal },
      ),
    ...every(30_000),
  });

/** Who is on duty between two moments, as the wire writes them. */
export const wallDutyQuery = (from: string, to: string) => ({
  ...dutyShiftsQuery(from, to),
  ...every(60_000),
});

/** How many faults nobody has answered; how many of those that last are late. */
export const wallUnansweredQuery = { ...faultsQuery({ state: 'open' }, 1), ...every(10_000) };
export const wallLateQuery = { ...faultsQuery({ isOverdue: true }, 1), ...every(10_000) };

/** The faults that are not over, the latest hundred; `total` counts all of them. */
export const wallFaultsQuery = queryOptions({
  queryKey: [...keys.faults, 'wall'],
  queryFn: ({ signal }) =>
    request(faultsResponseSchema, withQuery('/api/v1/faults', { isOver: 'false', limit: 100 }), { signal }),
  ...every(10_000),
});
