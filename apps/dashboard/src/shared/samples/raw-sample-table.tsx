import type { RawSample } from '@opsgauge/contract';
import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { megabits, reading } from '../format/figures.js';
import { useFormats } from '../format/use-formats.js';
import { RawSampleDetail } from './raw-sample-detail.js';

/** The figures of a sample that stand in the table. */
const percentages = [
  { key: 'cpu', width: 54, valueOf: ({ cpuPercent }) => reading(cpuPercent, 2) },
  { key: 'memory', width: 60, valueOf: ({ memoryUsedPercent }) => reading(memoryUsedPercent, 2) },
  { key: 'disk', width: 54, valueOf: ({ diskUsedPercent }) => reading(diskUsedPercent, 2) },
] as const satisfies readonly {
  key: string;
  width: number;
  valueOf: (metrics: RawSample['metrics']) => string;
}[];

/** Two values of a kind in one cell, so that every column fits beside the indicators. */
const pair = (first: ReactNode, second: ReactNode) => (
  <span className="stacked num">
    <span>{first}</span>
    <span className="secondary">{second}</span>
  </span>
);

/** Raw samples, nothing derived; a row opens to everything that is stored of it. */
export function RawSampleTable({ samples }: { samples: RawSample[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const right = 'right' as const;
  return (
    <Table<RawSample>
      className="framed-table raw-samples"
      size="small"
      rowKey={({ epoch, seq }) => `${epoch}-${seq}`}
      tableLayout="fixed"
      scroll={{ x: 452 }}
      dataSource={samples}
      pagination={{ pageSize: 20, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
      expandable={{ expandedRowRender: (sample) => <RawSampleDetail sample={sample} />, columnWidth: 28 }}
      columns={[
        {
          key: 'seq',
          title: <span title="seq">{t('samples.sequence')}</span>,
          width: 56,
          align: right,
          dataIndex: 'seq',
        },
        {
          key: 'times',
          title: pair(t('samples.observedAt'), t('samples.receivedAt')),
          render: (_, { observedAt, receivedAt }) =>
            pair(
              formats.shortDateTimeMilliseconds(observedAt),
              formats.shortDateTimeMilliseconds(receivedAt),
            ),
        },
        ...percentages.map(({ key, width, valueOf }) => ({
          key,
          title: pair(t(`metric.${key}`), '%'),
          width,
          align: right,
          render: (_: unknown, { metrics }: RawSample) => valueOf(metrics),
        })),
        {
          key: 'network',
          title: pair(`${t('metric.receive')} Mb/s`, `${t('metric.transmit')} Mb/s`),
          width: 72,
          align: right,
          render: (_, { metrics }) =>
            pair(
              megabits(metrics.networkReceiveBytesPerSecond),
              megabits(metrics.networkTransmitBytesPerSecond),
            ),
        },
      ]}
    />
  );
}
