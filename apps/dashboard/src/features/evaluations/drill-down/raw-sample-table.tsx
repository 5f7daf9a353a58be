import type { RawSample } from '@opsgauge/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { megabits, percentDigits } from '../../../shared/format/figures.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { ColumnTitle } from '../../../shared/ui/column-title.js';
import { RawSampleDetail } from './raw-sample-detail.js';

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
        { key: 'seq', title: 'seq', width: 74, align: right, dataIndex: 'seq' },
        {
          key: 'observed',
          title: t('samples.observedAt'),
          width: 136,
          render: (_, { observedAt }) => (
            <span className="num">{formats.shortDateTimeMilliseconds(observedAt)}</span>
          ),
        },
        {
          key: 'cpu',
          title: <ColumnTitle name={t('metric.cpu')} unit="%" />,
          width: 62,
          align: right,
          render: (_, { metrics }) => percentDigits(metrics.cpuPercent),
        },
        {
          key: 'memory',
          title: <ColumnTitle name={t('metric.memory')} unit="%" />,
          width: 62,
          align: right,
          render: (_, { metrics }) => percentDigits(metrics.memoryUsedPercent),
        },
        {
          key: 'disk',
          title: <ColumnTitle name={t('metric.disk')} unit="%" />,
          width: 62,
          align: right,
          render: (_, { metrics }) => percentDigits(metrics.diskUsedPercent),
        },
        {
          key: 'receive',
          title: <ColumnTitle name={t('metric.receive')} unit="Mb/s" />,
          width: 82,
          align: right,
          render: (_, { metrics }) => megabits(metrics.networkReceiveBytesPerSecond),
        },
        {
          key: 'transmit',
          title: <ColumnTitle name={t('metric.transmit')} unit="Mb/s" />,
          width: 82,
          align: right,
          render: (_, { metrics }) => megabits(metrics.networkTransmitBytesPerSecond),
        },
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
