import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../api/api-error.js';
import { useErrorText } from '../api/use-error-text.js';
import { Mark } from './mark.js';

interface ErrorStateProps {
  /** What could not be done, e.g. 读取服务器列表失败. */
  title: string;
  error: unknown;
  onRetry?: () => void;
}

/** What failed, why, the code and the request's number, and a way to try again. */
export function ErrorState({ title, error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const { code, correlationId } = toApiError(error);
  return (
    <div className="empty" role="alert">
      <Mark kind="down" size={20} />
      <b>{title}</b>
      <span className="muted">
        {textOf(error)} <span className="mono">{code}</span>
        {correlationId && (
          <>
            {' · '}
            {t('error.correlationId')} <span className="mono">{correlationId}</span>
          </>
        )}
      </span>
      {onRetry && (
        <Button icon={<ReloadOutlined />} onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  );
}
