import { CrosshairGroup, type TimeSpan } from '@opsgauge/charts';
import type { FaultDetail } from '@opsgauge/contract';
import { minuteMs } from '@opsgauge/domain';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsOf, spansOf } from '../../../shared/charts/chart-series.js';
import { TimeChart } from '../../../shared/charts/time-chart.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useNow } from '../../../shared/time/clock.js';
import { Panel } from '../../../shared/ui/panel.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { chartOf, chartPeriod, type FaultChart } from './fault-chart.js';
import { useFaultSeries } from './use-fault-series.js';

const megabits = 8 / 1_000_000;

function Chart({ fault, serverId, chart }: { fault: FaultDetail; serverId: string; chart: FaultChart }) {
  const { t } = useTranslation();
  const { timeZone, dateTime } = useFormats();
  const [group] = useState(() => new CrosshairGroup());
  const minute = Math.floor(useNow() / minuteMs);
  const [startMs, endMs] = [Date.parse(fault.startAt), fault.recoveredAt && Date.parse(fault.recoveredAt)];
  const { from, to } = useMemo(
    () => chartPeriod(startMs, endMs || null, minute * minuteMs),
    [startMs, endMs, minute],
  );
  const period = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const { query, silences, intervals } = useFaultSeries(serverId, chart, period);
  const buckets = query.data;
  const isRate = chart.field === 'receiveBytesPerSecond';
  const subject = chart.kind === 'device' ? chart.device.name : '';
  const name = [subject, t(`faultChart.${chart.field as 'cpuPercent'}`)].filter(Boolean).join(' ');
  const unit = chart.isPercent ? '%' : isRate ? 'Mb/s' : 'ms';
  const series = useMemo(
    () =>
      buckets
        ? [
            {
              name,
              points: pointsOf(buckets, chart.field, silences, isRate ? megabits : 1),
              stepMs: buckets.bucketSeconds * 1000,
            },
          ]
        : [],
    [buckets, silences, chart.field, name, isRate],
  );
  const spans = useMemo<TimeSpan[]>(() => {
    const labels = { fault: '', maintenance: t('chart.maintenance'), gap: t('state.noData') };
    const others = spansOf(silences, intervals, labels).filter(({ kind }) => kind !== 'fault');
    return [
      ...others,
      { kind: 'fault', from: startMs, to: endMs || to, label: `${t('faultPage.thisFault')} ${fault.number}` },
    ];
  }, [silences, intervals, startMs, endMs, to, fault.number, t]);
  return (
    <Panel
      title={
        <>
          {name} <span className="muted">{unit}</span>
        </>
      }
      extra={
        <span className="muted num">
          {dateTime(from).slice(5)} – {dateTime(to).slice(5)}
        </span>
      }
    >
      <QueryState query={query} errorTitle={t('chart.loadFailed')} skeletonRows={4}>
        {() => (
          <TimeChart
            label={name}
            group={group}
            series={series}
            spans={spans}
            from={from}
            to={to}
            timeZone={timeZone}
            unit={unit}
            formatValue={(value) => value.toFixed(1)}
            showsThresholds={chart.isPercent}
            {...(chart.isPercent ? { max: 100 } : {})}
          />
        )}
      </QueryState>
    </Panel>
  );
}

/** What was measured around the fault, with its span shaded; nothing for a fault of no server. */
export function FaultChartPanel({ fault }: { fault: FaultDetail }) {
  const chart = chartOf(fault);
  if (chart === null || fault.serverId === null) return null;
  return <Chart fault={fault} serverId={fault.serverId} chart={chart} />;
}
