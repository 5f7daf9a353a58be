import { queryOptions } from '@tanstack/react-query';
import {
  userViewSchema,
  userViewsResponseSchema,
  type UserViewInput,
  type ViewPage,
} from '@opsgauge/contract';
import { request, requestNothing, withQuery } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1/session/views';

/** One's own views of a page. */
export const userViewsQuery = (page: ViewPage) =>
  queryOptions({
    queryKey: keys.userViews(page),
    queryFn: ({ signal }) => request(userViewsResponseSchema, withQuery(api, { page }), { signal }),
    staleTime: 60_000,
  });
export const saveUserView = (body: UserViewInput) => request(userViewSchema, api, { method: 'POST', body });
export const deleteUserView = (id: string) => requestNothing(`${api}/${id}`, { method: 'DELETE' });
