import { queryOptions } from '@tanstack/react-query';
import { storageResponseSchema } from '@opsgauge/contract';
import { request } from './client.js';
import { keys } from './keys.js';

/** Sizes are those of files and change slowly; jobs run every few minutes. */
export const storageQuery = queryOptions({
  queryKey: keys.storage,
  queryFn: ({ signal }) => request(storageResponseSchema, '/api/v1/storage', { signal }),
  refetchInterval: 60_000,
});
