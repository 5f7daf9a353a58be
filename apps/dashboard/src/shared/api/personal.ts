import { queryOptions } from '@tanstack/react-query';
import {
  apiTokensResponseSchema,
  createdApiTokenSchema,
  recoveryCodesSchema,
  sessionsResponseSchema,
  totpSetupSchema,
  type ApiTokenInput,
  type ChangePassword,
  type TotpCode,
} from '@opsgauge/contract';
import { request, requestNothing } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1/session';

export const changePassword = (body: ChangePassword) =>
  requestNothing(`${api}/password`, { method: 'PUT', body });

export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal }) => request(sessionsResponseSchema, `${api}/sessions`, { signal }),
});
export const endSession = (id: string) =>
  requestNothing(`${api}/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** Makes a secret, which counts from its first code on. */
export const setUpTotp = () => request(totpSetupSchema, `${api}/totp`, { method: 'POST', body: {} });
export const confirmTotp = (body: TotpCode) =>
  request(recoveryCodesSchema, `${api}/totp`, { method: 'PUT', body });
export const turnOffTotp = (body: TotpCode) => requestNothing(`${api}/totp`, { method: 'DELETE', body });

export const apiTokensQuery = queryOptions({
  queryKey: keys.apiTokens,
  queryFn: ({ signal }) => request(apiTokensResponseSchema, `${api}/tokens`, { signal }),
});
export const createApiToken = (body: ApiTokenInput) =>
  request(createdApiTokenSchema, `${api}/tokens`, { method: 'POST', body });
export const deleteApiToken = (id: string) => requestNothing(`${api}/tokens/${id}`, { method: 'DELETE' });
