import { useTranslation } from 'react-i18next';
import { Mark } from '../../shared/ui/mark.js';
import { useIsPhone } from '../../shared/ui/use-media.js';
import type { ServerCounts, StatusFilter } from './server-filter.js';

interface CountersProps {
  counts: ServerCounts;
  selected: StatusFilter;
  onSelect: (status: StatusFilter) => void;
}

const order: StatusFilter[] = ['all', 'up', 'down', 'maintenance', 'unknown'];

/** How many servers are in each status; a click shows only those. */
export function Counters({ counts, selected, onSelect }: CountersProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const notes: Partial<Record<StatusFilter, string | false>> = {
    all: t('overview.systemCount', { value: counts.systems }),
    up: counts.strained > 0 && t('overview.strained', { value: counts.strained }),
    unknown: counts.outOfService > 0 && t('overview.outOfService', { value: counts.outOfService }),
  };
  return order.map((status) => (
    <button
      type="button"
      key={status}
      className={`counter ${status === selected ? 'on' : ''}`}
      aria-pressed={status === selected}
      onClick={() => onSelect(status === selected ? 'all' : status)}
      data-counter={status}
    >
      <div className="head">
        {status === 'all' ? null : <Mark kind={status} />}
        {isPhone ? t(`counter.${status}`) : status === 'all' ? t('overview.all') : t(`status.${status}`)}
      </div>
      <div className="value">
        {counts[status]}
        {notes[status] && <small>{notes[status]}</small>}
      </div>
    </button>
  ));
}
