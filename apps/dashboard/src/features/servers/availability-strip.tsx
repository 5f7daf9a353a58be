import type { AvailabilityDay } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { availabilityDaysQuery } from '../../shared/api/queries.js';
import { percent } from '../../shared/format/figures.js';
import { date, shiftDate } from '../../shared/format/times.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { hubNow } from '../../shared/time/clock.js';
import { useTimeZone } from '../../shared/time/organisation.js';
import { Coverage } from '../../shared/ui/coverage.js';
import { LowCoverageMark, uncertainClass } from '../../shared/ui/low-coverage-mark.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { dayCell } from './day-cell.js';

const days = 30;
/** Every seventh date is printed, and the last. */
const isDated = (index: number, count: number) =>
  index % 7 === 0 ? count - 1 - index >= 3 || index === count - 1 : index === count - 1;

function Day({ day, isDateShown }: { day: AvailabilityDay; isDateShown: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const cell = dayCell(day);
  const text = [
    day.date,
    `${t('overview.availability')} ${day.availabilityPercent === null ? t('state.noData') : percent(day.availabilityPercent)}`,
    `${t('column.coverage')} ${percent(day.coveragePercent, 1)}`,
    day.downMs > 0 && `${t('status.down')} ${formats.duration(day.downMs)}`,
    day.maintenanceMs > 0 && `${t('status.maintenance')} ${formats.duration(day.maintenanceMs)}`,
  ].filter(Boolean);
  return (
    <Tooltip title={text.join(' · ')}>
      <li aria-label={text.join(', ')}>
        <i className={`${cell.kind} ${cell.hasMaintenance ? 'has-maintenance' : ''}`}>
          {cell.downPercent > 0 && <b style={{ height: `${cell.downPercent}%` }} />}
        </i>
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
          <span className="legend">
            {(['up', 'down', 'maintenance', 'gap', 'idle'] as const).map((kind) => (
              <span key={kind}>
                <i className={`swatch day-${kind}`} />
                {t(`strip.${kind}`)}
              </span>
            ))}
          </span>
          {total && (
            <span className="strip-total">
              {t('overview.availability')}{' '}
              <b className={uncertainClass(total.coveragePercent)}>
                {total.availabilityPercent === null ? t('state.noData') : percent(total.availabilityPercent)}
              </b>{' '}
              {total.availabilityPercent !== null && (
                <LowCoverageMark coveragePercent={total.coveragePercent} />
              )}{' '}
              {t('column.coverage')} <Coverage coveragePercent={total.coveragePercent} hasUnit />
            </span>
          )}
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
