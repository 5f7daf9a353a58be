import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../../shared/api/api-error.js';
import { Mark } from '../../shared/ui/mark.js';

/** Why the login failed: a wrong name or password, a hub that does not answer, too many attempts, or another code. */
export function LoginError({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { code, correlationId } = toApiError(error);
  return (
    <Alert
      type="error"
      showIcon
      icon={<Mark kind="down" size={16} />}
      title={t(`error.${code}`)}
      description={
        correlationId && code !== 'wrong_credentials' ? (
          <>
            {t('error.correlationId')} <span className="mono">{correlationId}</span>
          </>
        ) : undefined
      }
    />
  );
}
