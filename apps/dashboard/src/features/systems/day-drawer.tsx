import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { availabilityQuery, systemAvailabilityUrl } from '../../shared/api/queries.js';
import { AvailabilityTotal } from '../../shared/availability/availability-total.js';
import { endOfDate, instantOf } from '../../shared/format/zone-instants.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { DayIntervals } from './day-intervals.js';

function DayBody({ systemId, date }: { systemId: string; date: string }) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const url = systemAvailabilityUrl(systemId, instantOf(date, timeZone), endOfDate(date, timeZone));
  return (
    <QueryState
      query={useQuery(availabilityQuery(systemId, url))}
      errorTitle={t('intervals.loadFailed')}
      skeletonRows={4}
    >
      {(found) => (
        <>
          <p className="day-total">
            <AvailabilityTotal total={found} />
          </p>
          <DayIntervals intervals={found.intervals} />
        </>
      )}
    </QueryState>
  );
}

interface DayDrawerProps {
  systemId: string;
  /** Null: closed. */
  date: string | null;
  onClose: () => void;
}

/** The status intervals of one day. */
export function DayDrawer({ systemId, date, onClose }: DayDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={date !== null}
      onClose={onClose}
      mask={false}
      size={560}
      title={date && t('systemPage.dayTitle', { date })}
    >
      {date !== null && <DayBody systemId={systemId} date={date} />}
    </Drawer>
  );
}
