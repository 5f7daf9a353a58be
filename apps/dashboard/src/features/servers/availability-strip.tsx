import type { AvailabilityDay } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { availabilityDaysQuery } from '../../shared/api/queries.js';
import { AvailabilityTotal } from '../../shared/availability/availability-total.js';
import { DayBar } from '../../shared/availability/day-bar.js';
import { DayLegend } from '../../shared/availability/day-legend.js';
import { useDayText } from '../../shared/availability/use-day-text.js';
import { date, shiftDate } from '../../shared/format/times.js';
import { hubNow } from '../../shared/time/clock.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';

const days = 30;
/** Every seventh date is printed, and the last. */
const isDated = (index: number, count: number) =>
  index % 7 === 0 ? count - 1 - index >= 3 || index === count - 1 : index === count - 1;

function Day({ day, isDateShown }: { day: AvailabilityDay; isDateShown: boolean }) {
  const text = useDayText()(day);
  return (
    <Tooltip title={text.join(' · ')}>
      <li aria-label={text.join(', ')}>
        <DayBar day={day} />
        <span aria-hidden="true">{isDateShown ? day.date.slice(5) : ''}</span>
      </li>
    </Tooltip>
  );
}

/** The last 30 calendar days of the organisation's zone, a cell a day. */
export function AvailabilityStrip({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const today = date(hubNow(), timeZone);
  const query = useQuery(availabilityDaysQuery(serverId, shiftDate(today, 1 - days), today));
  const total = query.data?.total;
  return (
    <Panel
      title={t('server.last30Days')}
      className="availability"
      extra={
        <>
          <DayLegend />
          {total && <AvailabilityTotal total={total} />}
        </>
      }
    >
      <QueryState query={query} errorTitle={t('server.daysFailed')} skeletonRows={1}>
        {({ items }) => (
          <ol
            className="availability-strip"
            style={{ gridTemplateColumns: `repeat(${items.length}, minmax(0, 1fr))` }}
          >
            {items.map((day, index) => (
              <Day key={day.date} day={day} isDateShown={isDated(index, items.length)} />
            ))}
          </ol>
        )}
      </QueryState>
    </Panel>
  );
}
