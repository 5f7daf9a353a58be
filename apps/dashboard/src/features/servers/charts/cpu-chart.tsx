import { useTranslation } from 'react-i18next';
import { percentDigits } from '../../../shared/format/figures.js';
import { MetricChart, type MetricChartInput } from './metric-chart.js';

const oneDigit = (value: number) => percentDigits(value, 1);

export function CpuChart({ input }: { input: MetricChartInput }) {
  const { t } = useTranslation();
  return (
    <MetricChart
      input={input}
      title={t('metric.cpu')}
      unit="%"
      metrics={[{ metric: 'cpuPercent', name: t('chart.mean') }]}
      isPercent
      formatValue={oneDigit}
    />
  );
}
