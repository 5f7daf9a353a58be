import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shared/ui/page-head.js';
import { SourcesPanel } from './sources-panel.js';
import { UnassignedPanel } from './unassigned-panel.js';
import './incoming.css';

/** Other monitors whose alerts become faults here, and the alerts of which nobody knows whose they are. */
export function IncomingPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('navigation.incoming')} help="incoming" />
      <SourcesPanel />
      <UnassignedPanel />
    </>
  );
}
