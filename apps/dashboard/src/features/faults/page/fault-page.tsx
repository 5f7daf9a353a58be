import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { faultQuery } from '../../../shared/api/faults.js';
import { keys } from '../../../shared/api/keys.js';
import { useReread } from '../../../shared/api/use-reread.js';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { useTitle } from '../../../shared/ui/use-title.js';
import { ActionDrawer } from '../actions/action-drawer.js';
import { useFaultActions } from '../actions/use-fault-actions.js';
import { ClocksPanel } from './clocks-panel.js';
import { EvidencePanel } from './evidence-panel.js';
import { FaultChartPanel } from './fault-chart-panel.js';
import { FaultHeader } from './fault-header.js';
import { IndicatorsPanel } from './indicators-panel.js';
import { InfoPanel } from './info-panel.js';
import { MessagesPanel } from './messages-panel.js';
import { RelatedPanel } from './related-panel.js';
import { RequestsPanel } from './requests-panel.js';
import { Steps } from './steps.js';
import { TimelinePanel } from './timeline-panel.js';
import './fault-page.css';

const readAgainMs = 60_000;

/** One fault: how far it has come, what was done, its clocks, and what it counts in. */
export function FaultPage() {
  const { t } = useTranslation();
  const { faultId = '' } = useParams();
  const titleOf = useFaultTitle();
  const query = useQuery(faultQuery(faultId));
  useReread(keys.fault(faultId), readAgainMs);
  const { act, drawer } = useFaultActions();
  useTitle(query.data && `${query.data.number} ${titleOf(query.data.title)}`);
  return (
    <QueryState query={query} errorTitle={t('faultPage.loadFailed')} skeletonRows={14}>
      {(fault) => (
        <>
          <FaultHeader fault={fault} act={act} />
          <Steps fault={fault} />
          <div className="fault-grid">
            <div className="fault-main">
              <RequestsPanel fault={fault} act={act} />
              <TimelinePanel fault={fault} />
              <EvidencePanel fault={fault} />
              <FaultChartPanel fault={fault} />
              <RelatedPanel fault={fault} />
            </div>
            <div className="fault-aside">
              <ClocksPanel fault={fault} />
              <InfoPanel fault={fault} />
              <IndicatorsPanel fault={fault} />
              <MessagesPanel faultId={fault.id} />
            </div>
          </div>
          <ActionDrawer {...drawer} />
        </>
      )}
    </QueryState>
  );
}
