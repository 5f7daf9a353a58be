import { hostMetricNames, type HostMetricName } from '@opsgauge/contract';

/** The column of a host metric: its name in snake case. */
export const metricColumn = (name: HostMetricName): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Metrics whose values need more than a real's seven digits. */
const isWide = (name: HostMetricName): boolean => /Bytes|uptimeSeconds/.test(name);

/** Every metric with its column and its type in PostgreSQL. */
export const metricColumns = hostMetricNames.map((name) => ({
  name,
  column: metricColumn(name),
  type: isWide(name) ? 'float8' : 'float4',
}));
