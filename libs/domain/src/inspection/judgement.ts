/** How an inspected value is judged; the same limits as the meters on the pages. */
export type Judgement = 'normal' | 'attention' | 'abnormal';

export const attentionPercent = 65;
export const abnormalPercent = 90;

/** Judges a utilisation of CPU, memory, a mount and the like. */
export const judgePercent = (percent: number): Judgement =>
  percent >= abnormalPercent ? 'abnormal' : percent >= attentionPercent ? 'attention' : 'normal';

/** The inspection's own judgement is that of its worst item. */
export function worstOf(judgements: readonly Judgement[]): Judgement {
  for (const one of ['abnormal', 'attention'] as const) if (judgements.includes(one)) return one;
  return 'normal';
}

/** Judges by how many of what should be well is not: a failed unit, a service that does not run. */
export const judgeFailures = (failures: number): Judgement => (failures > 0 ? 'abnormal' : 'normal');

/** An update that waits for the next boot is in nobody's way yet. */
export const judgePendingReboot = (isPending: boolean): Judgement => (isPending ? 'attention' : 'normal');
