import type { InspectionReading } from '@opsgauge/contract';
import type { DocumentBlock, TableCell } from '../documents/document-model.js';
import type { ServerPlace } from '../inventory/server-places.service.js';
import type { InspectionReportInput } from './inspection-report-input.js';
import { cell, table } from './report-blocks.js';
import { bytesText, dateTimeText, durationText, numberText } from './report-format.js';

export function basics({ inspection, reading, timeZone, places }: InspectionReportInput): DocumentBlock {
  const { operatingSystem: os, hardware } = reading;
  const bootedMs = Date.parse(os.bootedAt);
  const named = (of: (place: ServerPlace) => string | null | undefined) =>
    [...new Set(places.map(of).filter((text) => text))].join('、');
  const facts: [string, string][] = [
    ['系统', named(({ systemName }) => systemName) || '未归入系统'],
    ['项目', named(({ projectName }) => projectName)],
    ['项目单位', named(({ ownerName }) => ownerName)],
    ['运维单位', named(({ contract }) => contract?.vendorName)],
    ['合同编号', named(({ contract }) => contract?.number)],
    ['巡检时间', dateTimeText(Date.parse(reading.observedAt), timeZone)],
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
    rows.push([...facts[index]!, ...facts[index + 1]!].map(cell));
  }
  return {
    kind: 'table',
    hasHeader: false,
    columns: [14, 36, 14, 36].map((widthPercent) => ({ header: '', widthPercent })),
    rows,
  };
}

export const mounts = ({ devices }: InspectionReading): DocumentBlock =>
  table(
    [
      ['挂载点', 28],
      ['文件系统', 16],
      ['容量', 18, 'right'],
      ['可用', 18, 'right'],
      ['使用率（%）', 20, 'right'],
    ],
    devices.mounts.map((mount) => [
      cell(mount.mountPoint),
      cell(mount.fileSystem),
      cell(bytesText(mount.totalBytes)),
      cell(bytesText(mount.availableBytes)),
      cell(numberText(mount.usedPercent, 2)),
    ]),
  );

export function interfaces({ devices, interfaceAddresses }: InspectionReading): DocumentBlock {
  const addressOf = (name: string) => interfaceAddresses.find((one) => one.name === name);
  return table(
    [
      ['接口', 16],
      ['地址', 36],
      ['速率（Mb/s）', 18, 'right'],
      ['链路', 12, 'center'],
      ['错误（次/秒）', 18, 'right'],
    ],
    devices.interfaces.map(({ name, isUp, errorsPerSecond }) => [
      cell(name),
      cell(addressOf(name)?.addresses.join('\n') ?? ''),
      cell(addressOf(name)?.speedMegabitsPerSecond?.toString() ?? ''),
      cell(isUp ? '已连接' : '未连接'),
      cell(numberText(errorsPerSecond, 2)),
    ]),
  );
}

/** More would say little, and break the table over two pages. */
const processesShown = 8;

export const processes = ({ topProcesses }: InspectionReading): DocumentBlock =>
  table(
    [
      ['进程', 40],
      ['用户', 20],
      ['CPU（%）', 20, 'right'],
      ['内存（%）', 20, 'right'],
    ],
    topProcesses
      .slice(0, processesShown)
      .map(({ name, user, cpuPercent, memoryPercent }) => [
        cell(name),
        cell(user),
        cell(numberText(cpuPercent, 2)),
        cell(numberText(memoryPercent, 2)),
      ]),
  );
