import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { samplesQuery } from '../api/samples.js';
import { noValue, reading } from '../format/figures.js';
import { useFormats } from '../format/use-formats.js';
import { QueryState } from '../ui/query-state.js';
import { hourBuckets, hourMetrics, wholeHours, type HourBucket, type HourMetric } from './hour-buckets.js';

const names = { cpuPercent: 'cpu', memoryUsedPercent: 'memory', diskUsedPercent: 'disk' } as const;

function Value({ value }: { value: HourBucket['values'][HourMetric] }) {
  if (!value) return <span className="no-data">{noValue}</span>;
  return (
    <span className="stacked num">
      <span>{reading(value.mean)}</span>
      <span className="secondary">
        {reading(value.min)}–{reading(value.max)}
      </span>
    </span>
  );
}

interface HourTableProps {
  serverId: string;
  interval: { from: string; to: string };
  /** The earliest sample that is still kept. */
  rawFrom: string | null;
}

/** What is left of samples that are no longer kept: the hours that were counted from them. */
export function HourTable({ serverId, interval, rawFrom }: HourTableProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { points, ...period } = wholeHours(interval);
  const query = useQuery(samplesQuery(serverId, period, points, hourMetrics));
  return (
    <div className="hour-table" data-basis="hours">
      <h3>{t('samples.hours')}</h3>
      <p className="muted">{t('samples.hoursNote')}</p>
      <p className="muted">
        {rawFrom ? t('samples.rawFrom', { time: formats.dateTime(rawFrom) }) : t('samples.rawGone')}
      </p>
      <QueryState query={query} errorTitle={t('samples.loadFailed')} skeletonRows={4}>
        {(data) => (
          <Table<HourBucket>
            className="framed-table"
            size="small"
            rowKey="at"
            tableLayout="fixed"
            scroll={{ x: 364 }}
            dataSource={hourBuckets(data)}
            pagination={{ pageSize: 24, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: <span className="muted">{t('state.noData')}</span> }}
            columns={[
              {
                key: 'at',
                title: t('samples.from'),
                width: 128,
                render: (_, { at }) => formats.dateTime(at),
              },
              ...hourMetrics.map((metric) => ({
                key: metric,
                title: `${t(`metric.${names[metric]}`)} %`,
                align: 'right' as const,
                render: (_: unknown, { values }: HourBucket) => <Value value={values[metric]} />,
              })),
            ]}
          />
        )}
      </QueryState>
    </div>
  );
}
