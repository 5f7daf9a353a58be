import type { RawSample } from '@opsgauge/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { megabits, percentDigits } from '../../../shared/format/figures.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { ColumnTitle } from '../../../shared/ui/column-title.js';
import { RawSampleDetail } from './raw-sample-detail.js';

/** The figures of a sample that have a column of their own. */
const figures = [
  { key: 'cpu', unit: '%', width: 62, valueOf: ({ cpuPercent }) => percentDigits(cpuPercent) },
  {
    key: 'memory',
    unit: '%',
    width: 62,
    valueOf: ({ memoryUsedPercent }) => percentDigits(memoryUsedPercent),
  },
  { key: 'disk', unit: '%', width: 62, valueOf: ({ diskUsedPercent }) => percentDigits(diskUsedPercent) },
  {
    key: 'receive',
    unit: 'Mb/s',
    width: 82,
    valueOf: ({ networkReceiveBytesPerSecond }) => megabits(networkReceiveBytesPerSecond),
  },
  {
    key: 'transmit',
    unit: 'Mb/s',
    width: 82,
    valueOf: ({ networkTransmitBytesPerSecond }) => megabits(networkTransmitBytesPerSecond),
  },
] as const satisfies readonly {
  key: string;
  unit: string;
  width: number;
  valueOf: (metrics: RawSample['metrics']) => string;
}[];

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
      scroll={{ x: 740 }}
      dataSource={samples}
      pagination={{ pageSize: 20, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
      expandable={{ expandedRowRender: (sample) => <RawSampleDetail sample={sample} />, columnWidth: 30 }}
      columns={[
        {
          key: 'seq',
          title: <span title="seq">{t('samples.sequence')}</span>,
          width: 74,
          align: right,
          dataIndex: 'seq',
        },
        {
          key: 'observed',
          title: t('samples.observedAt'),
          width: 136,
          render: (_, { observedAt }) => (
            <span className="num">{formats.shortDateTimeMilliseconds(observedAt)}</span>
          ),
        },
        ...figures.map(({ key, unit, width, valueOf }) => ({
          key,
          title: <ColumnTitle name={t(`metric.${key}`)} unit={unit} />,
          width,
          align: right,
          render: (_: unknown, { metrics }: RawSample) => valueOf(metrics),
        })),
        {
          key: 'received',
          title: t('samples.receivedAt'),
          width: 136,
          render: (_, { receivedAt }) => (
            <span className="num">{formats.shortDateTimeMilliseconds(receivedAt)}</span>
          ),
        },
      ]}
    />
  );
}
