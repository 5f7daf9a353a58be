import type { StatusInterval } from '@opsgauge/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../../shared/format/use-formats.js';
import { StatusLabel } from '../../../shared/ui/status-label.js';
import { useIsPhone } from '../../../shared/ui/use-media.js';
import { drillDownParameters } from '../use-drill-down.js';
import { EvidenceText } from '../../../shared/ui/evidence-text.js';
import { IntervalRows } from './interval-rows.js';

interface IntervalTableProps {
  intervals: StatusInterval[];
  indicatorKey: string | null;
  serverId: string | null;
  onOpen: (interval: StatusInterval) => void;
}

/** Status intervals with their reason; a start time opens the samples. */
export function IntervalTable({ intervals, indicatorKey, serverId, onOpen }: IntervalTableProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isPhone = useIsPhone();
  const link = ({ from, to }: StatusInterval) =>
    `?${drillDownParameters({ indicatorKey, serverId, interval: { from, to } })}`;
  if (isPhone) return <IntervalRows intervals={intervals} linkOf={link} />;
  return (
    <Table<StatusInterval>
      className="framed-table interval-table"
      size="small"
      rowKey="from"
      tableLayout="fixed"
      scroll={{ x: 452 }}
      dataSource={intervals}
      pagination={{ pageSize: 20, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <span className="muted">{t('intervals.none')}</span> }}
      onRow={(interval) => ({ onClick: () => onOpen(interval) })}
      columns={[
        {
          key: 'from',
          title: t('intervals.from'),
          width: 112,
          render: (_, interval) => (
            <Link to={link(interval)} className="num" onClick={(event) => event.stopPropagation()}>
              {formats.shortDateTime(interval.from)}
            </Link>
          ),
        },
        {
          key: 'to',
          title: t('intervals.to'),
          width: 112,
          render: (_, { to }) => <span className="num">{formats.shortDateTime(to)}</span>,
        },
        {
          key: 'class',
          title: t('intervals.statusAndEvidence'),
          render: (_, interval) => (
            <span className="stacked">
              <StatusLabel status={interval.class} />
              <EvidenceText interval={interval} />
            </span>
          ),
        },
        {
          key: 'duration',
          title: t('intervals.duration'),
          width: 84,
          align: 'right',
          render: (_, { from, to }) => formats.duration(Date.parse(to) - Date.parse(from)),
        },
      ]}
    />
  );
}
