import type { DutyShift } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { date } from '../../shared/format/times.js';
import { hubNow } from '../../shared/time/clock.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { weekdays } from '../../shared/time/weekdays.js';
import { partOn } from './week.js';

interface RosterWeekProps {
  week: readonly string[];
  shifts: readonly DutyShift[];
  onOpen: (shift: DutyShift) => void;
}

/** A week, a column a day: who is on duty when, and for what. */
export function RosterWeek({ week, shifts, onOpen }: RosterWeekProps) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const today = date(hubNow(), timeZone);
  return (
    <div className="roster-week">
      {week.map((day, index) => (
        <section key={day} aria-label={day} className={day === today ? 'is-today' : ''}>
          <h3>
            {t(`weekday.${weekdays[index]!}`)} <span className="muted">{day.slice(5)}</span>
            {day === today && <span className="tag brand">{t('roster.today')}</span>}
          </h3>
          {shifts.map((shift) => {
            const part = partOn(shift, day, timeZone);
            return part && <Shift key={shift.id} shift={shift} part={part} onOpen={onOpen} />;
          })}
        </section>
      ))}
    </div>
  );
}

interface ShiftProps {
  shift: DutyShift;
  part: { from: string; to: string };
  onOpen: (shift: DutyShift) => void;
}

function Shift({ shift, part, onOpen }: ShiftProps) {
  const { personName, phone, targetName, isOwn } = shift;
  return (
    <button type="button" className="roster-shift" disabled={!isOwn} onClick={() => onOpen(shift)}>
      <b>{personName}</b>
      <span className="numbers">
        {part.from}–{part.to}
      </span>
      <span className="muted">{targetName}</span>
      {phone && <span className="muted numbers">{phone}</span>}
    </button>
  );
}
