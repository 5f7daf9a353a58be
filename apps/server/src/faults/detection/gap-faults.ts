import { joinAlike, type ClassifiedInterval, type Interval, type RereadCause } from '@opsgauge/domain';
import type { StatusRuleCode } from './status-rules.js';

/** A stretch that is a fault of which nobody knew while it lasted. */
export interface MissedFault extends Interval {
  readonly code: Exclude<StatusRuleCode, 'host-silent'>;
}

/** A fault that was made of a host's silence; `toMs` null: it lasts. */
export interface HostFault {
  readonly conditionKey: string;
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** What a reading of past time says of faults. */
export interface GapVerdict {
  readonly missed: readonly MissedFault[];
  /** Faults that stay although the host was not down, with what the cause was. */
  readonly reread: readonly { readonly conditionKey: string; readonly cause: RereadCause }[];
}

/**
 * What it means for faults that a stretch of a host's past was read (again): down that nobody saw is a fault, so is an
 * agent that was stopped; a fault in which the host turns out not to have been down was the network's or the agent's.
 *
 * @param intervals the stretch and what overlaps it, as it is read now, in order
 * @param faults of the host's silence and interruptions that overlap it
 */
export function judgeGaps(
  intervals: readonly ClassifiedInterval[],
  faults: readonly HostFault[],
): GapVerdict {
  const gaps = joinAlike(intervals.flatMap(gapOf), (one, other) => one.code === other.code);
  return {
    missed: gaps.filter((gap) => !faults.some((fault) => touches(fault, gap))),
    reread: faults.flatMap(({ conditionKey, fromMs, toMs }) => {
      if (toMs === null) return [];
      const within = intervals.filter((one) => one.toMs > fromMs && one.fromMs < toMs);
      // What lies outside what was read says nothing.
      if (within.length === 0 || within[0]!.fromMs > fromMs || within.at(-1)!.toMs < toMs) return [];
      if (within.some(({ observation }) => observation === 'down')) return [];
      const isAgents = within.some(({ evidence }) => evidence === 'agent-stopped');
      const isNetworks = within.every(({ observation }) => observation === 'up');
      return isAgents || isNetworks ? [{ conditionKey, cause: isAgents ? 'agent' : 'network' }] : [];
    }),
  };
}

function gapOf({ fromMs, toMs, class: status, observation, evidence }: ClassifiedInterval): MissedFault[] {
  if (status === 'maintenance' || status === 'out-of-service') return [];
  if (observation === 'down') return [{ fromMs, toMs, code: 'host-interrupted' }];
  return evidence === 'agent-stopped' ? [{ fromMs, toMs, code: 'agent-stopped' }] : [];
}

/** A gap begins with the last sample, a silence with the first missed one. */
const touches = (fault: HostFault, gap: Interval): boolean =>
  fault.fromMs <= gap.toMs && (fault.toMs === null || fault.toMs >= gap.fromMs);
