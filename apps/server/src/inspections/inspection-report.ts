import { gapsOf, type TimeSeriesChartOptions, type TimeSpan } from '@opsgauge/charts';
import type { Inspection, InspectionReading, SamplesResponse } from '@opsgauge/contract';
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
import type { DocumentBlock, DocumentModel, TableCell } from '../documents/document-model.js';
import type { AuditHead } from '../platform/audit/audit-rows.js';
import type { StatusOverPeriod } from '../status/availability.service.js';
import type { SeriesSummary } from '../telemetry/series.service.js';
import { bytesText, dateTimeText, durationText, numberText } from './report-format.js';

export interface InspectionReportInput {
  readonly inspection: Inspection;
  readonly reading: InspectionReading;
  /** Of the hours before the reading, at most 24. */
  readonly samples: SamplesResponse;
  /** Of the same hours. */
  readonly summary: SeriesSummary;
  readonly status: StatusOverPeriod;
  readonly timeZone: string;
  /** Of the audit chain as the report is made: a paper that lies elsewhere shows when the chain's tail is cut. */
  readonly auditHead: AuditHead | null;
}

const judgementText: Record<Judgement, string> = { normal: '正常', attention: '注意', abnormal: '异常' };

/** The inspection report (巡检报告) of one server, from what its agent read and what was measured before. */
export function inspectionReport(input: InspectionReportInput): DocumentModel {
  const { inspection, reading, timeZone } = input;
  const items = judgeReading(input);
  return {
    title: '服务器巡检报告',
    subtitle: `${inspection.serverName}　${dateTimeText(Date.parse(reading.observedAt), timeZone)}`,
    blocks: [
      { kind: 'heading', level: 1, text: '一、巡检结论' },
      { kind: 'paragraph', text: conclusion(input, items) },
      { kind: 'heading', level: 1, text: '二、基本情况' },
      basics(input),
      { kind: 'heading', level: 1, text: '三、运行指标' },
      judgementTable(items),
      { kind: 'chart', caption: chartCaption(input.samples), chart: chart(input) },
      { kind: 'heading', level: 1, text: '四、存储' },
      mounts(reading),
      { kind: 'heading', level: 1, text: '五、网络接口' },
      interfaces(reading),
      { kind: 'heading', level: 1, text: '六、服务与进程' },
      ...services(reading),
      processes(reading),
      ...notes(reading),
      ...auditAnchor(input),
      { kind: 'signature', parties: ['巡检人员', '项目单位'] },
    ],
  };
}

interface JudgedItem {
  readonly name: string;
  readonly current: number;
  readonly mean: number | null;
  readonly max: number | null;
  readonly judgement: Judgement;
}

