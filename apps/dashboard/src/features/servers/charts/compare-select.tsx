import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { serversQuery } from '../../../shared/api/queries.js';
import { RecordSelect } from '../../../shared/ui/record-select.js';
import type { ChartView } from './use-chart-view.js';

/** Another server to draw beside this one, found by name or address. */
export function CompareSelect({ serverId, view }: { serverId: string; view: ChartView }) {
  const { t } = useTranslation();
  const { data } = useQuery(serversQuery);
  const options = useMemo(
    () =>
      (data?.items ?? [])
        .filter(({ id }) => id !== serverId)
        .map(({ id, name, address, hostname }) => ({ value: id, label: `${name} ${address ?? hostname}` })),
    [data, serverId],
  );
  const isKnown = options.some(({ value }) => value === view.compareId);
  return (
    <span className="compare-select">
      <RecordSelect
        isOptional
        label={t('chart.compare')}
        placeholder={t('chart.compare')}
        options={options}
        value={isKnown ? view.compareId : null}
        onChange={view.compare}
      />
    </span>
  );
}
