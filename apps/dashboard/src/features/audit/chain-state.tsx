import { ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { auditVerificationQuery } from '../../shared/api/audit.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { CopyButton } from '../../shared/ui/copy-button.js';
import { ErrorState } from '../../shared/ui/error-state.js';
import { Mark } from '../../shared/ui/mark.js';

/** Whether the chain is whole; if not, its first entry that is wrong. */
export function ChainState() {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery(auditVerificationQuery);
  if (!data && error)
    return <ErrorState title={t('audit.verifyFailed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { entries, headHash, problem } = data;
  return (
    <section className="panel" data-chain={problem ? problem.kind : 'intact'}>
      <div className="body chain-state">
        <Mark kind={problem ? 'down' : 'up'} size={16} label={t(problem ? 'audit.broken' : 'audit.intact')} />
        <b>
          {problem
            ? t(`auditProblem.${problem.kind}`, { value: problem.number })
            : t('audit.intactText', { value: entries })}
        </b>
        {problem && i18n.language === 'en' && <span className="secondary">{problem.message}</span>}
        {headHash && (
          <span className="muted">
            {t('audit.head')}{' '}
            <span className="mono" title={headHash}>
              {headHash.slice(0, 16)}…
            </span>{' '}
            <CopyButton text={headHash} />
          </span>
        )}
        <span className="spacer" />
        <span className="muted">
          {t('audit.verifiedAt', { time: formats.dateTimeSeconds(dataUpdatedAt) })}
        </span>
        <Button icon={<ReloadOutlined />} loading={isFetching} onClick={() => void refetch()}>
          {t('audit.verify')}
        </Button>
      </div>
    </section>
  );
}
