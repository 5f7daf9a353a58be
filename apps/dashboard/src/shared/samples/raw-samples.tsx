import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawSamplesQuery, type FixedPeriod } from '../api/samples.js';
import { groupThousands } from '../format/decimal.js';
import { QueryState } from '../ui/query-state.js';
import { HourTable } from './hour-table.js';
import { NeighbourSamples } from './neighbour-samples.js';
import { RawSampleTable } from './raw-sample-table.js';
import './samples.css';

const limit = 200;

interface RawSamplesProps {
  /** Null: nothing is read. */
  serverId: string | null;
  interval: FixedPeriod;
}

/** A server's samples of an interval as they are stored; where none are, what stands around it or is left of them. */
export function RawSamples({ serverId, interval }: RawSamplesProps) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<'first' | 'last'>('first');
  const query = useQuery({
    ...rawSamplesQuery(serverId ?? '', { ...interval, limit, order }),
    enabled: serverId !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <QueryState query={query} errorTitle={t('samples.loadFailed')} skeletonRows={6}>
      {({ items, total, basis, rawFrom }) => (
        <>
          <div className="row samples-title">
            <h3>{t('samples.title', { value: groupThousands(String(total)) })}</h3>
            <span className="spacer" />
            {total > items.length && (
              <Segmented
                size="small"
                value={order}
                onChange={setOrder}
                options={(['first', 'last'] as const).map((one) => ({
                  value: one,
                  label: t(`samples.${one}`, { value: limit }),
                }))}
              />
            )}
          </div>
          {items.length > 0 && <RawSampleTable samples={items} />}
          {serverId && basis === 'hours' && (
            <HourTable serverId={serverId} interval={interval} rawFrom={rawFrom} />
          )}
          {serverId && items.length === 0 && basis !== 'hours' && (
            <NeighbourSamples serverId={serverId} interval={interval} />
          )}
        </>
      )}
    </QueryState>
  );
}
