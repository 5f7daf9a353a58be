import type { DeviceField, DeviceKind, HostMetricName } from '@opsgauge/contract';
import { groupThousands } from '../../../shared/format/decimal.js';
import { reading } from '../../../shared/format/figures.js';

/** Words under `chartLine`. */
export type LineName =
  | 'usage'
  | 'used'
  | 'receive'
  | 'transmit'
  | 'read'
  | 'write'
  | 'errors'
  | 'drops'
  | 'latency'
  | 'loss'
  | 'busy';

export type ChartUnit =
  'percent' | 'megabits' | 'mebibytes' | 'timesPerSecond' | 'packetsPerSecond' | 'milliseconds';

/** What one chart shows; its title stands under `chartTitle`, its unit under `chartUnit`. */
export interface ChartDefinition<Field extends string = string> {
  key:
    | 'cpu'
    | 'memory'
    | 'disk'
    | 'network'
    | 'mountUsed'
    | 'mountInodes'
    | 'diskBusy'
    | 'diskThroughput'
    | 'diskOperations'
    | 'traffic'
    | 'trouble'
    | 'latency'
    | 'loss';
  unit: ChartUnit;
  lines: readonly { field: Field; name: LineName }[];
}

/** The host's own charts, in the order of the page. */
export const hostCharts: readonly ChartDefinition<HostMetricName>[] = [
  { key: 'cpu', unit: 'percent', lines: [{ field: 'cpuPercent', name: 'usage' }] },
  { key: 'memory', unit: 'percent', lines: [{ field: 'memoryUsedPercent', name: 'used' }] },
  { key: 'disk', unit: 'percent', lines: [{ field: 'diskUsedPercent', name: 'used' }] },
  {
    key: 'network',
    unit: 'megabits',
    lines: [
      { field: 'networkReceiveBytesPerSecond', name: 'receive' },
      { field: 'networkTransmitBytesPerSecond', name: 'transmit' },
    ],
  },
];

/** The metrics that these charts need. */
export const chartedMetrics = hostCharts.flatMap(({ lines }) => lines.map(({ field }) => field));

/** The charts that open from a device's row. */
export const deviceCharts: Record<DeviceKind, readonly ChartDefinition<DeviceField>[]> = {
  mounts: [
    { key: 'mountUsed', unit: 'percent', lines: [{ field: 'usedPercent', name: 'used' }] },
    { key: 'mountInodes', unit: 'percent', lines: [{ field: 'inodesUsedPercent', name: 'used' }] },
  ],
  disks: [
    { key: 'diskBusy', unit: 'percent', lines: [{ field: 'busyPercent', name: 'busy' }] },
    {
      key: 'diskThroughput',
      unit: 'mebibytes',
      lines: [
        { field: 'readBytesPerSecond', name: 'read' },
        { field: 'writeBytesPerSecond', name: 'write' },
      ],
    },
    {
      key: 'diskOperations',
      unit: 'timesPerSecond',
      lines: [
        { field: 'readsPerSecond', name: 'read' },
        { field: 'writesPerSecond', name: 'write' },
      ],
    },
  ],
  interfaces: [
    {
      key: 'traffic',
      unit: 'megabits',
      lines: [
        { field: 'receiveBytesPerSecond', name: 'receive' },
        { field: 'transmitBytesPerSecond', name: 'transmit' },
      ],
    },
    {
      key: 'trouble',
      unit: 'packetsPerSecond',
      lines: [
        { field: 'errorsPerSecond', name: 'errors' },
        { field: 'dropsPerSecond', name: 'drops' },
      ],
    },
  ],
  targets: [
    { key: 'latency', unit: 'milliseconds', lines: [{ field: 'latencyMs', name: 'latency' }] },
    { key: 'loss', unit: 'percent', lines: [{ field: 'lossPercent', name: 'loss' }] },
  ],
};

/** Below ten two digits, so that what is little does not read as nothing at all. */
const fine = (value: number): string => groupThousands(value.toFixed(value < 10 ? 2 : 1));

interface UnitFormat {
  /** What a stored value is multiplied by for the unit shown. */
  factor: number;
  format: (value: number) => string;
  isPercent: boolean;
}

export const unitFormats: Record<ChartUnit, UnitFormat> = {
  percent: { factor: 1, format: (value) => reading(value), isPercent: true },
  megabits: { factor: 8 / 1_000_000, format: fine, isPercent: false },
  mebibytes: { factor: 1 / 2 ** 20, format: fine, isPercent: false },
  timesPerSecond: { factor: 1, format: fine, isPercent: false },
  packetsPerSecond: { factor: 1, format: fine, isPercent: false },
  milliseconds: { factor: 1, format: fine, isPercent: false },
};
