import type { Server } from '@opsgauge/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { recentAvailabilityQuery, samplesQuery } from '../../shared/api/queries.js';
import { pointsFor } from '../../shared/charts/chart-series.js';

/** No more often than this are the charts read again, however fast samples come. */
const followMs = 5000;

/**
 * The samples and status intervals of the last `rangeMs`, read again as samples come in. A longer range changes less
 * with one sample, so it follows at half a bucket.
 */
export function useRecentSamples(server: Server, rangeMs: number) {
  const points = pointsFor(rangeMs, server.intervalSeconds);
  const samples = useQuery({
    ...samplesQuery(server.id, rangeMs, points),
    placeholderData: keepPreviousData,
  });
  const availability = useQuery({
    ...recentAvailabilityQuery(server.id, rangeMs),
    placeholderData: keepPreviousData,
  });
  const observedAt = server.latest?.observedAt;
  const pauseMs = Math.max(followMs, rangeMs / points / 2);
  const { refetch, dataUpdatedAt, isFetching } = samples;
  const refetchAvailability = availability.refetch;
  useEffect(() => {
    if (!observedAt || isFetching || !dataUpdatedAt || Date.now() - dataUpdatedAt < pauseMs) return;
    void refetch();
    void refetchAvailability();
    // Only a new sample is a reason to read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [observedAt]);
  useEffect(() => {
    void refetchAvailability();
  }, [server.status, refetchAvailability]);
  return { samples, availability };
}
