import { CrosshairGroup, loadThresholdLines, type ThresholdLine, type TimeSpan } from '@opsgauge/charts';
import type { FaultDetail } from '@opsgauge/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brokenAt, pointsOf, spansOf } from '../../../shared/charts/chart-series.js';
import { TimeChart } from '../../../shared/charts/time-chart.js';
import { useTimeZone } from '../../../shared/time/organisation.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { thresholdOf, type SampleChart } from './fault-chart.js';
import { FaultChartFrame } from './fault-chart-frame.js';
import { useFaultPeriod } from './use-fault-period.js';
import { useFaultSeries } from './use-fault-series.js';

const megabits = 8 / 1_000_000;

interface FaultSampleChartProps {
  fault: FaultDetail;
  serverId: string;
  chart: SampleChart;
}

/** What a server measured of itself around a fault. */
export function FaultSampleChart({ fault, serverId, chart }: FaultSampleChartProps) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const [group] = useState(() => new CrosshairGroup());
  const { from, to, period, span } = useFaultPeriod(fault);
  const { query, silences, unheard, intervals } = useFaultSeries(serverId, chart, period);
  const buckets = query.data;
  const { field, unit } = chart;
  const isPercent = unit === '%';
  const subject = chart.kind === 'device' ? chart.device.name : '';
  const name = [subject, t(`faultChart.${field as 'cpuPercent'}`)].filter(Boolean).join(' ');
  const series = useMemo(
    () =>
      buckets
        ? [
            {
              name,
              points: brokenAt(pointsOf(buckets, field, silences, unit === 'Mb/s' ? megabits : 1), unheard),
              stepMs: buckets.bucketSeconds * 1000,
            },
          ]
        : [],
    [buckets, silences, unheard, field, name, unit],
  );
  const threshold = thresholdOf(fault);
  const lines = useMemo<readonly ThresholdLine[]>(() => {
    if (threshold !== null) return [{ value: threshold, severity: 'critical' }];
    return isPercent ? loadThresholdLines : [];
  }, [threshold, isPercent]);
  const spans = useMemo<TimeSpan[]>(() => {
    const labels = { fault: '', maintenance: t('chart.maintenance'), gap: t('state.noData') };
    return [...spansOf(silences, intervals, labels).filter(({ kind }) => kind !== 'fault'), span];
  }, [silences, intervals, span, t]);
  return (
    <FaultChartFrame name={name} unit={unit} from={from} to={to}>
      <QueryState query={query} errorTitle={t('chart.loadFailed')} skeletonRows={4}>
        {() => (
          <TimeChart
            label={name}
            group={group}
            series={series}
            spans={spans}
            from={from}
            to={to}
            timeZone={timeZone}
            unit={unit}
            formatValue={(value) => value.toFixed(1)}
            thresholdLines={lines}
            {...(isPercent ? { max: 100 } : {})}
          />
        )}
      </QueryState>
    </FaultChartFrame>
  );
}
