import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ErrorState } from '../../shared/ui/error-state.js';

/** A page that failed to load or to draw: an update of the hub removes the old page's files, so a reload often helps. */
export function CrashPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <div className="page-empty">
      <ErrorState title={t('crash.title')} error={error} onRetry={() => window.location.reload()} />
    </div>
  );
}
