import type { Server } from '@opsgauge/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TimeSpan } from '@opsgauge/charts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { faultsQuery } from '../../../shared/api/faults.js';
import type { FixedPeriod } from '../../../shared/api/samples.js';
import { silencesOf, spansOf } from '../../../shared/charts/chart-series.js';
import { faultSpans, withFaults } from '../../../shared/charts/fault-spans.js';
import type { ChartSource } from './drawn-lines.js';
import { useComparison } from './use-comparison.js';
import type { ChartView } from './use-chart-view.js';
import { useRangeSummaries, type RangeSummary } from './use-range-summaries.js';
import { useSamples } from './use-samples.js';

/** What every chart of the page is drawn from: the same edges, the same marked spans. */
export interface ChartInput {
  view: ChartView;
  period: FixedPeriod;
  /** How many buckets devices are asked for, to match. */
  points: number;
  bucketSeconds: number;
  spans: TimeSpan[];
  /** This server's, and that of the one it is compared with. */
  sources: ChartSource[];
  isFromHours: boolean;
  /** Of each source, in their order. */
  summaries: RangeSummary[];
}

export interface Charts {
  view: ChartView;
  /** Null until the samples are there. */
  input: ChartInput | null;
  query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>;
}

/** The latest faults of a server: as many as a chart can name. */
const markedFaultsMax = 50;

/** Samples, status, faults, figures and comparison of the window that is shown. */
export function useCharts(server: Server, view: ChartView): Charts {
  const { t } = useTranslation();
  const { samples, availability, points } = useSamples(server, view.window);
  const { data } = samples;
  const period = useMemo(() => (data ? { from: data.from, to: data.to } : null), [data]);
  const other = useComparison(server.id, view.compareId, period, points);
  const [otherId, otherLabel] = [other?.id, other?.label];
  const compared = useMemo(
    () => [
      { id: server.id, label: server.name },
      ...(otherId && otherLabel ? [{ id: otherId, label: otherLabel }] : []),
    ],
    [server.id, server.name, otherId, otherLabel],
  );
  const summaries = useRangeSummaries(compared, period);
  const intervals = availability.data?.intervals;
  const { data: faults } = useQuery(faultsQuery({ serverId: server.id }, markedFaultsMax));
  const input = useMemo<ChartInput | null>(() => {
    if (!data || !period) return null;
    const silences = silencesOf(data, server.intervalSeconds);
    const edges = { from: Date.parse(period.from), to: Date.parse(period.to) };
    const labels = { fault: t('status.down'), maintenance: t('chart.maintenance'), gap: t('state.noData') };
    return {
      view,
      period,
      points,
      bucketSeconds: data.bucketSeconds,
      spans: withFaults(spansOf(silences, intervals ?? [], labels), faultSpans(faults?.items ?? [], edges)),
      sources: [{ id: server.id, label: server.name, buckets: data, silences }, ...(other ? [other] : [])],
      isFromHours: data.basis === 'hours' || summaries.some(({ summary }) => summary?.basis === 'hours'),
      summaries,
    };
  }, [
    data,
    period,
    points,
    intervals,
    faults,
    other,
    summaries,
    server.id,
    server.name,
    server.intervalSeconds,
    view,
    t,
  ]);
  return { view, input, query: samples };
}
