import type { Evaluation } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { evaluationsQuery } from '../../shared/api/queries.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { HelpButton } from '../../shared/help/help-button.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { useIsPhone } from '../../shared/ui/use-media.js';
import { SystemLink } from '../../shared/ui/system-link.js';
import { EvaluationRows } from './evaluation-rows.js';
import { VersionedCode } from './versioned-code.js';
import './evaluations.css';

/** Every evaluation, by project and period. */
export function EvaluationListPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const query = useQuery(evaluationsQuery);
  useTitle(t('navigation.evaluations'));
  return (
    <>
      <div className="row">
        <h1>{t('navigation.evaluations')}</h1>
        <span className="spacer" />
        <HelpButton page="evaluation" />
      </div>
      <p className="muted">{t('evaluation.origin')}</p>
      <Panel isFlush>
        <QueryState query={query} errorTitle={t('evaluation.listFailed')}>
          {({ items }) =>
            !items.length ? (
              <div className="empty">
                <b>{t('evaluation.none')}</b>
                <span className="muted">{t('evaluation.noneHint')}</span>
              </div>
            ) : isPhone ? (
              <EvaluationRows evaluations={items} />
            ) : (
              <Table<Evaluation>
                size="small"
                rowKey="id"
                pagination={false}
                dataSource={items}
                scroll={{ x: 900 }}
                onRow={({ id }) => ({ onClick: () => void navigate(`/evaluations/${id}`) })}
                columns={[
                  {
                    key: 'project',
                    title: t('evaluation.project'),
                    render: (_, { id, projectName }) => <Link to={`/evaluations/${id}`}>{projectName}</Link>,
                  },
                  { key: 'name', title: t('evaluation.name'), dataIndex: 'name' },
                  {
                    key: 'system',
                    title: t('column.system'),
                    render: (_, { systemId, systemName }) => <SystemLink id={systemId} name={systemName} />,
                  },
                  {
                    key: 'period',
                    title: t('evaluation.period'),
                    width: 210,
                    render: (_, { from, to }) =>
                      t('evaluation.fromTo', { from: formats.date(from), to: formats.lastDateBefore(to) }),
                  },
                  {
                    key: 'cutOff',
                    title: t('evaluation.cutOff'),
                    width: 140,
                    render: (_, { cutOffAt }) => formats.dateTime(cutOffAt),
                  },
                  {
                    key: 'ruleSet',
                    title: t('evaluation.ruleSet'),
                    width: 150,
                    render: (_, { ruleSet }) => <VersionedCode code={ruleSet} />,
                  },
                ]}
              />
            )
          }
        </QueryState>
      </Panel>
    </>
  );
}
