import type { Server } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { WaitingTag } from '../../shared/ui/waiting-tag.js';

/** Whether somebody has looked at the server, and whether it is still there. */
export function ServerState({ server }: { server: Server }) {
  const { t } = useTranslation();
  if (server.isRetired) return <span className="tag">{t('serverState.retired')}</span>;
  if (!server.isApproved) return <WaitingTag server={server} />;
  return <span className="muted">{t('serverState.approved')}</span>;
}
