import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../api/api-error.js';
import { Mark } from './mark.js';
import { useErrorText } from '../api/use-error-text.js';

/** Why something was refused. */
export function FormError({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const { correlationId } = toApiError(error);
  return (
    <Alert
      className="form-error"
      type="error"
      showIcon
      icon={<Mark kind="down" size={16} />}
      title={textOf(error)}
      description={
        <span className="muted">
          {t('error.correlationId')} <span className="mono">{correlationId ?? '—'}</span>
        </span>
      }
    />
  );
}
