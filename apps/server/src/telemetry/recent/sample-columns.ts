import { hostMetricNames, type HostMetricName } from '@opsgauge/contract';

/** The column of a host metric: its name in snake case. */
export const metricColumn = (name: HostMetricName): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Every metric with its column. */
export const metricColumns = hostMetricNames.map((name) => ({ name, column: metricColumn(name) }));
