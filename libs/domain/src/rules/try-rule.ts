import { stepCondition, type Condition } from './condition.js';
import type { ThresholdRule } from './rule.js';
import type { Signal } from './signal.js';

/** A fault that a rule would have made of past readings. */
export interface Firing {
  readonly subject: string;
  readonly fromMs: number;
  /** Null where it was not over at the last reading. */
  readonly toMs: number | null;
  /** The worst number while it lasted: the largest, or for rules that ask for little the smallest. */
  readonly worst: number;
}

/**
 * What a rule would have fired on.
 * @param signals of any subjects, each subject's in the order of their moments
 */
export function tryRule(rule: ThresholdRule, signals: Iterable<Signal>): Firing[] {
  const trials = new Map<string, Trial>();
  const firings: Firing[] = [];
  for (const signal of signals) {
    const trial = trials.get(signal.subject) ?? { condition: null, worst: signal.value };
    trials.set(signal.subject, trial);
    const step = stepCondition(rule, trial.condition, signal);
    if (step.endedAtMs !== undefined && trial.condition) {
      firings.push({
        subject: signal.subject,
        fromMs: trial.condition.sinceMs,
        toMs: step.endedAtMs,
        worst: trial.worst,
      });
    }
    // A condition that begins anew has its own worst.
    const isSame = step.condition !== null && step.condition.sinceMs === trial.condition?.sinceMs;
    trial.worst = isSame ? worse(rule, trial.worst, signal.value) : signal.value;
    trial.condition = step.condition;
  }
  const still = [...trials].filter(([, { condition }]) => condition?.isFiring);
  return [
    ...firings,
    ...still.map(([subject, { condition, worst }]) => ({
      subject,
      fromMs: condition!.sinceMs,
      toMs: null,
      worst,
    })),
  ].sort((one, other) => one.fromMs - other.fromMs);
}

interface Trial {
  condition: Condition | null;
  worst: number;
}

const worse = ({ comparison }: ThresholdRule, one: number, other: number): number =>
  comparison === 'atMost' || comparison === 'below' ? Math.min(one, other) : Math.max(one, other);
