import type { Server } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ServerCards } from './server-cards.js';
import { ServerRows } from './server-rows.js';
import { ServerTable } from './server-table.js';

interface ServerListProps {
  servers: Server[];
  view: 'table' | 'cards' | 'rows';
  onClearFilter: () => void;
}

/** The filtered servers as table, cards or the phone's two-line rows. */
export function ServerList({ servers, view, onClearFilter }: ServerListProps) {
  const { t } = useTranslation();
  if (!servers.length) {
    return (
      <div className="empty">
        <b>{t('overview.nothingMatches')}</b>
        <span className="muted">{t('overview.nothingMatchesHint')}</span>
        <Button onClick={onClearFilter}>{t('overview.clearFilter')}</Button>
      </div>
    );
  }
  if (view === 'cards') return <ServerCards servers={servers} />;
  if (view === 'rows') return <ServerRows servers={servers} />;
  return <ServerTable servers={servers} />;
}
