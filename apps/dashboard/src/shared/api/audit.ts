import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { auditResponseSchema, auditVerificationSchema } from '@opsgauge/contract';
import { request, withQuery } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1/audit';
const pageSize = 100;

/** What the hub may filter by; instants are ISO 8601. */
export interface AuditFilter {
  from?: string;
  to?: string;
  action?: string;
  text?: string;
}

export const auditUrl = (filter: AuditFilter): string => withQuery(api, { ...filter });

/** The newest entries first; a page ends where the one before it began. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: [...keys.audit, filter],
    queryFn: ({ signal, pageParam }) =>
      request(auditResponseSchema, withQuery(api, { ...filter, before: pageParam, limit: pageSize }), {
        signal,
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ items }) => (items.length < pageSize ? undefined : items.at(-1)?.number),
  });

export const auditVerificationQuery = queryOptions({
  queryKey: keys.auditVerification,
  queryFn: ({ signal }) => request(auditVerificationSchema, `${api}/verification`, { signal }),
  staleTime: 60_000,
});
