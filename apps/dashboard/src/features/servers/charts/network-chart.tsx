import { useTranslation } from 'react-i18next';
import { megabitsPerByte } from '../../../shared/charts/chart-series.js';
import { groupThousands } from '../../../shared/format/decimal.js';
import { MetricChart, type MetricChartInput } from './metric-chart.js';

/** Below 10 Mb/s two digits, so that a quiet line does not read as nothing at all. */
const rate = (value: number) => groupThousands(value.toFixed(value < 10 ? 2 : 1));

export function NetworkChart({ input }: { input: MetricChartInput }) {
  const { t } = useTranslation();
  return (
    <MetricChart
      input={input}
      title={t('metric.network')}
      unit="Mb/s"
      factor={megabitsPerByte}
      metrics={[
        { metric: 'networkReceiveBytesPerSecond', name: t('metric.receive') },
        { metric: 'networkTransmitBytesPerSecond', name: t('metric.transmit') },
      ]}
      formatValue={rate}
    />
  );
}
