import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  faultDetailSchema,
  faultMeasuresResponseSchema,
  faultPeopleResponseSchema,
  faultsResponseSchema,
  rootCauseSchema,
  rootCausesResponseSchema,
  type Fault,
  type FaultEntry,
  type FaultReport,
  type RootCauseInput,
} from '@opsgauge/contract';
import { request, withQuery } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1/faults';

/** What a list of faults is narrowed to; instants as the wire writes them. */
export interface FaultSelection {
  state?: Fault['state'];
  isOver?: boolean;
  systemId?: string;
  serverId?: string;
  severity?: Fault['severity'];
  isOverdue?: boolean;
  hasPendingRequest?: boolean;
  assigneeId?: string;
  from?: string;
  to?: string;
  text?: string;
}

const parametersOf = (selection: FaultSelection): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(selection).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );

/** The first faults of a selection, the latest start first; `total` counts all of them. */
export const faultsQuery = (selection: FaultSelection, limit: number) =>
  queryOptions({
    queryKey: [...keys.faults, 'list', selection, limit],
    queryFn: ({ signal }) =>
      request(faultsResponseSchema, withQuery(api, { ...parametersOf(selection), limit }), { signal }),
  });

/** The same page by page. */
export const faultPagesQuery = (selection: FaultSelection, limit: number) =>
  infiniteQueryOptions({
    queryKey: [...keys.faults, 'pages', selection, limit],
    queryFn: ({ signal, pageParam }) =>
      request(
        faultsResponseSchema,
        withQuery(api, { ...parametersOf(selection), limit, before: pageParam }),
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last.items.length < limit ? undefined : last.items.at(-1)?.id),
  });

/** What is not over yet: the number in the navigation. */
export const lastingFaultsQuery = faultsQuery({ isOver: false }, 1);

/** What nobody has answered yet: what the bell shows. */
export const unansweredFaultsQuery = faultsQuery({ state: 'open' }, 20);

/** What waits for the owner's decision: what the bell shows an owner. */
export const undecidedFaultsQuery = faultsQuery({ hasPendingRequest: true }, 20);

export const faultQuery = (id: string) =>
  queryOptions({
    queryKey: keys.fault(id),
    queryFn: ({ signal }) => request(faultDetailSchema, `${api}/${id}`, { signal }),
  });

/** What the faults that start in `[from, to)` come to. */
export const faultMeasuresQuery = (from: string, to: string, systemId?: string) =>
  queryOptions({
    queryKey: [...keys.faults, 'measures', from, to, systemId],
    queryFn: ({ signal }) =>
      request(faultMeasuresResponseSchema, withQuery(`${api}/measures`, { from, to, systemId }), { signal }),
  });

export const reportFault = (body: FaultReport) => request(faultDetailSchema, api, { method: 'POST', body });

export const enterFault = (id: string, body: FaultEntry) =>
  request(faultDetailSchema, `${api}/${id}/events`, { method: 'POST', body });

/** Who may be given the fault. */
export const faultAssigneesQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.fault(id), 'assignees'],
    queryFn: ({ signal }) => request(faultPeopleResponseSchema, `${api}/${id}/assignees`, { signal }),
  });

export const rootCausesQuery = queryOptions({
  queryKey: keys.rootCauses,
  queryFn: ({ signal }) => request(rootCausesResponseSchema, '/api/v1/root-causes', { signal }),
  staleTime: 60_000,
});
export const addRootCause = (body: RootCauseInput) =>
  request(rootCauseSchema, '/api/v1/root-causes', { method: 'POST', body });
