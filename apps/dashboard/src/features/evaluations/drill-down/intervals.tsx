import type { AvailabilityResponse, StatusInterval } from '@opsgauge/contract';
import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrillDown } from '../use-drill-down.js';
import { IntervalTable } from './interval-table.js';
import type { Member } from './members.js';

interface IntervalsProps {
  availability: AvailabilityResponse;
  components: readonly Member[];
  drillDown: DrillDown;
  onServer: (serverId: string | null) => void;
  onOpen: (interval: StatusInterval) => void;
}

type ClassFilter = 'all' | 'down' | 'unknown' | 'maintenance';
const filters: ClassFilter[] = ['all', 'down', 'unknown', 'maintenance'];

/** The intervals the figure was counted from: the system's, or those of one of its servers. */
export function Intervals({ availability, components, drillDown, onServer, onOpen }: IntervalsProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<ClassFilter>('all');
  const { intervals } = availability;
  const shown = useMemo(
    () =>
      intervals
        .filter((interval) => filter === 'all' || interval.class === filter)
        .sort((a, b) => Date.parse(b.from) - Date.parse(a.from)),
    [intervals, filter],
  );
  const count = (one: ClassFilter) =>
    one === 'all' ? intervals.length : intervals.filter((interval) => interval.class === one).length;
  return (
    <>
      <h3>
        {t('intervals.title')} {intervals.length} <span className="muted">{t('intervals.newestFirst')}</span>
      </h3>
      <div className="row wrap interval-filters">
        <Select
          size="small"
          className="component-select"
          aria-label={t('intervals.of')}
          value={drillDown.serverId ?? ''}
          onChange={(value) => onServer(value || null)}
          options={[
            { value: '', label: t('intervals.ofSystem') },
            ...components.map(({ serverId, serverName }) => ({ value: serverId, label: serverName })),
          ]}
        />
        <Segmented
          size="small"
          value={filter}
          onChange={setFilter}
          options={filters.map((one) => ({
            value: one,
            label: `${one === 'all' ? t('overview.all') : t(`status.${one}`)} ${count(one)}`,
          }))}
        />
      </div>
      {drillDown.serverId === null && <p className="muted interval-hint">{t('intervals.ofSystemHint')}</p>}
      <IntervalTable
        intervals={shown}
        serverId={drillDown.serverId}
        indicatorKey={drillDown.indicatorKey}
        onOpen={onOpen}
      />
    </>
  );
}
