import type { SamplesSummaryResponse, Server } from '@opsgauge/contract';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TimeSpan } from '@opsgauge/charts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FixedPeriod } from '../../../shared/api/samples.js';
import { samplesSummaryQuery } from '../../../shared/api/samples.js';
import { silencesOf, spansOf } from '../../../shared/charts/chart-series.js';
import type { ChartSource } from './drawn-lines.js';
import { useComparison } from './use-comparison.js';
import type { ChartView } from './use-chart-view.js';
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
  summary: SamplesSummaryResponse | undefined;
}

export interface Charts {
  view: ChartView;
  /** Null until the samples are there. */
  input: ChartInput | null;
  query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>;
}

/** Samples, status, figures and comparison of the window that is shown. */
export function useCharts(server: Server, view: ChartView): Charts {
  const { t } = useTranslation();
  const { samples, availability, points } = useSamples(server, view.window);
  const { data } = samples;
  const period = useMemo(() => (data ? { from: data.from, to: data.to } : null), [data]);
  const { data: summary } = useQuery({
    ...samplesSummaryQuery(server.id, period ?? { from: '', to: '' }),
    enabled: period !== null,
    placeholderData: keepPreviousData,
  });
  const other = useComparison(server.id, view.compareId, period, points);
  const intervals = availability.data?.intervals;
  const input = useMemo<ChartInput | null>(() => {
    if (!data || !period) return null;
    const silences = silencesOf(data, server.intervalSeconds);
    const labels = { fault: t('status.down'), maintenance: t('chart.maintenance'), gap: t('state.noData') };
    return {
      view,
      period,
      points,
      bucketSeconds: data.bucketSeconds,
      spans: spansOf(silences, intervals ?? [], labels),
      sources: [{ label: server.name, buckets: data, silences }, ...(other ? [other] : [])],
      isFromHours: data.basis === 'hours' || summary?.basis === 'hours',
      summary,
    };
  }, [data, period, points, intervals, other, summary, server.name, server.intervalSeconds, view, t]);
  return { view, input, query: samples };
}
