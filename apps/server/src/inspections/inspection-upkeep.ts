import type { InspectionReading } from '@opsgauge/contract';
import { judgeFailures, judgePendingReboot, type Judgement } from '@opsgauge/domain';
import type { DocumentBlock } from '../documents/document-model.js';
import { judgementText } from './judgement-text.js';
import { cell, table } from './report-blocks.js';

/** Something of a host that is well or is not, without a measured value. */
export interface UpkeepItem {
  readonly name: string;
  /** How it is, in words. */
  readonly state: string;
  /** Both in one, for a sentence. */
  readonly words: string;
  /** Null where nothing on the host tells. */
  readonly judgement: Judgement | null;
}

type ServiceState = NonNullable<InspectionReading['configuredServices']>[number]['state'];

const serviceStateText: Record<ServiceState, string> = {
  running: '运行中',
  stopped: '未运行',
  failed: '运行失败',
  missing: '主机上没有该服务',
};
const unitsNamed = 10;

/** What the reading tells of units, named services and a pending reboot; older readings tell nothing of them. */
export function judgeUpkeep(reading: InspectionReading): UpkeepItem[] {
  const { failedUnits, configuredServices = [], pendingReboot } = reading;
  return [
    ...(failedUnits ? [unitsItem(failedUnits)] : []),
    ...configuredServices.map(({ name, state }) => ({
      name: `服务 ${name}`,
      state: serviceStateText[state],
      words: `服务 ${name} ${serviceStateText[state]}`,
      judgement: judgeFailures(state === 'running' ? 0 : 1),
    })),
    ...(pendingReboot === undefined ? [] : [rebootItem(pendingReboot)]),
  ];
}

function unitsItem(failed: readonly string[]): UpkeepItem {
  const named = failed.slice(0, unitsNamed).join('、');
  const state =
    failed.length === 0
      ? '无失败单元'
      : `失败 ${failed.length} 个：${named}${failed.length > unitsNamed ? ' 等' : ''}`;
  return { name: '系统单元', state, words: `系统单元${state}`, judgement: judgeFailures(failed.length) };
}

function rebootItem(isPending: boolean | null): UpkeepItem {
  const state = isPending === null ? '无法确定' : isPending ? '有更新待重启后生效' : '无需重启';
  const judgement = isPending === null ? null : judgePendingReboot(isPending);
  return { name: '待重启', state, words: state, judgement };
}

/** The items as a table, and how they were judged; nothing where the reading tells of none. */
export function upkeepBlocks(items: readonly UpkeepItem[]): DocumentBlock[] {
  if (items.length === 0) return [];
  return [
    table(
      [
        ['项目', 32],
        ['情况', 50],
        ['结论', 18, 'center'],
      ],
      items.map(({ name, state, judgement }) => [
        cell(name),
        cell(state),
        judgement === null
          ? cell('不作判定')
          : { text: judgementText[judgement], isStrong: judgement !== 'normal' },
      ]),
    ),
    {
      kind: 'note',
      text: '有系统单元失败或指定的服务未在运行，为异常；有更新待重启后生效，为注意。指定的服务由管理员在采集代理的配置中列出。',
    },
  ];
}
