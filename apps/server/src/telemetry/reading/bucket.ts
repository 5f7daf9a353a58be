import { DateTime } from 'luxon';
import type { Interval } from '@opsgauge/domain';
import { dayMs } from '../recent/sample-days.js';

const niceSeconds = [
  1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200,
  86_400,
];

/**
 * The width of a chart's buckets: at most `pointsMax` of them, of a round width, and at least two sampling intervals
 * wide, so that a bucket without a sample is a gap and not the luck of alignment.
 */
export function bucketSeconds(lengthMs: number, pointsMax: number, intervalSeconds: number): number {
  const least = Math.max(lengthMs / 1000 / pointsMax, 2 * intervalSeconds);
  return niceSeconds.find((width) => width >= least) ?? Math.ceil(least / 86_400) * 86_400;
}

/** Buckets of one width; those of whole days begin at midnight where the organisation is. */
export class Buckets {
  readonly first: number;
  readonly count: number;
  private readonly shiftMs: number;

  constructor(
    window: Interval,
    readonly widthMs: number,
    timeZone: string,
  ) {
    const isOfDays = widthMs % dayMs === 0;
    this.shiftMs = isOfDays ? DateTime.fromMillis(window.fromMs, { zone: timeZone }).offset * 60_000 : 0;
    this.first = this.of(window.fromMs);
    this.count = this.of(window.toMs - 1) - this.first + 1;
  }

  /** The bucket in which a moment lies. */
  readonly of = (ms: number): number => Math.floor((ms + this.shiftMs) / this.widthMs);

  startMs(bucket: number): number {
    return bucket * this.widthMs - this.shiftMs;
  }

  /** The buckets of the window, in order. */
  numbers(): number[] {
    return Array.from({ length: this.count }, (_, index) => this.first + index);
  }
}
