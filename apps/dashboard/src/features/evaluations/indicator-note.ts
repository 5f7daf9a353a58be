import type { Actual } from '@opsgauge/contract';

export type NoteKey = 'insufficient' | 'noData' | 'met' | 'missed';

/** In one word how a row stands. A row that lost marks needs a deviation reason before it is sealed. */
export function noteOf({
  actual,
  score,
  fullScore,
}: Pick<Actual, 'actual' | 'score' | 'fullScore'>): NoteKey {
  if (actual === null) return 'noData';
  if (score === null) return 'insufficient';
  return Number(score) === Number(fullScore) ? 'met' : 'missed';
}
