import type { DeviceKind, Server } from '@opsgauge/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceSamplesQuery } from '../../../shared/api/samples.js';
import { silencesOf } from '../../../shared/charts/chart-series.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { deviceCharts } from '../charts/chart-definitions.js';
import { ChartPanel } from '../charts/chart-panel.js';
import type { ChartSource } from '../charts/drawn-lines.js';
import { ExportCharts } from '../charts/export-charts.js';
import type { ChartInput } from '../charts/use-charts.js';

/** Targets are tried once a minute, whatever the interval of the samples. */
const targetSeconds = 60;

export interface DeviceChartsProps {
  server: Server;
  device: { kind: DeviceKind; name: string };
  input: ChartInput;
}

/** The charts of one device over the time that the page shows. */
export function DeviceCharts({ server, device, input }: DeviceChartsProps) {
  const { t } = useTranslation();
  const query = useQuery({
    ...deviceSamplesQuery(server.id, device, input.period, input.points),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const seconds = device.kind === 'targets' ? targetSeconds : server.intervalSeconds;
  const sources = useMemo<ChartSource[]>(
    () =>
      data
        ? [{ id: device.name, label: device.name, buckets: data, silences: silencesOf(data, seconds) }]
        : [],
    [data, device.name, seconds],
  );
  const known = data?.series ?? {};
  const charts = deviceCharts[device.kind].filter(({ lines }) => lines.some(({ field }) => known[field]));
  return (
    <div className="device-charts">
      <QueryState query={query} errorTitle={t('chart.loadFailed')} skeletonRows={5}>
        {() =>
          charts.length ? (
            <>
              {charts.map((definition) => (
                <ChartPanel key={definition.key} definition={definition} input={input} sources={sources} />
              ))}
              <ExportCharts
                name={`${server.name} ${device.name}`}
                charts={charts}
                sources={sources}
                period={input.period}
              />
            </>
          ) : (
            <p className="muted">{t('chart.deviceSilent')}</p>
          )
        }
      </QueryState>
    </div>
  );
}
