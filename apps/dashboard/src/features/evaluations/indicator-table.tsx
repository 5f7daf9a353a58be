import type { Actual, ActualsResponse } from '@opsgauge/contract';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { floorDecimal } from '../../shared/format/decimal.js';
import { Coverage } from '../../shared/ui/coverage.js';
import { Figure, MeasuredTag, Note, Score, Target, TotalScore } from './indicator-cells.js';
import { useDataWords } from './use-data-words.js';
import { drillDownParameters } from './use-drill-down.js';

interface IndicatorTableProps {
  items: Actual[];
  total: ActualsResponse['total'];
  openedKey: string | null;
  /** Beside a docked drill-down: the note gives way, the score stays. */
  isCompact: boolean;
}

export const indicatorLink = (key: string) =>
  `?${drillDownParameters({ indicatorKey: key, serverId: null, interval: null })}`;

/** The indicators with target, actual, coverage and score; a name opens its figure. */
export function IndicatorTable({ items, total, openedKey, isCompact }: IndicatorTableProps) {
  const { t } = useTranslation();
  const words = useDataWords();
  const right = 'right' as const;
  const columns: TableColumnsType<Actual> = [
    {
      key: 'name',
      title: t('evaluation.indicator'),
      render: (_, actual) => (
        <Link to={indicatorLink(actual.key)} data-indicator={actual.key}>
          {words.indicator(actual)}
        </Link>
      ),
    },
    {
      key: 'target',
      title: t('evaluation.target'),
      width: 124,
      align: right,
      render: (_, actual) => <Target actual={actual} />,
    },
    {
      key: 'actual',
      title: t('evaluation.actual'),
      width: 128,
      align: right,
      render: (_, actual) => <Figure actual={actual} />,
    },
    { key: 'source', title: t('evaluation.source'), width: 68, render: () => <MeasuredTag /> },
    {
      key: 'coverage',
      title: t('column.coverage'),
      width: 86,
      align: right,
      render: (_, { coveragePercent }) => <Coverage coveragePercent={coveragePercent} hasUnit />,
    },
    {
      key: 'full',
      title: t('evaluation.fullScore'),
      width: 68,
      align: right,
      render: (_, { fullScore }) => floorDecimal(fullScore, 2),
    },
    {
      key: 'score',
      title: t('evaluation.score'),
      width: 72,
      align: right,
      render: (_, actual) => <Score actual={actual} />,
    },
  ];
  if (!isCompact)
    columns.push({
      key: 'note',
      title: t('evaluation.note'),
      width: 200,
      render: (_, actual) => <Note actual={actual} />,
    });
  return (
    <Table<Actual>
      className="indicator-table"
      size="small"
      bordered
      rowKey="key"
      pagination={false}
      dataSource={items}
      columns={columns}
      scroll={{ x: isCompact ? 640 : 900 }}
      rowClassName={({ key }) => (key === openedKey ? 'is-opened' : '')}
      summary={() => (
        <Table.Summary.Row className="total">
          <Table.Summary.Cell index={0} colSpan={5}>
            <b>{t('evaluation.total')}</b>
          </Table.Summary.Cell>
          <Table.Summary.Cell index={5} align="right">
            <b>{floorDecimal(total.fullScore, 2)}</b>
          </Table.Summary.Cell>
          <Table.Summary.Cell index={6} align="right">
            <b>
              <TotalScore total={total} />
            </b>
          </Table.Summary.Cell>
          {!isCompact && <Table.Summary.Cell index={7} />}
        </Table.Summary.Row>
      )}
    />
  );
}
