import { ArrowLeftOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawSamplesQuery } from '../../../shared/api/samples.js';
import { groupThousands } from '../../../shared/format/decimal.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { HourTable } from './hour-table.js';
import { NeighbourSamples } from './neighbour-samples.js';
import { SampleInterval, type SampleIntervalProps } from './sample-interval.js';
import { RawSampleTable } from './raw-sample-table.js';

interface SamplesProps extends SampleIntervalProps {
  onBack: () => void;
}

const limit = 200;

/** The raw samples of one interval, as they are stored. */
export function Samples({ onBack, ...shown }: SamplesProps) {
  const { interval, serverId } = shown;
  const { t } = useTranslation();
  const [order, setOrder] = useState<'first' | 'last'>('first');
  const query = useQuery({
    ...rawSamplesQuery(serverId ?? '', { ...interval, limit, order }),
    enabled: serverId !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Button type="link" size="small" icon={<ArrowLeftOutlined />} onClick={onBack} className="back">
        {t('samples.back')}
      </Button>
      <SampleInterval {...shown} />
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
    </>
  );
}
