import { Injectable } from '@nestjs/common';
import type { ProbeState } from '@opsgauge/contract';
import {
  addDurations,
  clipAll,
  dayMs,
  durationCount,
  durationPercentile,
  hourMs,
  joinAlike,
  type ProbedInterval,
} from '@opsgauge/domain';
import { Clock, instantText } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { ProbeHour } from '../probe-hours.js';
import { resultResponse, type StoredResult } from '../probe-result.js';
import { ProbeStretchStore } from '../probe-stretch-store.js';
import { readHours, readLastResults } from './probe-rows.js';

/** How far back the beginning of a state is looked for; one that is older is said to have begun there. */
const stateMs = 400 * dayMs;

/** How probes fare now, a handful of queries for all of them. */
@Injectable()
export class ProbeStates {
  constructor(
    private readonly database: Database,
    private readonly stretches: ProbeStretchStore,
    private readonly clock: Clock,
  ) {}

  async of(probeIds: readonly string[]): Promise<ProbeState[]> {
    const nowMs = this.clock.nowMs();
    const firstHourMs = nowMs - (nowMs % hourMs) - 23 * hourMs;
    const [lasts, hours, stretches] = await Promise.all([
      readLastResults(this.database, probeIds),
      readHours(this.database, probeIds, { fromMs: firstHourMs, toMs: nowMs }),
      this.stretches.overlapping(probeIds, { fromMs: nowMs - stateMs, toMs: nowMs }),
    ]);
    return probeIds.map((probeId) => ({
      probeId,
      ...currentOf(stretches.get(probeId) ?? [], nowMs),
      last: lastOf(lasts.get(probeId)),
      ...dayOf(hours.get(probeId)!, firstHourMs),
    }));
  }
}

const lastOf = (result: StoredResult | undefined) => (result ? resultResponse(result) : null);

function currentOf(stretches: readonly ProbedInterval[], nowMs: number) {
  const joined = joinAlike(
    clipAll(stretches, { fromMs: 0, toMs: nowMs }),
    (one, other) => one.observation === other.observation,
  );
  const last = joined.at(-1);
  if (!last) return { observation: 'unknown' as const, since: null };
  const isNow = last.toMs === nowMs;
  return {
    observation: isNow ? last.observation : ('unknown' as const),
    since: instantText(isNow ? last.fromMs : last.toMs),
  };
}

function dayOf(hours: readonly ProbeHour[], firstHourMs: number) {
  const byHour = new Map(hours.map((hour) => [hour.hourMs, hour]));
  return {
    p95Ms: durationPercentile(addDurations(hours.map(({ durations }) => durations)), 0.95)?.ms ?? null,
    attempts: hours.reduce((sum, { attempts }) => sum + attempts, 0),
    failures: hours.reduce((sum, { failures }) => sum + failures, 0),
    curveMs: Array.from({ length: 24 }, (_, index) => {
      const hour = byHour.get(firstHourMs + index * hourMs);
      return hour ? meanMs(hour) : null;
    }),
  };
}

/** Null where nothing answered. */
export function meanMs({ durations, durationSumMs }: Pick<ProbeHour, 'durations' | 'durationSumMs'>) {
  const count = durationCount(durations);
  return count === 0 ? null : durationSumMs / count;
}
