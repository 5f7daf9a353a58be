import type { LatestSample, Server } from '@opsgauge/contract';
import type { TableColumnsType } from 'antd';
import { megabits, noValue } from '../../shared/format/figures.js';
import { currentValues } from '../../shared/status.js';
import { ColumnTitle } from '../../shared/ui/column-title.js';
import { Meter } from '../../shared/ui/meter.js';

type Column = TableColumnsType<Server>[number];
type PercentMetric = 'cpuPercent' | 'memoryUsedPercent' | 'diskUsedPercent';
type RateMetric = 'networkReceiveBytesPerSecond' | 'networkTransmitBytesPerSecond';

/** Servers without a value sort below all that have one. */
export const by = (valueOf: (server: Server) => number | null | undefined) => (a: Server, b: Server) =>
  (valueOf(a) ?? -1) - (valueOf(b) ?? -1);

const valueOf = (metric: keyof LatestSample) => (server: Server) => {
  const value = currentValues(server)?.[metric];
  return typeof value === 'number' ? value : null;
};

const descendingFirst: Column['sortDirections'] = ['descend', 'ascend'];

/** A meter of the last sample's percentage. */
export const meterColumn = (metric: PercentMetric, name: string): Column => ({
  key: metric,
  title: <ColumnTitle name={name} unit="%" />,
  width: 92,
  sorter: by(valueOf(metric)),
  sortDirections: descendingFirst,
  render: (_, server) => <Meter percent={valueOf(metric)(server)} label={name} />,
});

/** The last sample's rate in Mb/s. */
export const rateColumn = (metric: RateMetric, name: string): Column => ({
  key: metric,
  title: <ColumnTitle name={name} unit="Mb/s" />,
  width: 72,
  align: 'right',
  render: (_, server) => {
    const text = megabits(valueOf(metric)(server));
    return text === noValue ? <span className="no-data">{text}</span> : text;
  },
});
