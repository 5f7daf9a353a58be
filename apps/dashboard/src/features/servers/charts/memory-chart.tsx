import { useTranslation } from 'react-i18next';
import { percentDigits } from '../../../shared/format/figures.js';
import { MetricChart, type MetricChartInput } from './metric-chart.js';

const oneDigit = (value: number) => percentDigits(value, 1);

export function MemoryChart({ input }: { input: MetricChartInput }) {
  const { t } = useTranslation();
  return (
    <MetricChart
      input={input}
      title={t('metric.memory')}
      unit="%"
      metrics={[{ metric: 'memoryUsedPercent', name: t('chart.used') }]}
      isPercent
      formatValue={oneDigit}
    />
  );
}
