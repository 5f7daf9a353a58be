import type { Server } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';

/** Marks a server that nobody has approved yet; nothing for any other. */
export function WaitingTag({ server }: { server: Pick<Server, 'isApproved' | 'isRetired'> }) {
  const { t } = useTranslation();
  if (server.isApproved || server.isRetired) return null;
  return <span className="tag warning">{t('serverState.waiting')}</span>;
}
