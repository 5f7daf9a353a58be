import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { systemDaysQuery, systemQuery } from '../../shared/api/queries.js';
import { date } from '../../shared/format/times.js';
import { hubNow } from '../../shared/time/clock.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { CalendarPanel } from './calendar-panel.js';
import { ComponentsPanel } from './components-panel.js';
import { MaintenancePanel } from './maintenance-panel.js';
import { monthStartBefore } from './months-back.js';
import { SystemHeader } from './system-header.js';
import { useFreshStatus } from './use-fresh-status.js';
import './systems.css';

interface SystemPageProps {
  systemId: string;
  /** Panels of other features, between the calendar and the components. */
  children?: ReactNode;
}

/** One system: its state and contract, its last twelve months, what it is made of, and the maintenance ahead. */
export function SystemPage({ systemId, children }: SystemPageProps) {
  const { t } = useTranslation();
  const today = date(hubNow(), useTimeZone());
  const system = useQuery(systemQuery(systemId));
  const days = useQuery(systemDaysQuery(systemId, monthStartBefore(today, 11), today));
  useTitle(system.data?.name);
  useFreshStatus(system.data);
  return (
    <QueryState query={system} errorTitle={t('systemPage.loadFailed')} skeletonRows={14}>
      {(data) => (
        <>
          <SystemHeader system={data} status={days.data} />
          <CalendarPanel systemId={systemId} query={days} />
          {children}
          <div className="two-columns system-columns">
            <ComponentsPanel system={data} />
            <MaintenancePanel system={data} />
          </div>
        </>
      )}
    </QueryState>
  );
}
