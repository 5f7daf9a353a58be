import type { Server } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';

/** Whether somebody has looked at the server, and whether it is still there. */
export function ServerState({ server }: { server: Server }) {
  const { t } = useTranslation();
  if (server.isRetired) return <span className="tag">{t('serverState.retired')}</span>;
  if (!server.isApproved) return <span className="tag warning">{t('serverState.waiting')}</span>;
  return <span className="muted">{t('serverState.approved')}</span>;
}
