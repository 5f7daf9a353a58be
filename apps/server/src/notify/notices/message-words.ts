import type { MessageLanguage } from '@opsgauge/contract';
import type { FaultSeverity, NoticeKind } from '@opsgauge/domain';

/** The words of messages. */
interface MessageWords {
  readonly product: string;
  readonly kind: Record<NoticeKind, string>;
  readonly severity: Record<FaultSeverity, string>;
  readonly colon: string;
  readonly number: string;
  readonly system: string;
  readonly server: string;
  readonly severityLabel: string;
  readonly startedAt: string;
  readonly recoveredAt: string;
  readonly at: string;
  readonly actor: string;
  readonly note: string;
  readonly requestLabel: string;
  readonly request: Record<'suspension' | 'exclusion', string>;
  readonly decision: string;
  readonly approved: string;
  readonly refused: string;
  readonly amendmentLabel: string;
  readonly amendment: {
    readonly severity: (severity: string) => string;
    readonly major: (isMajor: boolean) => string;
    readonly merged: (number: string) => string;
    readonly repairEntered: (moment: string) => string;
  };
  readonly elapsed: string;
  readonly limit: string;
  readonly responseDeadline: string;
  readonly repairDeadline: string;
  readonly flapping: string;
  readonly several: (count: number) => string;
  readonly mixed: string;
  readonly rest: (count: number) => string;
  readonly openFault: string;
  readonly openFaults: string;
  readonly duration: (hours: number, minutes: number) => string;
  readonly test: { readonly title: string; readonly text: string };
}

const chinese: MessageWords = {
  product: '【运衡】',
  kind: {
    began: '故障告警',
    reopened: '故障复发',
    recovered: '故障恢复',
    responded: '故障已响应',
    requested: '待审批申请',
    decided: '审批结果',
    amended: '故障变更',
    responseEscalation: '响应时限提醒',
    repairEscalation: '修复时限提醒',
  },
  severity: { critical: '重大', serious: '严重', minor: '一般' },
  colon: '：',
  number: '故障编号',
  system: '系统',
  server: '服务器',
  severityLabel: '级别',
  startedAt: '发生时间',
  recoveredAt: '恢复时间',
  at: '时间',
  actor: '办理人',
  note: '说明',
  requestLabel: '申请事项',
  request: { suspension: '挂起，暂停修复计时', exclusion: '剔除，不计入故障指标' },
  decision: '结果',
  approved: '同意',
  refused: '不同意',
  amendmentLabel: '变更内容',
  amendment: {
    severity: (severity) => `级别调整为“${severity}”`,
    major: (isMajor) => (isMajor ? '认定为重大故障' : '认定为非重大故障'),
    merged: (number) => `并入故障 ${number}，不再单独计数`,
    repairEntered: (moment) => `已填报于 ${moment} 修复，监测尚未确认恢复`,
  },
  elapsed: '已用时',
  limit: '时限',
  responseDeadline: '响应期限',
  repairDeadline: '修复期限',
  flapping: '如反复发生，后续变化不再逐次通知，稳定后再行告知。',
  several: (count) => `共 ${count} 条`,
  mixed: '故障通知',
  rest: (count) => `其余 ${count} 条请在平台查看。`,
  openFault: '查看故障',
  openFaults: '查看全部故障',
  duration: (hours, minutes) => (hours > 0 ? `${hours}小时${minutes}分` : `${minutes}分`),
  test: { title: '【运衡】测试消息', text: '收到本消息，说明该通知渠道可以使用。' },
};

const english: MessageWords = {
  product: '[OpsGauge] ',
  kind: {
    began: 'Fault',
    reopened: 'Fault is back',
    recovered: 'Fault recovered',
    responded: 'Fault responded to',
    requested: 'Approval asked for',
    decided: 'Decision',
    amended: 'Fault changed',
    responseEscalation: 'Response is due',
    repairEscalation: 'Repair is due',
  },
  severity: { critical: 'critical', serious: 'serious', minor: 'minor' },
  colon: ': ',
  number: 'Fault',
  system: 'System',
  server: 'Server',
  severityLabel: 'Severity',
  startedAt: 'Began',
  recoveredAt: 'Recovered',
  at: 'At',
  actor: 'By',
  note: 'Note',
  requestLabel: 'Asked for',
  request: { suspension: 'suspension of the repair clock', exclusion: 'exclusion from every measure' },
  decision: 'Decision',
  approved: 'approved',
  refused: 'refused',
  amendmentLabel: 'Change',
  amendment: {
    severity: (severity) => `severity is now ${severity}`,
    major: (isMajor) => (isMajor ? 'declared a major fault' : 'declared no major fault'),
    merged: (number) => `counts as part of fault ${number}`,
    repairEntered: (moment) => `entered as repaired at ${moment}; monitoring has not seen it recover yet`,
  },
  elapsed: 'Time used',
  limit: 'Limit',
  responseDeadline: 'Respond by',
  repairDeadline: 'Repair by',
  flapping: 'If it comes and goes, further changes are told once it keeps still.',
  several: (count) => `${count} in all`,
  mixed: 'Faults',
  rest: (count) => `See the other ${count} on the platform.`,
  openFault: 'Open the fault',
  openFaults: 'Open all faults',
  duration: (hours, minutes) => (hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`),
  test: { title: '[OpsGauge] Test message', text: 'This channel works: the message has come.' },
};

export const messageWords: Record<MessageLanguage, MessageWords> = { 'zh-CN': chinese, en: english };
