import { CrosshairGroup } from '@opsgauge/charts';
import type { SamplesResponse, StatusInterval } from '@opsgauge/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { silencesOf, spansOf } from '../../shared/charts/chart-series.js';
import { CpuChart } from './charts/cpu-chart.js';
import { DiskChart } from './charts/disk-chart.js';
import { MemoryChart } from './charts/memory-chart.js';
import { NetworkChart } from './charts/network-chart.js';
import type { MetricChartInput } from './charts/metric-chart.js';

interface ChartGridProps {
  samples: SamplesResponse;
  intervals: StatusInterval[];
  intervalSeconds: number;
}

/** CPU, memory, disk and network over the same time, under one crosshair. */
export function ChartGrid({ samples, intervals, intervalSeconds }: ChartGridProps) {
  const { t } = useTranslation();
  const [group] = useState(() => new CrosshairGroup());
  const input = useMemo<MetricChartInput>(() => {
    const silences = silencesOf(samples, intervalSeconds);
    const labels = { fault: t('status.down'), maintenance: t('chart.maintenance'), gap: t('state.noData') };
    return { samples, silences, spans: spansOf(silences, intervals, labels), group };
  }, [samples, intervals, intervalSeconds, t, group]);
  return (
    <div className="two-columns charts">
      <CpuChart input={input} />
      <MemoryChart input={input} />
      <DiskChart input={input} />
      <NetworkChart input={input} />
    </div>
  );
}
