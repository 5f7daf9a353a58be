import { DownloadOutlined } from '@ant-design/icons';
import type { Inspection } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { inspectionReportUrl, inspectionsQuery } from '../../shared/api/queries.js';
import { noValue } from '../../shared/format/figures.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { Mark } from '../../shared/ui/mark.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { useIsPhone } from '../../shared/ui/use-media.js';
import { InspectionRows } from './inspection-rows.js';

const byNewest = (a: Inspection, b: Inspection) => b.requestedAt.localeCompare(a.requestedAt);
/** A phone shows the latest; all of them stand in the table of a wider screen. */
const phoneRows = 10;

/** The inspections of a server with their reports, the newest first. */
export function InspectionsPanel({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isPhone = useIsPhone();
  const query = useQuery(inspectionsQuery(serverId));
  return (
    <Panel title={t('inspection.title')} isFlush>
      <QueryState query={query} errorTitle={t('inspection.loadFailed')} skeletonRows={2}>
        {({ items }) =>
          isPhone ? (
            <InspectionRows inspections={[...items].sort(byNewest).slice(0, phoneRows)} />
          ) : (
            <Table<Inspection>
              size="small"
              rowKey="id"
              scroll={{ x: 520 }}
              pagination={items.length > 10 ? { pageSize: 10, size: 'small', showSizeChanger: false } : false}
              dataSource={[...items].sort(byNewest)}
              locale={{ emptyText: <span className="muted">{t('inspection.none')}</span> }}
              columns={[
                {
                  key: 'requested',
                  title: t('inspection.requestedAt'),
                  width: 180,
                  render: (_, { requestedAt }) => formats.dateTime(requestedAt),
                },
                {
                  key: 'state',
                  title: t('column.status'),
                  width: 140,
                  render: (_, { state }) => (
                    <span className="status-label">
                      <Mark
                        kind={state === 'completed' ? 'up' : 'unknown'}
                        size={12}
                        label={t(`inspection.${state}`)}
                      />
                      {t(`inspection.${state}`)}
                    </span>
                  ),
                },
                {
                  key: 'completed',
                  title: t('inspection.completedAt'),
                  width: 180,
                  render: (_, { completedAt }) => (completedAt ? formats.dateTime(completedAt) : noValue),
                },
                {
                  key: 'duration',
                  title: t('inspection.duration'),
                  width: 100,
                  align: 'right',
                  render: (_, { requestedAt, completedAt }) =>
                    completedAt
                      ? formats.duration(Date.parse(completedAt) - Date.parse(requestedAt))
                      : noValue,
                },
                {
                  key: 'report',
                  title: t('inspection.report'),
                  render: (_, { id, state }) =>
                    state === 'completed' ? (
                      <a href={inspectionReportUrl(id)} download>
                        <DownloadOutlined /> DOCX
                      </a>
                    ) : (
                      noValue
                    ),
                },
              ]}
            />
          )
        }
      </QueryState>
    </Panel>
  );
}
