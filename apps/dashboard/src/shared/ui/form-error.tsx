import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../api/api-error.js';
import { Mark } from './mark.js';
import { useErrorText } from '../api/use-error-text.js';

/** Why something was refused, with the hub's own words where the code leaves open what is wrong. */
export function FormError({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const { code, message, correlationId } = toApiError(error);
  return (
    <Alert
      className="form-error"
      type="error"
      showIcon
      icon={<Mark kind="down" size={16} />}
      title={textOf(error)}
      description={
        <span className="muted">
          {(code === 'invalid_request' || code === 'conflict') && <>{message} · </>}
          {t('error.correlationId')} <span className="mono">{correlationId ?? '—'}</span>
        </span>
      }
    />
  );
}
