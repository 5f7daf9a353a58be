import {
  availability,
  coverage,
  floored,
  judgePercent,
  totalsOf,
  worstOf,
  type Judgement,
  type Ratio,
} from '@opsgauge/domain';
import type { DocumentBlock } from '../documents/document-model.js';
import type { InspectionReportInput } from './inspection-report-input.js';
import { cell, table } from './report-blocks.js';
import { dateTimeText, durationText, numberText } from './report-format.js';

const judgementText: Record<Judgement, string> = { normal: '正常', attention: '注意', abnormal: '异常' };

export interface JudgedItem {
  readonly name: string;
  readonly current: number;
  readonly mean: number | null;
  readonly max: number | null;
  readonly judgement: Judgement;
}

/** What moves is judged by its mean (the inspection itself costs a moment's CPU), what fills up by its present value. */
export function judgeReading({
  reading: { metrics, devices },
  summary,
}: InspectionReportInput): JudgedItem[] {
  const moving = (
    [
      ['CPU 使用率', 'cpuPercent'],
      ['内存使用率', 'memoryUsedPercent'],
      ['交换区使用率', 'swapUsedPercent'],
    ] as const
  ).flatMap(([name, metric]): JudgedItem[] => {
    const current = metrics[metric];
    if (current === undefined) return [];
    const { mean, max } = summary.metrics[metric];
    return [{ name, current, mean, max, judgement: judgePercent(mean ?? current) }];
  });
  const filling = devices.mounts
    .flatMap(({ mountPoint, usedPercent, inodesUsedPercent }): [string, number | undefined][] => [
      [`磁盘 ${mountPoint}`, usedPercent],
      [`inode ${mountPoint}`, inodesUsedPercent],
    ])
    .flatMap(([name, current]): JudgedItem[] =>
      current === undefined
        ? []
        : [{ name, current, mean: null, max: null, judgement: judgePercent(current) }],
    );
  return [...moving, ...filling];
}

export function conclusion(
  { reading, status, samples, timeZone }: InspectionReportInput,
  items: readonly JudgedItem[],
): string {
  const totals = totalsOf(status.intervals);
  const percent = (value: Ratio | null) => (value ? `${floored(value.percent, 2)} %` : '无数据');
  const at = dateTimeText(Date.parse(reading.observedAt), timeZone);
  const from = dateTimeText(Date.parse(samples.from), timeZone);
  const overall = judgementText[worstOf(items.map(({ judgement }) => judgement))];
  const striking = items
    .filter(({ judgement }) => judgement !== 'normal')
    .map(
      ({ name, current, mean, judgement }) =>
        `${name} ${numberText(mean ?? current, 2)} %（${judgementText[judgement]}）`,
    );
  return (
    `本次巡检于 ${at} 由采集代理在本机自动完成，结论为“${overall}”` +
    `${striking.length > 0 ? `：${striking.join('、')}` : ''}。` +
    `${from} 至 ${at}，正常运行率 ${percent(availability(totals))}，数据覆盖率 ${percent(coverage(totals))}，` +
    `故障时间 ${durationText(totals.downMs)}，无数据时间 ${durationText(totals.unknownMs)}。`
  );
}

export const judgementTable = (items: readonly JudgedItem[]): DocumentBlock =>
  table(
    [
      ['项目', 36],
      ['当前（%）', 16, 'right'],
      ['平均（%）', 16, 'right'],
      ['最高（%）', 16, 'right'],
      ['结论', 16, 'center'],
    ],
    items.map(({ name, current, mean, max, judgement }) => [
      cell(name),
      cell(numberText(current, 2)),
      cell(mean === null ? '' : numberText(mean, 2)),
      cell(max === null ? '' : numberText(max, 2)),
      { text: judgementText[judgement], isStrong: judgement !== 'normal' },
    ]),
  );
