import { queryOptions } from '@tanstack/react-query';
import { backupsResponseSchema, type BackupsResponse } from '@opsgauge/contract';
import { request } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1/backups';

/** Read every second while a backup is under way. */
export const backupsQuery = queryOptions({
  queryKey: keys.backups,
  queryFn: ({ signal }) => request(backupsResponseSchema, api, { signal }),
  refetchInterval: ({ state }) => (state.data?.running ? 1_000 : 60_000),
});

export const requestBackup = (): Promise<BackupsResponse> =>
  request(backupsResponseSchema, api, { method: 'POST', body: {} });
