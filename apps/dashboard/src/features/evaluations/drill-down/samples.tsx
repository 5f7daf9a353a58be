import { ArrowLeftOutlined } from '@ant-design/icons';
import type { StatusInterval, System } from '@opsgauge/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rawSamplesQuery } from '../../../shared/api/queries.js';
import { groupThousands } from '../../../shared/format/decimal.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { StatusLabel } from '../../../shared/ui/status-label.js';
import { EvidenceText } from './evidence-text.js';
import { NeighbourSamples } from './neighbour-samples.js';
import { RawSampleTable } from './raw-sample-table.js';

interface SamplesProps {
  interval: { from: string; to: string };
  /** Null where the figures were counted anew since the address was cited: its samples still stand. */
  statusInterval: StatusInterval | null;
  components: System['components'];
  serverId: string | null;
  onBack: () => void;
  onServer: (serverId: string) => void;
}

const limit = 200;

/** The raw samples of one interval, as they are stored. */
export function Samples({ interval, statusInterval, components, serverId, onBack, onServer }: SamplesProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [order, setOrder] = useState<'first' | 'last'>('first');
  const query = useQuery({
    ...rawSamplesQuery(serverId ?? '', { ...interval, limit, order }),
    enabled: serverId !== null,
    placeholderData: keepPreviousData,
  });
  const lengthMs = Date.parse(interval.to) - Date.parse(interval.from);
  return (
    <>
      <Button type="link" size="small" icon={<ArrowLeftOutlined />} onClick={onBack} className="back">
        {t('samples.back')}
      </Button>
      <dl className="key-values">
        <div>
          <dt>{t('samples.interval')}</dt>
          <dd className="num">
            {formats.dateTimeMilliseconds(interval.from)} → {formats.dateTimeMilliseconds(interval.to)}
            <span className="muted interval-length">{formats.exactDuration(lengthMs)}</span>
          </dd>
        </div>
        {statusInterval && (
          <div>
            <dt>{t('column.status')}</dt>
            <dd className="row">
              <StatusLabel status={statusInterval.class} /> <EvidenceText interval={statusInterval} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('column.server')}</dt>
          <dd>
            <Select
              size="small"
              className="component-select"
              aria-label={t('column.server')}
              value={serverId}
              onChange={onServer}
              options={components.map((one) => ({ value: one.serverId, label: one.serverName }))}
            />
          </dd>
        </div>
      </dl>
      <QueryState query={query} errorTitle={t('samples.loadFailed')} skeletonRows={6}>
        {({ items, total }) => (
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
            {items.length > 0 ? (
              <RawSampleTable samples={items} />
            ) : (
              serverId && <NeighbourSamples serverId={serverId} interval={interval} />
            )}
          </>
        )}
      </QueryState>
    </>
  );
}
