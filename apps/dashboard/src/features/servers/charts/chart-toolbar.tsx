import type { Server } from '@opsgauge/contract';
import { Segmented, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useIsPhone } from '../../../shared/ui/use-media.js';
import { hostCharts } from './chart-definitions.js';
import { rangeNames, type RangeName } from './chart-window.js';
import { CompareSelect } from './compare-select.js';
import { CustomRange } from './custom-range.js';
import { ExportCharts } from './export-charts.js';
import { RangeButtons } from './range-buttons.js';
import type { Charts } from './use-charts.js';

const swatches = ['fault', 'maintenance', 'gap'] as const;

/** Which time the charts show and beside whom, what their marks mean, and what they were drawn from. */
export function ChartToolbar({ server, charts: { view, input } }: { server: Server; charts: Charts }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isPhone = useIsPhone();
  const { window } = view;
  const words = { fault: t('status.down'), maintenance: t('chart.maintenance'), gap: t('state.noData') };
  return (
    <div className="chart-toolbar">
      <div className="row wrap">
        <Segmented<RangeName | ''>
          value={window.kind === 'recent' ? window.range : ''}
          onChange={(range) => range && view.show({ kind: 'recent', range })}
          aria-label={t('chart.range')}
          options={rangeNames.map((name) => ({ value: name, label: t(`range.${name}`) }))}
        />
        {input && <CustomRange period={input.period} onShow={view.show} />}
        <RangeButtons view={view} />
        <span className="spacer" />
        <CompareSelect serverId={server.id} view={view} />
        {input && (
          <ExportCharts
            name={server.name}
            charts={hostCharts}
            sources={input.sources}
            period={input.period}
          />
        )}
      </div>
      <div className="row wrap">
        {!isPhone && <span className="muted">{t('chart.gestures')}</span>}
        <span className="spacer" />
        <span className="legend">
          {swatches.map((kind) => (
            <span key={kind}>
              <i className={`swatch ${kind}`} />
              {words[kind]}
            </span>
          ))}
        </span>
        {input?.isFromHours && (
          <Tooltip title={t('chart.fromHoursHint')}>
            <span className="tag outlined" tabIndex={0} data-basis="hours">
              {t('chart.fromHours')}
            </span>
          </Tooltip>
        )}
        {input && (
          <span className="muted">
            {t('chart.bucket', { value: formats.duration(input.bucketSeconds * 1000) })}
          </span>
        )}
      </div>
    </div>
  );
}
