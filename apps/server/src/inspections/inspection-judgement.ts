import {
  abnormalPercent,
  attentionPercent,
  availability,
  coverage,
  floored,
  isCoverageSufficient,
  judgePercent,
  sufficientCoveragePercent,
  totalsOf,
  worstOf,
  type Judgement,
  type Ratio,
  type StatusTotals,
} from '@opsgauge/domain';
import type { DocumentBlock } from '../documents/document-model.js';
import type { InspectionReportInput } from './inspection-report-input.js';
import type { UpkeepItem } from './inspection-upkeep.js';
import { judgementText } from './judgement-text.js';
import { cell, table } from './report-blocks.js';
import { dateTimeText, durationText, numberText } from './report-format.js';

const insufficient = '数据不足';

export interface JudgedItem {
  readonly name: string;
  readonly current: number;
  readonly mean: number | null;
  readonly max: number | null;
  /** What the judgement follows. */
  readonly basis: 'mean' | 'current';
  /** Too little of the time was watched for a mean to call anything normal. */
  readonly isUncertain: boolean;
  readonly judgement: Judgement;
}

/** What moves is judged by its mean (the inspection itself costs a moment's CPU), what fills up by its present value. */
export function judgeReading({
  reading: { metrics, devices },
  summary,
  status,
}: InspectionReportInput): JudgedItem[] {
  const isUncertain = !isCoverageSufficient(totalsOf(status.intervals));
  const moving = (
    [
      ['CPU 使用率', 'cpuPercent'],
      ['内存使用率', 'memoryUsedPercent'],
      ['交换区使用率', 'swapUsedPercent'],
    ] as const
  ).flatMap(([name, metric]): JudgedItem[] => {
    const current = metrics[metric];
    if (current === undefined) return [];
    const { [metric]: figures } = summary.metrics;
    const mean = figures ? Math.round(figures.mean * 100) / 100 : null;
    const max = figures?.max ?? null;
    const basis = mean === null ? 'current' : 'mean';
    return [{ name, current, mean, max, basis, isUncertain, judgement: judgePercent(mean ?? current) }];
  });
  const filling = devices.mounts
    .flatMap(({ mountPoint, usedPercent, inodesUsedPercent }): [string, number | undefined][] => [
      [`磁盘 ${mountPoint}`, usedPercent],
      [`inode ${mountPoint}`, inodesUsedPercent],
    ])
    .flatMap(([name, current]): JudgedItem[] =>
      current === undefined
        ? []
        : [
            {
              name,
              current,
              mean: null,
              max: null,
              basis: 'current',
              isUncertain: false,
              judgement: judgePercent(current),
            },
          ],
    );
  return [...moving, ...filling];
}

/** A judgement that lacks data is never called normal; what is striking all the same stays so. */
const verdict = (judgement: Judgement, isUncertain: boolean): string =>
  isUncertain && judgement === 'normal' ? insufficient : judgementText[judgement];

export function conclusion(
  { reading, status, timeZone }: InspectionReportInput,
  items: readonly JudgedItem[],
  upkeep: readonly UpkeepItem[],
): string {
  const totals = totalsOf(status.intervals);
  const percent = (value: Ratio | null) => (value ? `${floored(value.percent, 2)} %` : '无数据');
  const at = dateTimeText(Date.parse(reading.observedAt), timeZone);
  const from = dateTimeText(status.period.fromMs, timeZone);
  const isUncertain = !isCoverageSufficient(totals);
  const judgements = [...items, ...upkeep].flatMap(({ judgement }) => judgement ?? []);
  const overall = verdict(worstOf(judgements), isUncertain);
  const striking = [
    ...items.map(({ name, current, mean, judgement }) => ({
      judgement,
      words: `${name} ${numberText(mean ?? current, 2)} %`,
    })),
    ...upkeep,
  ].flatMap(({ words, judgement }) =>
    judgement === null || judgement === 'normal' ? [] : [`${words}（${judgementText[judgement]}）`],
  );
  return (
    `本次巡检于 ${at} 由采集代理在本机自动完成，结论为“${overall}”` +
    `${striking.length > 0 ? `：${striking.join('；')}` : ''}。` +
    `${from} 至 ${at}，正常运行率 ${percent(availability(totals))}，数据覆盖率 ${percent(coverage(totals))}，` +
    `故障时间 ${durationText(totals.downMs)}，无数据时间 ${durationText(totals.unknownMs)}${uncounted(totals)}。` +
    (isUncertain
      ? `数据不足：覆盖率低于 ${sufficientCoveragePercent} %，以上数值只说明已观测到的时间，不能据此认定这段时间运行正常。`
      : '')
  );
}

/** What of the period is in none of its figures. */
function uncounted({ maintenanceMs, outOfServiceMs }: StatusTotals): string {
  const parts = [
    ...(outOfServiceMs > 0 ? [`服务期外 ${durationText(outOfServiceMs)}`] : []),
    ...(maintenanceMs > 0 ? [`维护 ${durationText(maintenanceMs)}`] : []),
  ];
  return parts.length > 0 ? `；另有${parts.join('、')}，不计入以上数值` : '';
}

const basisText: Record<JudgedItem['basis'], string> = { mean: '平均值', current: '当前值' };

export const judgementTable = (items: readonly JudgedItem[]): DocumentBlock =>
  table(
    [
      ['项目', 29],
      ['当前（%）', 14, 'right'],
      ['平均（%）', 14, 'right'],
      ['最高（%）', 14, 'right'],
      ['判定依据', 14, 'center'],
      ['结论', 15, 'center'],
    ],
    items.map(({ name, current, mean, max, basis, isUncertain, judgement }) => [
      cell(name),
      cell(numberText(current, 2)),
      cell(mean === null ? '' : numberText(mean, 2)),
      cell(max === null ? '' : numberText(max, 2)),
      cell(basisText[basis]),
      { text: verdict(judgement, isUncertain), isStrong: judgement !== 'normal' || isUncertain },
    ]),
  );

/** How the table's judgements come about. */
export const judgementRule: DocumentBlock = {
  kind: 'note',
  text:
    `CPU、内存和交换区时刻变动，按平均值判定；磁盘和 inode 按当前值判定。` +
    `达到 ${attentionPercent} % 为注意，达到 ${abnormalPercent} % 为异常；` +
    `数据覆盖率低于 ${sufficientCoveragePercent} % 时，平均值不足以认定正常，列为数据不足。`,
};
