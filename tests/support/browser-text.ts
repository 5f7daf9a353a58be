import type { Locator } from 'playwright-core';

/** The trimmed text of each element, in the order of the page. */
export const textsOf = async (elements: Locator): Promise<string[]> =>
  (await elements.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

export const textOf = async (element: Locator): Promise<string> =>
  (await element.innerText()).replace(/\s+/g, ' ').trim();

/** The first number of a text, its thousands ungrouped: `≥ 7,778.61 小时` is 7778.61. */
export function numberIn(text: string): number {
  const found = /-?\d[\d,]*(\.\d+)?/.exec(text)?.[0];
  if (found === undefined) throw new Error(`no number in "${text}"`);
  return Number(found.replaceAll(',', ''));
}

const secondsOf: Record<string, number> = { 天: 86_400, 小时: 3600, 分: 60, 秒: 1 };

/** A duration as the page writes it, `1天2小时3分4秒`, in whole seconds. */
export function secondsIn(text: string): number {
  const parts = [...text.matchAll(/(\d+)(天|小时|分|秒)/g)];
  if (!parts.length) throw new Error(`no duration in "${text}"`);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * secondsOf[unit!]!, 0);
}

/** `11-21 10:30:12` on the clocks of the organisation. */
export const shortDateTime = (instant: string): string =>
  new Date(Date.parse(instant) + chinaAheadMs).toISOString().slice(5, 19).replace('T', ' ');

/** China keeps one zone and, since 1991, no summer time. */
const chinaAheadMs = 8 * 3_600_000;
