import type { Server } from '@opsgauge/contract';
import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { percentDigits } from '../../shared/format/figures.js';
import { ColumnTitle } from '../../shared/ui/column-title.js';
import { Coverage } from '../../shared/ui/coverage.js';
import { uncertainClass } from '../../shared/ui/low-coverage-mark.js';
import { Sparkline } from '../../shared/ui/sparkline.js';
import { StatusLabel } from '../../shared/ui/status-label.js';
import { SystemLink } from '../../shared/ui/system-link.js';
import { LastReport } from './last-report.js';
import { by, meterColumn, rateColumn } from './metric-columns.js';
import { ServerName } from './server-name.js';

/** Widths that differ by language: English words are longer, so the name gives way. Both add up to `tableWidth`. */
const widths = {
  chinese: { status: 84, name: 176, system: 112, availability: 106, coverage: 74 },
  english: { status: 112, name: 148, system: 100, availability: 104, coverage: 88 },
} as const;

/** What the columns need together; below it the table scrolls sideways. */
export const tableWidth = 1140;

/** The columns of the server table; the first order is problems first. */
export function serverColumns(t: TFunction, isEnglish: boolean): TableColumnsType<Server> {
  const width = widths[isEnglish ? 'english' : 'chinese'];
  return [
    {
      key: 'status',
      title: t('column.status'),
      width: width.status,
      render: (_, server) => <StatusLabel status={server.status} />,
    },
    {
      key: 'name',
      title: t('column.server'),
      width: width.name,
      ellipsis: true,
      sorter: (a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }),
      render: (_, server) => <ServerName server={server} />,
    },
    {
      key: 'system',
      title: t('column.system'),
      width: width.system,
      ellipsis: true,
      render: (_, { systemId, systemName }) => <SystemLink id={systemId} name={systemName} />,
    },
    meterColumn('cpuPercent', t('metric.cpu')),
    meterColumn('memoryUsedPercent', t('metric.memory')),
    meterColumn('diskUsedPercent', t('metric.disk')),
    rateColumn('networkReceiveBytesPerSecond', t('metric.receive')),
    rateColumn('networkTransmitBytesPerSecond', t('metric.transmit')),
    {
      key: 'cpuLastHour',
      title: <ColumnTitle name={t('metric.cpu')} unit={t('column.lastHour')} />,
      width: 86,
      render: (_, server) => <Sparkline values={server.cpuLastHour} label={t('column.cpuLastHour')} />,
    },
    {
      key: 'lastReportAt',
      title: t('column.lastReport'),
      width: 82,
      align: 'right',
      render: (_, server) => <LastReport server={server} />,
    },
    {
      key: 'availability',
      title: <ColumnTitle name={t('column.monthAvailability')} unit="%" />,
      width: width.availability,
      align: 'right',
      sorter: by((server) =>
        server.monthAvailabilityPercent === null ? null : Number(server.monthAvailabilityPercent),
      ),
      render: (_, { monthAvailabilityPercent, monthCoveragePercent }) =>
        monthAvailabilityPercent === null ? (
          <span className="no-data">{t('state.noData')}</span>
        ) : (
          <span className={uncertainClass(monthCoveragePercent)}>
            {percentDigits(monthAvailabilityPercent)}
          </span>
        ),
    },
    {
      key: 'coverage',
      title: <ColumnTitle name={t('column.coverage')} unit="%" />,
      width: width.coverage,
      align: 'right',
      render: (_, server) => <Coverage coveragePercent={server.monthCoveragePercent} />,
    },
  ];
}
