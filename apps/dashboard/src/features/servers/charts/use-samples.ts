import type { Server } from '@opsgauge/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { periodAvailabilityQuery, samplesQuery, type SamplesPeriod } from '../../../shared/api/samples.js';
import { pointsFor } from '../../../shared/charts/chart-series.js';
import { chartedMetrics } from './chart-definitions.js';
import { lengthOf, ranges, type ChartWindow } from './chart-window.js';

/** No more often than this are the charts read again, however fast samples come. */
const followMs = 5000;

const periodOf = (window: ChartWindow): SamplesPeriod =>
  window.kind === 'recent'
    ? { lastMs: ranges[window.range] }
    : { from: new Date(window.fromMs).toISOString(), to: new Date(window.toMs).toISOString() };

/**
 * The samples and status intervals of a window, read again as samples come in where it moves on. A longer one changes
 * less with one sample, so it follows at half a bucket.
 */
export function useSamples(server: Server, window: ChartWindow) {
  const period = periodOf(window);
  const length = lengthOf(window);
  const points = pointsFor(length, server.intervalSeconds);
  const samples = useQuery({
    ...samplesQuery(server.id, period, points, chartedMetrics),
    placeholderData: keepPreviousData,
  });
  const availability = useQuery({
    ...periodAvailabilityQuery(server.id, period),
    placeholderData: keepPreviousData,
  });
  const observedAt = server.latest?.observedAt;
  const pauseMs = Math.max(followMs, length / points / 2);
  const isFollowing = window.kind === 'recent';
  const { refetch, dataUpdatedAt, isFetching } = samples;
  const refetchAvailability = availability.refetch;
  useEffect(() => {
    if (!isFollowing || !observedAt || isFetching || !dataUpdatedAt) return;
    if (Date.now() - dataUpdatedAt < pauseMs) return;
    void refetch();
    void refetchAvailability();
    // Only a new sample is a reason to read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [observedAt]);
  useEffect(() => {
    void refetchAvailability();
  }, [server.status, refetchAvailability]);
  return { samples, availability, points };
}
