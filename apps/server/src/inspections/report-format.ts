import { DateTime } from 'luxon';

/** How numbers and times are written in Chinese reports. */

/** `2026-11-21 10:30` in the organisation's zone. */
export const dateTimeText = (ms: number, timeZone: string): string =>
  DateTime.fromMillis(ms, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');

/** `63天4小时`, `3小时12分`, `7分12秒`: the two largest units that matter. */
export function durationText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const units: [number, string][] = [
    [Math.floor(seconds / 86_400), '天'],
    [Math.floor(seconds / 3600) % 24, '小时'],
    [Math.floor(seconds / 60) % 60, '分'],
    [seconds % 60, '秒'],
  ];
  const first = units.findIndex(([count]) => count > 0);
  if (first < 0) return '0秒';
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join('');
}

const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** `31.3 GiB`. */
export function bytesText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(binaryUnits.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${numberText(bytes / 1024 ** power, power === 0 ? 0 : 1)} ${binaryUnits[power]}`;
}

export const numberText = (value: number, decimals: number): string => value.toFixed(decimals);
