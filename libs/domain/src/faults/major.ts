import { clipAll, totalMs } from '../time/interval.js';
import { isAroundTheClock, type FaultTerms } from './terms.js';
import type { Fault } from './types.js';

/** 重大故障, as the rule has it and as the owner declared it; each stays beside the other. */
export interface MajorJudgement {
  readonly byRule: boolean;
  /** Null: nobody has said otherwise. */
  readonly byPerson: boolean | null;
  /** What counts: the person's word, where there is one. */
  readonly isMajor: boolean;
}

/**
 * By rule a fault is major once it has made a critical service unusable for 30 minutes, this length included, under a
 * contract of 7×24 service, or when key data is lost. Suspended or not, unusable is unusable.
 */
export function judgeMajor(fault: Fault, terms: FaultTerms, nowMs: number): MajorJudgement {
  const byRule = fault.losesKeyData || isUnusableTooLong(fault, terms, nowMs);
  const byPerson = fault.isMajorDeclared;
  return { byRule, byPerson, isMajor: byPerson ?? byRule };
}

const isUnusableTooLong = (
  { stopsCriticalService, spells }: Fault,
  terms: FaultTerms,
  nowMs: number,
): boolean =>
  stopsCriticalService && isAroundTheClock(terms) && lastedMs(spells, nowMs) >= terms.majorUnusableMs;

const lastedMs = (spells: Fault['spells'], nowMs: number): number =>
  totalMs(
    clipAll(
      spells.map(({ fromMs, toMs }) => ({ fromMs, toMs: toMs ?? nowMs })),
      { fromMs: Number.NEGATIVE_INFINITY, toMs: nowMs },
    ),
  );
