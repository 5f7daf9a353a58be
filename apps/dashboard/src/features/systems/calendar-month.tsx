import type { AvailabilityDay, AvailabilityMonth } from '@opsgauge/contract';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayBar } from '../../shared/availability/day-bar.js';
import { useDayText } from '../../shared/availability/use-day-text.js';
import { noValue, percent } from '../../shared/format/figures.js';
import { Coverage } from '../../shared/ui/coverage.js';
import { uncertainClass } from '../../shared/ui/low-coverage-mark.js';
import { Mark } from '../../shared/ui/mark.js';

function MonthTarget({ month: { targetPercentMin, isTargetMet } }: { month: AvailabilityMonth }) {
  const { t } = useTranslation();
  if (targetPercentMin === null) return <span className="month-target muted">{noValue}</span>;
  return (
    <span className={`month-target ${isTargetMet === false ? 'is-missed' : 'muted'}`}>
      {isTargetMet !== null && (
        <Mark
          kind={isTargetMet ? 'up' : 'down'}
          size={11}
          label={t(isTargetMet ? 'systemPage.targetMet' : 'systemPage.targetMissed')}
        />
      )}
      {`≥ ${targetPercentMin} %`}
    </span>
  );
}

function useMonthNames() {
  const { t } = useTranslation();
  return {
    availability: t('overview.availability'),
    coverage: t('column.coverage'),
    target: t('systemPage.target'),
  };
}

/** What a figure of a month is; where the months stand side by side it is read out only, and seen once before them. */
const MonthLabel = ({ name }: { name: string }) => <span className="month-label">{name} </span>;

/** The names of a month's figures, once for all the months beside them. */
export function CalendarLabels() {
  const { availability, coverage, target } = useMonthNames();
  return (
    <div className="calendar-labels" aria-hidden="true">
      <header>
        <h3>&nbsp;</h3>
        <span>{availability}</span>
        <span>{coverage}</span>
        <span>{target}</span>
      </header>
    </div>
  );
}

interface CalendarMonthProps {
  month: AvailabilityMonth;
  days: AvailabilityDay[];
  openDate: string | null;
  onOpen: (date: string) => void;
}

/** A month: what it came to, against what was promised, and its days. */
export function CalendarMonth({ month, days, openDate, onOpen }: CalendarMonthProps) {
  const textOf = useDayText();
  const names = useMonthNames();
  return (
    <section className="calendar-month" aria-label={month.month}>
      <header>
        <h3>{month.month}</h3>
        <span>
          <MonthLabel name={names.availability} />
          <b className={uncertainClass(month.coveragePercent)}>{percent(month.availabilityPercent)}</b>
        </span>
        <span>
          <MonthLabel name={names.coverage} />
          <Coverage coveragePercent={month.coveragePercent} hasUnit />
        </span>
        <span>
          <MonthLabel name={names.target} />
          <MonthTarget month={month} />
        </span>
      </header>
      <ol>
        {days.map((day) => (
          <li key={day.date}>
            <Tooltip title={textOf(day).join(' · ')}>
              <button
                type="button"
                aria-label={textOf(day).join(', ')}
                aria-pressed={day.date === openDate}
                onClick={() => onOpen(day.date)}
              >
                <DayBar day={day} />
              </button>
            </Tooltip>
          </li>
        ))}
      </ol>
    </section>
  );
}
