import { queryOptions } from '@tanstack/react-query';
import { notificationDeliveriesResponseSchema } from '@opsgauge/contract';
import { request, withQuery } from './client.js';
import { keys } from './keys.js';

/** The messages that tell of a fault. */
export const deliveriesQuery = (faultId: string) =>
  queryOptions({
    queryKey: keys.deliveriesOf(faultId),
    queryFn: ({ signal }) =>
      request(
        notificationDeliveriesResponseSchema,
        withQuery('/api/v1/notification-deliveries', { faultId }),
        { signal },
      ),
    refetchInterval: 30_000,
  });
