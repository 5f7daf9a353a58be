import type { InspectionReading } from '@opsgauge/contract';
import type { DocumentBlock } from '../documents/document-model.js';
import { cell, table } from './report-blocks.js';

/** The agent's names of parts of a reading, for readers. */
const partText: Readonly<Record<string, string>> = {
  bootedAt: '启动时间',
  operatingSystem: '操作系统',
  hardware: '硬件',
  cpu: 'CPU',
  load: '系统负载',
  memory: '内存',
  swap: '交换区',
  disks: '磁盘读写',
  interfaces: '网络接口',
  tcp: 'TCP 连接',
  processes: '进程数',
  uptime: '运行时间',
  mounts: '挂载点',
  services: '系统服务',
  topProcesses: '进程',
  timeSynchronized: '时间同步',
  interfaceAddresses: '接口地址',
  failedUnits: '失败的系统单元',
  pendingReboot: '是否待重启',
};

/** What the programs and files of a host answer, in words; the first that fits. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/not been booted|systemd does not run|timedatectl does not tell/i, '主机未由 systemd 管理，无法查询'],
  [/no answer within|timed? ?out|ETIMEDOUT/i, '在规定时间内没有读取完成'],
  [/EACCES|EPERM|permission denied|not permitted/i, '采集代理没有读取权限'],
  [/nothing on this host tells/i, '主机上没有可供查询的信息'],
  [/^Command failed/i, '主机上的查询命令执行失败'],
  [/ENOENT|not found|no such file|missing/i, '主机上没有所需的文件或命令'],
];
const technicalCharacters = 60;

/** Chinese stays; what a program said is put in words, or shortened to its beginning where it is not known. */
export function unreadReason(reason: string): string {
  if (/\p{Script=Han}/u.test(reason)) return reason;
  const known = reasons.find(([pattern]) => pattern.test(reason));
  if (known) return known[1];
  const [firstLine = ''] = reason.trim().split('\n');
  const short =
    firstLine.length > technicalCharacters ? `${firstLine.slice(0, technicalCharacters)}…` : firstLine;
  return short === '' ? '读取失败' : `读取失败（${short}）`;
}

/** What the agent could not read, and why; nothing where it read all. */
export function unreadParts({ notes }: InspectionReading): DocumentBlock[] {
  if (notes.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: '七、未能读取的项目' },
    table(
      [
        ['项目', 30],
        ['原因', 70],
      ],
      notes.map(({ part, reason }) => [cell(partText[part] ?? part), cell(unreadReason(reason))]),
    ),
  ];
}
