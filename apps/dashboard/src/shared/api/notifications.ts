import { queryOptions } from '@tanstack/react-query';
import {
  deliveryTrialSchema,
  dutyShiftSchema,
  dutyShiftsResponseSchema,
  mailServerResponseSchema,
  mailServerSchema,
  notificationChannelSchema,
  notificationChannelsResponseSchema,
  notificationDeliveriesResponseSchema,
  notificationReachSchema,
  notificationSubscriptionSchema,
  notificationSubscriptionsResponseSchema,
  type DutyShiftInput,
  type MailServerInput,
  type NotificationChannelInput,
  type NotificationSubscriptionInput,
} from '@opsgauge/contract';
import { request, requestNothing, withQuery } from './client.js';
import { keys } from './keys.js';

const api = '/api/v1/notification';
const readAgainMs = 10_000;
/** A known record is changed, a new one is made. */
const saving = (path: string, id: string | null, body: unknown) =>
  [id === null ? path : `${path}/${id}`, { method: id === null ? 'POST' : 'PATCH', body }] as const;
const deleting = (path: string) => requestNothing(path, { method: 'DELETE' });

export const mailServerQuery = queryOptions({
  queryKey: keys.mailServer,
  queryFn: ({ signal }) => request(mailServerResponseSchema, `${api}-mail-server`, { signal }),
});
export const saveMailServer = (body: MailServerInput) =>
  request(mailServerSchema, `${api}-mail-server`, { method: 'PUT', body });
export const deleteMailServer = () => deleting(`${api}-mail-server`);
export const tryMailServer = (address: string) =>
  request(deliveryTrialSchema, `${api}-mail-server/test`, { method: 'POST', body: { address } });

export const channelsQuery = queryOptions({
  queryKey: keys.channels,
  queryFn: ({ signal }) => request(notificationChannelsResponseSchema, `${api}-channels`, { signal }),
});
export const saveChannel = (id: string | null, body: NotificationChannelInput) =>
  request(notificationChannelSchema, ...saving(`${api}-channels`, id, body));
export const deleteChannel = (id: string) => deleting(`${api}-channels/${id}`);
/** Sends a test message; what became of it is the answer. */
export const tryChannel = (id: string) =>
  request(deliveryTrialSchema, `${api}-channels/${id}/test`, { method: 'POST', body: {} });

export const subscriptionsQuery = queryOptions({
  queryKey: keys.subscriptions,
  queryFn: ({ signal }) =>
    request(notificationSubscriptionsResponseSchema, `${api}-subscriptions`, { signal }),
});
export const saveSubscription = (id: string | null, body: NotificationSubscriptionInput) =>
  request(notificationSubscriptionSchema, ...saving(`${api}-subscriptions`, id, body));
export const deleteSubscription = (id: string) => deleting(`${api}-subscriptions/${id}`);
/** Of which systems nobody would hear. */
export const reachQuery = queryOptions({
  queryKey: keys.reach,
  queryFn: ({ signal }) => request(notificationReachSchema, `${api}-subscriptions/reach`, { signal }),
});

export const dutyShiftsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...keys.dutyShifts, from, to],
    queryFn: ({ signal }) =>
      request(dutyShiftsResponseSchema, withQuery(`${api}-duty-shifts`, { from, to }), { signal }),
  });
export const saveDutyShift = (id: string | null, body: DutyShiftInput) =>
  request(dutyShiftSchema, ...saving(`${api}-duty-shifts`, id, body));
export const deleteDutyShift = (id: string) => deleting(`${api}-duty-shifts/${id}`);

/** The latest messages; their fate changes by itself. */
export const deliveriesQuery = queryOptions({
  queryKey: keys.deliveries,
  queryFn: ({ signal }) => request(notificationDeliveriesResponseSchema, `${api}-deliveries`, { signal }),
  refetchInterval: readAgainMs,
});
