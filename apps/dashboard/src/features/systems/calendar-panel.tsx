import type { SystemAvailabilityDaysResponse } from '@opsgauge/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AvailabilityTotal } from '../../shared/availability/availability-total.js';
import { DayLegend } from '../../shared/availability/day-legend.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { CalendarLabels, CalendarMonth } from './calendar-month.js';
import { DayDrawer } from './day-drawer.js';

interface CalendarPanelProps {
  systemId: string;
  query: UseQueryResult<SystemAvailabilityDaysResponse>;
}

/** Twelve months of a system, a column each; a day opens to its intervals. */
export function CalendarPanel({ systemId, query }: CalendarPanelProps) {
  const { t } = useTranslation();
  const [openDate, setOpenDate] = useState<string | null>(null);
  return (
    <Panel
      title={t('systemPage.calendar')}
      className="availability"
      extra={
        <>
          <DayLegend />
          {query.data && <AvailabilityTotal total={query.data.total} />}
        </>
      }
    >
      <QueryState query={query} errorTitle={t('systemPage.calendarFailed')} skeletonRows={9}>
        {({ months, items }) => (
          <div className="availability-calendar">
            <CalendarLabels />
            {months.map((month) => (
              <CalendarMonth
                key={month.month}
                month={month}
                days={items.filter(({ date }) => date.startsWith(month.month))}
                openDate={openDate}
                onOpen={setOpenDate}
              />
            ))}
          </div>
        )}
      </QueryState>
      <DayDrawer systemId={systemId} date={openDate} onClose={() => setOpenDate(null)} />
    </Panel>
  );
}
