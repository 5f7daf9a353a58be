import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { serversQuery } from '../../../shared/api/queries.js';
import { samplesQuery, type FixedPeriod } from '../../../shared/api/samples.js';
import { silencesOf } from '../../../shared/charts/chart-series.js';
import { chartedMetrics } from './chart-definitions.js';
import type { ChartSource } from './drawn-lines.js';

/** The same period of another server; null where none is chosen, or none that there is. */
export function useComparison(
  serverId: string,
  otherId: string | null,
  period: FixedPeriod | null,
  points: number,
): ChartSource | null {
  const { data: servers } = useQuery({ ...serversQuery, enabled: otherId !== null });
  const other = otherId === serverId ? undefined : servers?.items.find(({ id }) => id === otherId);
  const { data } = useQuery({
    ...samplesQuery(other?.id ?? '', period ?? { from: '', to: '' }, points, chartedMetrics),
    enabled: other !== undefined && period !== null,
    placeholderData: keepPreviousData,
    refetchInterval: false,
    gcTime: 15_000,
  });
  const [id, name, intervalSeconds] = [other?.id, other?.name, other?.intervalSeconds];
  return useMemo(
    () =>
      id && name && intervalSeconds && data
        ? { id, label: name, buckets: data, silences: silencesOf(data, intervalSeconds) }
        : null,
    [id, name, intervalSeconds, data],
  );
}
