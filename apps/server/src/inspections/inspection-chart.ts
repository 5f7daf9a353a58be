import { gapsOf, loadThresholdLines, type TimeSeriesChartOptions, type TimeSpan } from '@opsgauge/charts';
import type { MetricSeries, SamplesResponse } from '@opsgauge/contract';
import { abnormalPercent, attentionPercent } from '@opsgauge/domain';
import type { InspectionReportInput } from './inspection-report-input.js';
import { durationText } from './report-format.js';

export function chartCaption({ from, to, bucketSeconds }: SamplesResponse): string {
  const looked = durationText(Date.parse(to) - Date.parse(from));
  return `图 1　近 ${looked} CPU 与内存使用率（${durationText(bucketSeconds * 1000)}均值，浅色为最小至最大；虚线为 ${attentionPercent} % 和 ${abnormalPercent} %）`;
}

export function chart({ samples, status, timeZone }: InspectionReportInput): TimeSeriesChartOptions {
  const times = samples.times.map((time) => Date.parse(time));
  const bucketMs = samples.bucketSeconds * 1000;
  const points = (series: MetricSeries | undefined) =>
    times.map((x, index) => ({
      x: x + bucketMs / 2,
      mean: series?.mean[index] ?? null,
      min: series?.min[index] ?? null,
      max: series?.max[index] ?? null,
    }));
  const gaps = gapsOf(times, samples.series.cpuPercent?.mean ?? [], bucketMs, 2 * bucketMs);
  const spans: TimeSpan[] = [
    ...gaps.map((gap): TimeSpan => ({ ...gap, kind: 'gap', label: '无数据' })),
    ...status.intervals
      .filter((interval) => interval.class === 'down' || interval.class === 'maintenance')
      .map(({ fromMs, toMs, class: state }): TimeSpan => ({
        from: fromMs,
        to: toMs,
        kind: state === 'down' ? 'fault' : 'maintenance',
        label: state === 'down' ? '故障' : '维护',
      })),
  ];
  return {
    mode: 'light',
    series: [
      { name: 'CPU', points: points(samples.series.cpuPercent) },
      { name: '内存', points: points(samples.series.memoryUsedPercent) },
    ],
    spans,
    from: Date.parse(samples.from),
    to: Date.parse(samples.to),
    timeZone,
    max: 100,
    unit: '%',
    thresholdLines: loadThresholdLines,
    isStatic: true,
  };
}
