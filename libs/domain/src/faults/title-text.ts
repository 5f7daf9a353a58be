import { defaultRules, type DefaultRuleCode } from '../rules/default-rules.js';

export type TitleLanguage = 'zh-CN' | 'en';

/** What is wrong, as it is stored: a code with what stands in it. */
export interface TitleWords {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Titles of what is judged by no number. */
export const statusTitleCodes = ['host-silent', 'host-interrupted', 'agent-stopped'] as const;

export type TitleCode = DefaultRuleCode | (typeof statusTitleCodes)[number];

/** `{subject}` is the thing of the server it is about, `{value}` the number it was seen at. */
const titles: Readonly<Record<TitleCode, Readonly<Record<TitleLanguage, string>>>> = {
  'host-silent': { 'zh-CN': '主机失联', en: 'Host not reporting' },
  'host-interrupted': { 'zh-CN': '主机重启或中断', en: 'Host restarted or interrupted' },
  'agent-stopped': { 'zh-CN': '采集程序停止', en: 'Agent stopped' },
  'disk-nearly-full': { 'zh-CN': '{subject} 使用率 {value} %', en: '{subject} {value} % full' },
  'disk-full': {
    'zh-CN': '{subject} 空间耗尽，使用率 {value} %',
    en: '{subject} out of space, {value} % full',
  },
  'disk-full-soon': {
    'zh-CN': '{subject} 预计 {value} 天内写满',
    en: '{subject} will be full within {value} days',
  },
  'inodes-nearly-full': {
    'zh-CN': '{subject} 索引节点使用率 {value} %',
    en: '{subject} inodes {value} % used',
  },
  'memory-nearly-full': { 'zh-CN': '内存使用率 {value} %', en: 'Memory {value} % used' },
  'cpu-busy': { 'zh-CN': 'CPU 使用率持续 {value} %', en: 'CPU at {value} % for long' },
  'swap-nearly-full': { 'zh-CN': '交换空间使用率 {value} %', en: 'Swap {value} % used' },
  'interface-down': { 'zh-CN': '网络接口 {subject} 断开', en: 'Interface {subject} down' },
  'target-loss': { 'zh-CN': '到 {subject} 丢包率 {value} %', en: '{value} % packet loss to {subject}' },
  'clock-offset': { 'zh-CN': '时钟偏差 {value} 秒', en: 'Clock off by {value} s' },
  'records-dropped': {
    'zh-CN': '采集程序每小时丢弃 {value} 条数据',
    en: 'Agent dropping {value} records an hour',
  },
  'probe-failing': { 'zh-CN': '拨测 {subject} 失败', en: 'Probe {subject} failing' },
  'probe-loss': {
    'zh-CN': '拨测 {subject} 丢包率 {value} %',
    en: 'Probe {subject} losing {value} % of packets',
  },
  'certificate-expires': {
    'zh-CN': '{subject} 证书 {value} 天后到期',
    en: 'Certificate of {subject} expires in {value} days',
  },
};

const isKnown = (code: string): code is TitleCode => Object.hasOwn(titles, code);

/**
 * A fault's title in words. A person's own words, and those of another monitor (`params.text`), stay as they are; so
 * does the name of a rule that somebody made (`custom`). A code that nothing is known of stands for itself.
 */
export function faultTitleText({ code, params }: TitleWords, language: TitleLanguage): string {
  const { text, name } = params;
  if (text !== undefined) return String(text);
  if (!isKnown(code)) return [name ?? code, params['subject']].filter(Boolean).join(' ');
  return titles[code][language]
    .replace(/\{(\w+)\}/g, (_, key: string) => figureOf(params[key], key, code))
    .trim();
}

/** The codes whose titles, in either language, hold `text`; none for an empty one. */
export const titleCodesWith = (text: string): TitleCode[] =>
  text.trim() === ''
    ? []
    : (Object.keys(titles) as TitleCode[]).filter((code) =>
        Object.values(titles[code]).some((words) =>
          words
            .replace(/\{\w+\}/g, '')
            .toLowerCase()
            .includes(text.trim().toLowerCase()),
        ),
      );

/** Whole days are counted down, other numbers have a decimal where they need one; both are cut, so that 89.99 is not 90. */
function figureOf(value: string | number | undefined, key: string, code: TitleCode): string {
  if (typeof value !== 'number') return value ?? '';
  const isDays = key === 'value' && defaultRuleOf(code)?.signal.includes('Days');
  return String(isDays ? Math.floor(value) : Math.floor(value * 10) / 10);
}

const defaultRuleOf = (code: TitleCode) =>
  Object.hasOwn(defaultRules, code) ? defaultRules[code as DefaultRuleCode] : undefined;
