import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  deviceSamplesQuery,
  periodAvailabilityQuery,
  samplesQuery,
  type FixedPeriod,
} from '../../../shared/api/samples.js';
import { silencesOf, unheardOf, type BucketedSeries } from '../../../shared/charts/chart-series.js';
import type { SampleChart } from './fault-chart.js';

const points = 240;
/** Of an ordinary agent; a longer one is not a gap for it. */
const intervalSeconds = 10;

const none: never[] = [];

/** The samples around a fault, where nothing was heard (by empty buckets and by status), and how the server was. */
export function useFaultSeries(serverId: string, chart: SampleChart, period: FixedPeriod) {
  const host = useQuery({
    ...samplesQuery(serverId, period, points, [chart.kind === 'host' ? chart.field : 'cpuPercent']),
    placeholderData: (known) => known,
  });
  const device = useQuery({
    ...deviceSamplesQuery(
      serverId,
      chart.kind === 'device' ? chart.device : { kind: 'mounts', name: '/' },
      period,
      points,
    ),
    enabled: chart.kind === 'device',
    placeholderData: (known) => known,
  });
  const availability = useQuery(periodAvailabilityQuery(serverId, period));
  const query = (chart.kind === 'host' ? host : device) as UseQueryResult<BucketedSeries>;
  const silences = useMemo(() => (host.data ? silencesOf(host.data, intervalSeconds) : []), [host.data]);
  const intervals = availability.data?.intervals ?? none;
  const unheard = useMemo(() => unheardOf(intervals), [intervals]);
  return { query, silences, unheard, intervals };
}