/** What moves is judged by its mean (the inspection itself costs a moment's CPU), what fills up by its present value. */
function judgeReading({ reading: { metrics, devices }, summary }: InspectionReportInput): JudgedItem[] {
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

function conclusion(
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

const text = (content: string): TableCell => ({ text: content === '' ? '—' : content });

function basics({ inspection, reading, timeZone }: InspectionReportInput): DocumentBlock {
  const { operatingSystem: os, hardware } = reading;
  const bootedMs = Date.parse(os.bootedAt);
  const facts: [string, string][] = [
    ['服务器', inspection.serverName],
    ['主机名', os.hostname],
    ['操作系统', `${os.name} ${os.release}`.trim()],
    ['内核', `${os.kernel}（${os.architecture}）`],
    ['处理器', hardware.processor],
    ['核数', `物理 ${hardware.physicalCores}，逻辑 ${hardware.logicalCores}`],
    ['内存', bytesText(hardware.memoryBytes)],
    ['机型', `${hardware.manufacturer} ${hardware.model}`.trim()],
    ['最近启动', dateTimeText(bootedMs, timeZone)],
    ['已运行', durationText(Date.parse(reading.observedAt) - bootedMs)],
    [
      '时间同步',
      reading.timeSynchronized === null ? '无法确定' : reading.timeSynchronized ? '已同步' : '未同步',
    ],
    ['代理版本', reading.agentVersion],
  ];
  const rows: TableCell[][] = [];
  for (let index = 0; index < facts.length; index += 2) {
    rows.push([...facts[index]!, ...facts[index + 1]!].map(text));
  }
  return {
    kind: 'table',
    hasHeader: false,
    columns: [14, 36, 14, 36].map((widthPercent) => ({ header: '', widthPercent })),
    rows,
  };
}

const judgementTable = (items: readonly JudgedItem[]): DocumentBlock => ({
  kind: 'table',
  hasHeader: true,
  columns: [
    { header: '项目', widthPercent: 36 },
    { header: '当前（%）', widthPercent: 16, align: 'right' },
    { header: '平均（%）', widthPercent: 16, align: 'right' },
    { header: '最高（%）', widthPercent: 16, align: 'right' },
    { header: '结论', widthPercent: 16, align: 'center' },
  ],
  rows: items.map(({ name, current, mean, max, judgement }) => [
    text(name),
    text(numberText(current, 2)),
    text(mean === null ? '' : numberText(mean, 2)),
    text(max === null ? '' : numberText(max, 2)),
    { text: judgementText[judgement], isStrong: judgement !== 'normal' },
  ]),
});

function chartCaption({ from, to, bucketSeconds }: SamplesResponse): string {
  const looked = durationText(Date.parse(to) - Date.parse(from));
  return `图 1　近 ${looked} CPU 与内存使用率（${durationText(bucketSeconds * 1000)}均值，浅色为最小至最大；65 % 及以上为“注意”，90 % 及以上为“异常”）`;
}

function chart({ samples, status, timeZone }: InspectionReportInput): TimeSeriesChartOptions {
  const times = samples.times.map((time) => Date.parse(time));
  const bucketMs = samples.bucketSeconds * 1000;
  const points = ({ mean, min, max }: SamplesResponse['series']['cpuPercent']) =>
    times.map((x, index) => ({
      x: x + bucketMs / 2,
      mean: mean[index]!,
      min: min[index]!,
      max: max[index]!,
    }));
  const gaps = gapsOf(times, samples.series.cpuPercent.mean, bucketMs, 2 * bucketMs);
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
    showsThresholds: true,
    isStatic: true,
  };
}

const mounts = ({ devices }: InspectionReading): DocumentBlock => ({
  kind: 'table',
  hasHeader: true,
  columns: [
    { header: '挂载点', widthPercent: 28 },
    { header: '文件系统', widthPercent: 16 },
    { header: '容量', widthPercent: 18, align: 'right' },
    { header: '可用', widthPercent: 18, align: 'right' },
    { header: '使用率（%）', widthPercent: 20, align: 'right' },
  ],
  rows: devices.mounts.map((mount) => [
    text(mount.mountPoint),
    text(mount.fileSystem),
    text(bytesText(mount.totalBytes)),
    text(bytesText(mount.availableBytes)),
    text(numberText(mount.usedPercent, 2)),
  ]),
});

function interfaces({ devices, interfaceAddresses }: InspectionReading): DocumentBlock {
  const addressOf = (name: string) => interfaceAddresses.find((one) => one.name === name);
  return {
    kind: 'table',
    hasHeader: true,
    columns: [
      { header: '接口', widthPercent: 16 },
      { header: '地址', widthPercent: 36 },
      { header: '速率（Mb/s）', widthPercent: 18, align: 'right' },
      { header: '链路', widthPercent: 12, align: 'center' },
      { header: '错误（次/秒）', widthPercent: 18, align: 'right' },
    ],
    rows: devices.interfaces.map(({ name, isUp, errorsPerSecond }) => [
      text(name),
      text(addressOf(name)?.addresses.join('\n') ?? ''),
      text(addressOf(name)?.speedMegabitsPerSecond?.toString() ?? ''),
      text(isUp ? '已连接' : '未连接'),
      text(numberText(errorsPerSecond, 2)),
    ]),
  };
}

function services({ services: found }: InspectionReading): DocumentBlock[] {
  const failed = found.filter(({ state }) => state === 'failed');
  const running = found.filter(({ state }) => state === 'running').length;
  if (found.length === 0)
    return [{ kind: 'paragraph', text: '未能读取系统服务（原因见“未能读取的项目”）。' }];
  const words =
    failed.length > 0
      ? `异常服务 ${failed.length} 个：${failed.map(({ name }) => name).join('、')}。`
      : '无异常服务。';
  return [{ kind: 'paragraph', text: `系统服务共 ${found.length} 个，运行中 ${running} 个，${words}` }];
}

/** More would say little, and break the table over two pages. */
const processesShown = 8;

const processes = ({ topProcesses }: InspectionReading): DocumentBlock => ({
  kind: 'table',
  hasHeader: true,
  columns: [
    { header: '进程', widthPercent: 40 },
    { header: '用户', widthPercent: 20 },
    { header: 'CPU（%）', widthPercent: 20, align: 'right' },
    { header: '内存（%）', widthPercent: 20, align: 'right' },
  ],
  rows: topProcesses
    .slice(0, processesShown)
    .map(({ name, user, cpuPercent, memoryPercent }) => [
      text(name),
      text(user),
      text(numberText(cpuPercent, 2)),
      text(numberText(memoryPercent, 2)),
    ]),
});

function auditAnchor({ auditHead, timeZone }: InspectionReportInput): DocumentBlock[] {
  if (!auditHead) return [];
  const { number, hash, at } = auditHead;
  const moment = dateTimeText(Date.parse(at), timeZone);
  return [{ kind: 'paragraph', text: `审计链末条：第 ${number} 条（${moment}），SHA-256 ${hash}。` }];
}

/** The agent's names of parts of a reading, for readers. */
const partText: Readonly<Record<string, string>> = {
  operatingSystem: '操作系统',
  hardware: '硬件',
  services: '系统服务',
  topProcesses: '进程',
  timeSynchronized: '时间同步',
  interfaceAddresses: '接口地址',
};

function notes({ notes: unread }: InspectionReading): DocumentBlock[] {
  if (unread.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: '七、未能读取的项目' },
    {
      kind: 'table',
      hasHeader: true,
      columns: [
        { header: '项目', widthPercent: 30 },
        { header: '原因', widthPercent: 70 },
      ],
      rows: unread.map(({ part, reason }) => [text(partText[part] ?? part), text(reason)]),
    },
  ];
}
