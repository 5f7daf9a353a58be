import type { DutyShift } from '@opsgauge/contract';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dutyShiftsQuery } from '../../shared/api/notifications.js';
import { date, shiftDate } from '../../shared/format/times.js';
import { useMay } from '../../shared/permissions.js';
import { hubNow } from '../../shared/time/clock.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { EmptyList } from './empty-list.js';
import { RosterCopy } from './roster-copy.js';
import { RosterWeek } from './roster-week.js';
import { ShiftForm } from './shift-form.js';
import { currentWeek, edgesOf, weekOf } from './week.js';

/** Who is on duty, a week at a time. */
export function RosterSection() {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const mayChange = useMay('manageRoster');
  const [week, setWeek] = useState(() => currentWeek(hubNow(), timeZone));
  const { from, to } = edgesOf(week, timeZone);
  const query = useQuery(dutyShiftsQuery(from, to));
  const editing = useEditing<DutyShift>();
  const today = date(hubNow(), timeZone);
  const move = (days: number) => setWeek(weekOf(shiftDate(week[0]!, days)));
  return (
    <>
      <SectionBar
        count={query.data?.items.length}
        add={mayChange && { label: t('notifications.addShift'), onAdd: () => editing.start(null) }}
      >
        <Button icon={<LeftOutlined />} aria-label={t('roster.before')} onClick={() => move(-7)} />
        <span className="roster-span">
          {week[0]} — {week[6]}
        </span>
        <Button icon={<RightOutlined />} aria-label={t('roster.after')} onClick={() => move(7)} />
        <Button onClick={() => setWeek(currentWeek(hubNow(), timeZone))}>{t('roster.thisWeek')}</Button>
        {mayChange && <RosterCopy week={week} shifts={query.data?.items} />}
      </SectionBar>
      <QueryState query={query} errorTitle={t('record.loadFailed')}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="empty">
              <EmptyList of="roster" />
            </div>
          ) : (
            <RosterWeek week={week} shifts={items} onOpen={editing.start} />
          )
        }
      </QueryState>
      <ShiftForm editing={editing} day={week.includes(today) ? today : week[0]!} />
    </>
  );
}
