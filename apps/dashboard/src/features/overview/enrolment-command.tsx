import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { createEnrolmentToken } from '../../shared/api/commands.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { CopyButton } from '../../shared/ui/copy-button.js';
import { ErrorState } from '../../shared/ui/error-state.js';
import { Mark } from '../../shared/ui/mark.js';
import { enrolmentLines } from './enrolment-lines.js';

/** Makes a one-time token and shows the lines to paste on the server that is to be added. */
export function EnrolmentCommand() {
  const { t } = useTranslation();
  const formats = useFormats();
  const token = useMutation({ mutationFn: createEnrolmentToken });
  return (
    <div className="enrolment">
      {token.data?.isLocalOnly && (
        <Alert
          type="warning"
          showIcon
          icon={<Mark kind="warning" size={16} />}
          title={t('addServer.localOnly')}
          description={t('addServer.localOnlyText')}
        />
      )}
      {enrolmentLines(window.location.origin, token.data).map(({ key, line }) => (
        <div key={key} className="enrolment-line">
          {key !== 'plain' && <span className="muted">{t(`addServer.${key}`)}</span>}
          <div className={`command ${token.data ? '' : 'is-preview'}`}>
            <code>{line}</code>
            {token.data && <CopyButton text={line} />}
          </div>
        </div>
      ))}
      {token.data && (
        <span className="muted">
          {t('addServer.expires', { time: formats.dateTime(token.data.expiresAt) })}
        </span>
      )}
      {token.isError && <ErrorState title={t('addServer.tokenFailed')} error={token.error} />}
      <Button type="primary" loading={token.isPending} onClick={() => token.mutate()}>
        {t(token.data ? 'addServer.anotherToken' : 'addServer.makeToken')}
      </Button>
    </div>
  );
}
