import type { HostMetricName, InspectionReading } from '@opsgauge/contract';
import type { DocumentBlock } from '../documents/document-model.js';
import { cell, table } from './report-blocks.js';
import { bytesText, dateTimeText, numberText } from './report-format.js';

const asPercent = (value: number): string => `${numberText(value, 2)} %`;
const asNumber = (value: number): string => numberText(value, 2);
const asRate = (value: number): string => `${bytesText(value)}/秒`;
const asEvents = (value: number): string => `${numberText(value, 2)} 次/秒`;

/** What is worth a line, in the order of the lines. Used memory is there as a share, and uptime has no mean. */
const lines: readonly (readonly [HostMetricName, string, (value: number) => string])[] = [
  ['cpuPercent', 'CPU 使用率', asPercent],
  ['ioWaitPercent', 'I/O 等待', asPercent],
  ['stealPercent', '被宿主机占用的 CPU', asPercent],
  ['load1', '1 分钟平均负载', asNumber],
  ['memoryUsedPercent', '内存使用率', asPercent],
  ['swapUsedPercent', '交换区使用率', asPercent],
  ['diskUsedPercent', '磁盘使用率（最满的挂载点）', asPercent],
  ['diskReadBytesPerSecond', '磁盘读取', asRate],
  ['diskWriteBytesPerSecond', '磁盘写入', asRate],
  ['networkReceiveBytesPerSecond', '网络接收', asRate],
  ['networkTransmitBytesPerSecond', '网络发送', asRate],
  ['networkErrorsPerSecond', '网络错误', asEvents],
  ['tcpRetransmitsPerSecond', 'TCP 重传', asEvents],
  ['processCount', '进程数', (value) => numberText(value, 0)],
];

/**
 * Mean and peak of each figure since the inspection before, as the agent gathered them on the host itself: what the hub
 * missed is in them too. Nothing where the agent gathered none.
 */
export function periodBlocks({ period, observedAt }: InspectionReading, timeZone: string): DocumentBlock[] {
  if (!period) return [];
  const at = (instant: string) => dateTimeText(Date.parse(instant), timeZone);
  const rows = lines.flatMap(([name, label, text]) => {
    const found = period.metrics[name];
    if (!found) return [];
    return [[cell(label), cell(text(found.mean)), cell(text(found.max)), cell(at(found.maxAt))]];
  });
  return [
    {
      kind: 'note',
      text:
        `自上次巡检以来（${at(period.from)} 至 ${at(observedAt)}），采集代理在本机采样 ${period.samples} 次，` +
        '各项指标的平均值和最高值如下。',
    },
    table(
      [
        ['指标', 34],
        ['平均', 20, 'right'],
        ['最高', 20, 'right'],
        ['最高值出现时间', 26, 'center'],
      ],
      rows,
    ),
  ];
}
