import type { ThresholdRule } from './rule.js';

const minuteMs = 60_000;

/** What is watched from the first day on, by a name that stays; anybody may set a threshold otherwise or switch it off. */
export const defaultRules = {
  'disk-nearly-full': rule('mountUsedPercent', 'atLeast', 90, 5, 10, 'minor'),
  'disk-full': rule('mountUsedPercent', 'atLeast', 98, 1, 10, 'serious'),
  'disk-full-soon': rule('diskFullInDays', 'atMost', 7, 0, 0, 'minor'),
  'inodes-nearly-full': rule('mountInodesUsedPercent', 'atLeast', 90, 5, 10, 'minor'),
  'memory-nearly-full': rule('memoryUsedPercent', 'atLeast', 95, 10, 5, 'minor'),
  'cpu-busy': rule('cpuPercent', 'atLeast', 95, 15, 5, 'minor'),
  'swap-nearly-full': rule('swapUsedPercent', 'atLeast', 90, 10, 5, 'minor'),
  'interface-down': rule('interfaceDown', 'atLeast', 1, 1, 2, 'minor'),
  'target-loss': rule('targetLossPercent', 'above', 10, 5, 5, 'minor'),
  'clock-offset': rule('clockOffsetSeconds', 'above', 300, 1, 1, 'minor'),
  'records-dropped': rule('recordsDroppedPerHour', 'above', 0, 0, 60, 'minor'),
  'probe-failing': rule('probeFailing', 'atLeast', 1, 1, 1, 'serious'),
  'probe-loss': rule('probeLossPercent', 'above', 10, 5, 5, 'minor'),
  'certificate-expires': rule('certificateDaysLeft', 'atMost', 14, 0, 0, 'minor'),
} satisfies Record<string, ThresholdRule>;
export type DefaultRuleCode = keyof typeof defaultRules;

function rule(
  signal: ThresholdRule['signal'],
  comparison: ThresholdRule['comparison'],
  threshold: number,
  forMinutes: number,
  keepFiringForMinutes: number,
  severity: ThresholdRule['severity'],
): ThresholdRule {
  return {
    signal,
    comparison,
    threshold,
    forMs: forMinutes * minuteMs,
    keepFiringForMs: keepFiringForMinutes * minuteMs,
    severity,
  };
}
