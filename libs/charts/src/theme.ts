import type { ThresholdLine } from './options.js';

export type ChartMode = 'light' | 'dark';
export type StatusKey = 'up' | 'down' | 'maintenance' | 'unknown' | 'warning';

export interface StatusColors {
  /** 4.5:1 on surface and on tint. */
  text: string;
  /** 3:1 on surface, for marks and bars. */
  solid: string;
  /** Backgrounds. */
  tint: string;
}

export const fontFamily =
  '"OpsGauge Latin", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", sans-serif';
export const monoFontFamily = '"Cascadia Mono", "SF Mono", Consolas, "Noto Sans Mono", monospace';
/** The family that reports register with their canvas. */
export const staticFontFamily = 'Noto Sans SC';

export const tokens = {
  light: {
    page: '#f5f6f8',
    surface: '#ffffff',
    raised: '#f8f9fb',
    line: '#e4e7ec',
    lineStrong: '#cdd3dc',
    text: '#1b2330',
    text2: '#4a5463',
    text3: '#636d7c',
    brand: '#2456c8',
    brandSolid: '#2456c8',
    brandTint: '#eaf0fc',
    meter: '#5f82c6',
    track: '#e7eaf0',
  },
  dark: {
    page: '#0e1116',
    surface: '#161a21',
    raised: '#1c212a',
    line: '#2a303b',
    lineStrong: '#3c4452',
    text: '#e4e8ee',
    text2: '#aeb7c4',
    text3: '#8d97a6',
    brand: '#82a8ff',
    brandSolid: '#3b68d6',
    brandTint: '#1a2640',
    meter: '#5c7fc4',
    track: '#2a303b',
  },
} as const satisfies Record<ChartMode, Record<string, string>>;

export const statusColors: Record<ChartMode, Record<StatusKey, StatusColors>> = {
  light: {
    up: { text: '#0a7557', solid: '#12966f', tint: '#e5f4ee' },
    down: { text: '#c0301a', solid: '#d6402a', tint: '#fdece8' },
    maintenance: { text: '#6a45c9', solid: '#7d5bd6', tint: '#f0ebfc' },
    unknown: { text: '#5b6573', solid: '#7d8795', tint: '#eef0f3' },
    warning: { text: '#8a5a00', solid: '#c07f00', tint: '#fcf2da' },
  },
  dark: {
    up: { text: '#43c79b', solid: '#2fae84', tint: '#12291f' },
    down: { text: '#ff8370', solid: '#f0624d', tint: '#351a17' },
    maintenance: { text: '#b8a0ff', solid: '#9b7ff0', tint: '#241d3a' },
    unknown: { text: '#9fa9b7', solid: '#7f8a99', tint: '#232932' },
    warning: { text: '#e3b04b', solid: '#d39a2a', tint: '#2e2413' },
  },
};

/** Per cent, for CPU, memory and disk. */
export const thresholds = { warning: 65, critical: 90 } as const;
/** The same as lines of a chart. */
export const loadThresholdLines: readonly ThresholdLine[] = [
  { value: thresholds.warning, severity: 'warning' },
  { value: thresholds.critical, severity: 'critical' },
];

export const chartColors = {
  light: {
    series: ['#2f66d8', '#c06a12', '#129aa6', '#8f2f7c', '#3d4757'],
    other: '#8790a0',
    grid: '#edeff3',
    axis: '#cdd3dc',
    tick: '#636d7c',
    tooltip: '#ffffff',
    crosshair: '#8790a0',
    bandAlpha: 0.14,
    spanAlpha: 0.09,
  },
  dark: {
    series: ['#6f9bff', '#e09a54', '#56d3da', '#c45fb0', '#dde3ec'],
    other: '#7d8898',
    grid: '#222832',
    axis: '#3c4452',
    tick: '#8d97a6',
    tooltip: '#1c212a',
    crosshair: '#7d8898',
    bandAlpha: 0.18,
    spanAlpha: 0.12,
  },
} as const;

export const chartSizes = {
  lineWidth: 1.5,
  thresholdDash: [4, 4],
  otherDash: [5, 3],
  height: 176,
  tickSize: 11,
  maxXTicks: 8,
  maxYTicks: 5,
} as const;

/** `hex` (#rrggbb) with an alpha of 0–1 appended, as #rrggbbaa. */
export function withAlpha(hex: string, alpha: number): string {
  return (
    hex +
    Math.round(alpha * 255)
      .toString(16)
      .padStart(2, '0')
  );
}
