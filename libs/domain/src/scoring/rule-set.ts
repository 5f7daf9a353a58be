/**
 * Rule sets are versioned data: a published one is never changed, a new version is added beside it, so that an old
 * score can always be computed again.
 */
export interface RuleSet {
  readonly id: string;
  /** How a missed `≤` target is scored: *linear* `(1 − (A − T) ÷ T) × full`, or *ratio* `T ÷ A × full`. */
  readonly missedUpperTarget: 'linear' | 'ratio';
  /** From the printed total, highest first. */
  readonly grades: readonly { readonly from: number; readonly label: string }[];
}

const grades = [
  { from: 90, label: '优' },
  { from: 80, label: '良' },
  { from: 60, label: '中' },
  { from: 0, label: '差' },
] as const;

export const ruleSets = {
  'linear@1': { id: 'linear@1', missedUpperTarget: 'linear', grades },
  'ratio@1': { id: 'ratio@1', missedUpperTarget: 'ratio', grades },
} as const satisfies Record<string, RuleSet>;

export type RuleSetId = keyof typeof ruleSets;
