import { DownloadOutlined } from '@ant-design/icons';
import type { Evaluation } from '@opsgauge/contract';
import { useMutation } from '@tanstack/react-query';
import { App, Breadcrumb, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toApiError } from '../../shared/api/api-error.js';
import { download } from '../../shared/api/download.js';
import { actualsUrl } from '../../shared/api/queries.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { HelpButton } from '../../shared/help/help-button.js';
import { SystemLink } from '../../shared/ui/system-link.js';
import { VersionedCode } from './versioned-code.js';

/** What is evaluated, over which period, up to when, by which rules; and the export. */
export function EvaluationHeader({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { message } = App.useApp();
  const { id, projectName, name, systemId, systemName, from, to, cutOffAt, ruleSet } = evaluation;
  const exportCsv = useMutation({
    mutationFn: () =>
      download(actualsUrl(id), 'text/csv', `${projectName} ${name} ${formats.date(cutOffAt)}.csv`),
    onError: (error) => message.error(t(`error.${toApiError(error).code}`)),
  });
  return (
    <div className="page-head">
      <Breadcrumb
        items={[
          { title: <Link to="/evaluations">{t('navigation.evaluations')}</Link> },
          { title: projectName },
        ]}
      />
      <div className="row title-row">
        <h1>{projectName}</h1>
        <span className="spacer" />
        <span className="row actions">
          <Button
            icon={<DownloadOutlined />}
            loading={exportCsv.isPending}
            onClick={() => exportCsv.mutate()}
          >
            {t('evaluation.exportCsv')}
          </Button>
          <HelpButton page="evaluation" />
        </span>
      </div>
      <p className="muted">
        {name} · <SystemLink id={systemId} name={systemName} /> ·{' '}
        {[
          t('evaluation.fromTo', { from: formats.date(from), to: formats.lastDateBefore(to) }),
          t('evaluation.upTo', { time: formats.dateTime(cutOffAt) }),
        ].join(' · ')}
        {' · '}
        <VersionedCode code={ruleSet} />
      </p>
    </div>
  );
}
