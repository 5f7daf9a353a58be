import { queryOptions } from '@tanstack/react-query';
import {
  accountSchema,
  accountsResponseSchema,
  invitationResponseSchema,
  invitedPersonSchema,
  type AcceptInvitation,
  type AccountChange,
  type AccountInput,
  type GrantTarget,
} from '@opsgauge/contract';
import { request, requestNothing } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1/accounts';

export const accountsQuery = queryOptions({
  queryKey: keys.accounts,
  queryFn: ({ signal }) => request(accountsResponseSchema, api, { signal }),
});
export const createAccount = (body: AccountInput) => request(accountSchema, api, { method: 'POST', body });
export const changeAccount = (id: string, body: AccountChange) =>
  request(accountSchema, `${api}/${id}`, { method: 'PATCH', body });
/** A one-time link with which the person chooses a password; an earlier one ends. */
export const inviteAccount = (id: string) =>
  request(invitationResponseSchema, `${api}/${id}/invitation`, { method: 'POST', body: {} });
export const addGrant = (id: string, target: GrantTarget) =>
  requestNothing(`${api}/${id}/grants`, { method: 'POST', body: { target } });
export const removeGrant = (id: string, grantId: string) =>
  requestNothing(`${api}/${id}/grants/${grantId}`, { method: 'DELETE' });

/** Ends every login of the account and takes its API tokens away. */
export const endAccountSessions = (id: string) =>
  requestNothing(`${api}/${id}/sessions`, { method: 'DELETE' });
/** For somebody who lost authenticator and recovery codes. */
export const turnOffAccountTotp = (id: string) => requestNothing(`${api}/${id}/totp`, { method: 'DELETE' });

/** Whom the link is for; fails with `invitation_invalid` once it is used or too old. */
export const invitedPersonQuery = (token: string) =>
  queryOptions({
    queryKey: keys.invitedPerson(token),
    queryFn: ({ signal }) =>
      request(invitedPersonSchema, '/api/v1/invitations/person', { method: 'POST', body: { token }, signal }),
    staleTime: Infinity,
    enabled: token !== '',
  });
export const acceptInvitation = (body: AcceptInvitation) =>
  requestNothing('/api/v1/invitations', { method: 'POST', body });
