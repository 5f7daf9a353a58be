import type { Server } from '@opsgauge/contract';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { ErrorState } from '../../shared/ui/error-state.js';
import { SkeletonRows } from '../../shared/ui/skeleton-rows.js';
import { ChartGrid } from './chart-grid.js';
import { ranges, useRange, type RangeName } from './range.js';
import { useRecentSamples } from './use-recent-samples.js';

const names = Object.keys(ranges) as RangeName[];

/** The four charts of one server over the chosen range, moving on as samples come in. */
export function ServerCharts({ server }: { server: Server }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [range, setRange] = useRange();
  const { samples, availability } = useRecentSamples(server, ranges[range]);
  return (
    <>
      <div className="row wrap">
        <Segmented
          value={range}
          onChange={setRange}
          aria-label={t('chart.range')}
          options={names.map((name) => ({ value: name, label: t(`range.${name}`) }))}
        />
        <span className="spacer" />
        <span className="legend">
          <span>
            <i className="swatch fault" />
            {t('status.down')}
          </span>
          <span>
            <i className="swatch maintenance" />
            {t('chart.maintenance')}
          </span>
          <span>
            <i className="swatch gap" />
            {t('state.noData')}
          </span>
        </span>
        {samples.data && (
          <span className="muted">
            {t('chart.bucket', { value: formats.duration(samples.data.bucketSeconds * 1000) })}
          </span>
        )}
      </div>
      {samples.data ? (
        <ChartGrid
          samples={samples.data}
          intervals={availability.data?.intervals ?? []}
          intervalSeconds={server.intervalSeconds}
        />
      ) : samples.isError ? (
        <section className="panel">
          <ErrorState
            title={t('chart.loadFailed')}
            error={samples.error}
            onRetry={() => void samples.refetch()}
          />
        </section>
      ) : (
        <SkeletonRows rows={13} />
      )}
    </>
  );
}
