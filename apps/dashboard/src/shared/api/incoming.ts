import { queryOptions } from '@tanstack/react-query';
import {
  alertSourceSchema,
  alertSourcesResponseSchema,
  createdAlertSourceSchema,
  unassignedAlertsResponseSchema,
  type AlertSourceInput,
  type AlertSourceRules,
} from '@opsgauge/contract';
import { request, requestNothing } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1/incoming';
const readAgainMs = 15_000;

/** The other monitors whose alerts come in. */
export const alertSourcesQuery = queryOptions({
  queryKey: keys.alertSources,
  queryFn: ({ signal }) => request(alertSourcesResponseSchema, `${api}/sources`, { signal }),
  refetchInterval: readAgainMs,
});
/** Alerts of which nobody knows whose they are: new ones come by themselves. */
export const unassignedAlertsQuery = queryOptions({
  queryKey: keys.unassignedAlerts,
  queryFn: ({ signal }) => request(unassignedAlertsResponseSchema, `${api}/unassigned`, { signal }),
  refetchInterval: readAgainMs,
});
export const createAlertSource = (body: AlertSourceInput) =>
  request(createdAlertSourceSchema, `${api}/sources`, { method: 'POST', body });
export const changeAlertRules = (id: string, { assignments, severities }: AlertSourceRules) =>
  request(alertSourceSchema, `${api}/sources/${id}/rules`, {
    method: 'PUT',
    body: { assignments, severities },
  });
export const deleteAlertSource = (id: string) => requestNothing(`${api}/sources/${id}`, { method: 'DELETE' });
export const dismissAlert = (id: string) => requestNothing(`${api}/unassigned/${id}`, { method: 'DELETE' });
