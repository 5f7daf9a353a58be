import { CrosshairGroup, type TimeSpan } from '@opsgauge/charts';
import type { ProbeSeriesResponse } from '@opsgauge/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeChart } from './time-chart.js';
import { reading } from '../format/figures.js';
import { useTimeZone } from '../time/organisation.js';

/** Nobody asked for longer than this: a gap, and no slow round. */
const gapBuckets = 3;

interface ProbeChartProps {
  series: ProbeSeriesResponse;
  /** What is shaded; where left out, the outages. */
  spans?: TimeSpan[];
}

/** Response time over a period. */
export function ProbeChart({ series, spans: given }: ProbeChartProps) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const [group] = useState(() => new CrosshairGroup());
  const { points, stretches, bucketMs } = series;
  const name = t('probe.responseTime');
  const lines = useMemo(() => {
    const drawn = points.flatMap((point, index) => {
      const x = Date.parse(point.at);
      const next = points[index + 1];
      const here = { x, mean: point.meanMs, min: point.minMs, max: point.maxMs };
      const isGap = next && Date.parse(next.at) - x > Math.max(gapBuckets * bucketMs, 3_600_000);
      return isGap ? [here, { x: x + bucketMs, mean: null }] : [here];
    });
    return [{ name, points: drawn, stepMs: bucketMs }];
  }, [points, bucketMs, name]);
  const outages = useMemo<TimeSpan[]>(
    () =>
      stretches
        .filter(({ observation }) => observation === 'down')
        .map(({ from, to }) => ({
          kind: 'fault',
          from: Date.parse(from),
          to: Date.parse(to),
          label: t('status.down'),
        })),
    [stretches, t],
  );
  if (points.every(({ meanMs }) => meanMs === null)) {
    return <div className="empty muted">{t('probe.noneAnswered')}</div>;
  }
  return (
    <TimeChart
      label={`${name} ms`}
      group={group}
      series={lines}
      spans={given ?? outages}
      from={Date.parse(series.from)}
      to={Date.parse(series.to)}
      timeZone={timeZone}
      unit="ms"
      formatValue={(value) => reading(value)}
    />
  );
}
