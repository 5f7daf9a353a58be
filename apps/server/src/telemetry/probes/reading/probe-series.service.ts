import { Injectable } from '@nestjs/common';
import type { ProbeSeriesResponse } from '@opsgauge/contract';
import {
  addDurations,
  capAt,
  clipAll,
  dayMs,
  durationPercentile,
  hourMs,
  minuteMs,
  type Interval,
} from '@opsgauge/domain';
import { Clock, instantText } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { grouped } from '../../../platform/grouped.js';
import { sumUpResults, type ProbeHour } from '../probe-hours.js';
import { ProbeStretchStore } from '../probe-stretch-store.js';
import { readHours, readResults } from './probe-rows.js';
import { meanMs } from './probe-states.service.js';

const pointsMax = 600;
/** Widths of buckets within an hour; longer ones are whole hours. */
const shortBucketsMs = [1, 2, 5, 10, 30].map((minutes) => minutes * minuteMs);

/** Width of the buckets that a period is told in. */
const bucketOf = ({ fromMs, toMs }: Interval): number =>
  shortBucketsMs.find((width) => (toMs - fromMs) / width <= pointsMax - 1) ??
  hourMs * Math.ceil((toMs - fromMs) / hourMs / (pointsMax - 1));

/** A probe's response time over any period: from its results where buckets are short, else from its hours. */
@Injectable()
export class ProbeSeriesService {
  constructor(
    private readonly database: Database,
    private readonly stretches: ProbeStretchStore,
    private readonly clock: Clock,
  ) {}

  async read(probeId: string, asked: Interval): Promise<ProbeSeriesResponse> {
    const period = capAt(asked, this.clock.nowMs());
    const bucketMs = bucketOf(period);
    const whole = { fromMs: period.fromMs - (period.fromMs % bucketMs), toMs: period.toMs };
    const [pieces, stretches] = await Promise.all([
      bucketMs < hourMs ? this.shortPieces(probeId, whole, bucketMs) : this.hours(probeId, whole),
      this.stretches.overlapping([probeId], period),
    ]);
    const byBucket = [...grouped(pieces, (piece) => String(piece.hourMs - (piece.hourMs % bucketMs)))];
    const all = addDurations(pieces.map(({ durations }) => durations));
    return {
      from: instantText(period.fromMs),
      to: instantText(period.toMs),
      bucketMs,
      points: byBucket.map(([atMs, parts]) => toPoint(Number(atMs), parts)),
      stretches: clipAll(stretches.get(probeId) ?? [], period).map(({ fromMs, toMs, observation }) => ({
        from: instantText(fromMs),
        to: instantText(toMs),
        observation,
      })),
      p95Ms: durationPercentile(all, 0.95)?.ms ?? null,
    };
  }

  private async hours(probeId: string, period: Interval): Promise<ProbeHour[]> {
    return (await readHours(this.database, [probeId], period)).get(probeId)!;
  }

  private async shortPieces(probeId: string, period: Interval, bucketMs: number): Promise<ProbeHour[]> {
    const results = await readResults(this.database, probeId, period);
    // Where results were let go, hours tell.
    if (results.length === 0 && this.clock.nowMs() - period.toMs > dayMs) return this.hours(probeId, period);
    const byBucket = grouped(results, ({ observedAtMs }) => String(observedAtMs - (observedAtMs % bucketMs)));
    return [...byBucket].map(([atMs, all]) => sumUpResults(Number(atMs), all));
  }
}

function toPoint(atMs: number, parts: readonly ProbeHour[]): ProbeSeriesResponse['points'][number] {
  const sumOf = (valueOf: (part: ProbeHour) => number) => parts.reduce((sum, part) => sum + valueOf(part), 0);
  const durations = addDurations(parts.map((part) => part.durations));
  const lossCount = sumOf((part) => part.lossCount);
  const [mins, maxs] = [
    parts.flatMap(({ durationMinMs }) => durationMinMs ?? []),
    parts.flatMap(({ durationMaxMs }) => durationMaxMs ?? []),
  ];
  return {
    at: instantText(atMs),
    attempts: sumOf((part) => part.attempts),
    failures: sumOf((part) => part.failures),
    meanMs: meanMs({ durations, durationSumMs: sumOf((part) => part.durationSumMs) }),
    minMs: mins.length > 0 ? Math.min(...mins) : null,
    maxMs: maxs.length > 0 ? Math.max(...maxs) : null,
    lossPercent: lossCount > 0 ? sumOf((part) => part.lossSumPercent) / lossCount : null,
  };
}
