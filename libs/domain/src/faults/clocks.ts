import { clipAll, type Interval } from '../time/interval.js';
import { elapsedMs, runsAt, usedUpAt } from './running-time.js';
import { limitsOf, type FaultTerms } from './terms.js';
import {
  approvedSuspensions,
  isCounted,
  recoveredAt,
  startOf,
  type Fault,
  type FaultSpell,
} from './types.js';

/**
 * `running`; `paused`: suspended, or out of the contract's hours; `met` and `missed`; `autoRecovered`: over before the
 * deadline without anybody, which is on time; `notDue`: nothing is asked of it, because it has not begun by then, was
 * excluded, or counts as part of another.
 */
export type ClockState = 'running' | 'paused' | 'met' | 'missed' | 'autoRecovered' | 'notDue';

export interface ClockReading {
  readonly state: ClockState;
  readonly fromMs: number;
  /** What stopped it; null: it goes on. */
  readonly toMs: number | null;
  /** How long it has run: in service, and not suspended. */
  readonly elapsedMs: number;
  readonly limitMs: number;
  /** When the limit is used up; null while that cannot be told: suspended, or no service left. */
  readonly deadlineMs: number | null;
}

/** Whether it was on time; null: not known yet, or never asked. Exactly the limit is on time, a millisecond more late. */
export const isOnTime = ({ state }: Pick<ClockReading, 'state'>): boolean | null =>
  state === 'met' || state === 'autoRecovered' ? true : state === 'missed' ? false : null;

/**
 * The response clock: from the later of start and the first moment at which the platform could tell of it, to the first
 * human acknowledgement. Suspension never extends it. Recovered before the deadline without anybody, it is on time; when
 * such a fault comes back, somebody has to answer then, in the same time.
 */
export function responseClock(fault: Fault, terms: FaultTerms, nowMs: number): ClockReading {
  const limitMs = limitsOf(terms, fault.severity).responseMs;
  const readings = unansweredSpells(fault).map((spell): ClockReading => {
    const fromMs = Math.max(spell.fromMs, spell.notifiableMs);
    const answeredMs = fault.respondedMs ?? Infinity;
    const toMs = Math.min(answeredMs, spell.toMs ?? Infinity);
    const stopMs = toMs === Infinity ? null : Math.max(fromMs, toMs);
    const isAnswered = answeredMs === toMs;
    return read(
      { fault, fromMs, stopMs, stretches: [{ fromMs, toMs }], pauses: [], limitMs, terms, nowMs },
      () => (isAnswered ? 'met' : 'autoRecovered'),
    );
  });
  return readings.find(({ state }) => state === 'missed') ?? readings.at(-1)!;
}

/** Those that began before somebody answered. */
const unansweredSpells = ({ spells, respondedMs }: Fault): FaultSpell[] =>
  spells.filter(({ fromMs }, index) => index === 0 || respondedMs === null || fromMs < respondedMs);

/**
 * The repair clock: from start to recovery, less approved suspensions and what lies between a recovery and a reopening.
 */
export function repairClock(fault: Fault, terms: FaultTerms, nowMs: number): ClockReading {
  const stretches = fault.spells.map(({ fromMs, toMs }) => ({ fromMs, toMs: toMs ?? Infinity }));
  return read(
    {
      fault,
      fromMs: startOf(fault),
      stopMs: recoveredAt(fault),
      stretches,
      pauses: approvedSuspensions(fault, Infinity),
      limitMs: limitsOf(terms, fault.severity).repairMs,
      terms,
      nowMs,
    },
    () => 'met',
  );
}

interface Clock {
  readonly fault: Fault;
  readonly fromMs: number;
  readonly stopMs: number | null;
  /** In which it runs, as far as service and pauses let it; the last may be endless. */
  readonly stretches: readonly Interval[];
  readonly pauses: readonly Interval[];
  readonly limitMs: number;
  readonly terms: FaultTerms;
  readonly nowMs: number;
}

/** @param inTime what it is called when it was stopped within the limit */
function read(clock: Clock, inTime: () => ClockState): ClockReading {
  const { fault, fromMs, stopMs, stretches, pauses, limitMs, terms, nowMs } = clock;
  const past = clipAll(stretches, { fromMs, toMs: nowMs });
  const elapsed = elapsedMs(past, pauses, terms);
  const isStopped = stopMs !== null && stopMs <= nowMs;
  const state = (): ClockState => {
    if (!isCounted(fault) || nowMs < fromMs) return 'notDue';
    if (elapsed > limitMs) return 'missed';
    if (isStopped) return inTime();
    return runsAt(nowMs, pauses, terms) ? 'running' : 'paused';
  };
  return {
    state: state(),
    fromMs,
    toMs: isStopped ? stopMs : null,
    elapsedMs: elapsed,
    limitMs,
    deadlineMs: deadlineOf(clock),
  };
}

/** The deadline as it was, or will be if nothing more pauses it; suspended without an end, it cannot be told. */
function deadlineOf({ stretches, pauses, limitMs, terms }: Clock): number | null {
  let leftMs = limitMs;
  for (const stretch of stretches) {
    const usedMs = stretch.toMs === Infinity ? Infinity : elapsedMs([stretch], pauses, terms);
    if (usedMs >= leftMs || stretch === stretches.at(-1))
      return usedUpAt(stretch.fromMs, leftMs, pauses, terms);
    leftMs -= usedMs;
  }
  return null;
}
