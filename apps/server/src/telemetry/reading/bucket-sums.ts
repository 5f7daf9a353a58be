import type { ValueSummary } from '@opsgauge/domain';

/** What a bucket has had of one series so far. */
interface Sums {
  count: number;
  sum: number;
  min: number;
  max: number;
}

/** Values gathered into buckets of one width, series by series. */
export class BucketSums<Name extends string> {
  private readonly buckets = new Map<number, Map<Name, Sums>>();

  /** @param bucketOf the number of the bucket in which a moment lies */
  constructor(private readonly bucketOf: (ms: number) => number) {}

  add(name: Name, ms: number, value: number): void {
    const sums = this.sumsOf(this.bucketOf(ms), name);
    sums.count += 1;
    sums.sum += value;
    if (value < sums.min) sums.min = value;
    if (value > sums.max) sums.max = value;
  }

  /** Adds what was summed up elsewhere. */
  merge(name: Name, bucket: number, { count, mean, min, max }: ValueSummary): void {
    const sums = this.sumsOf(bucket, name);
    sums.count += count;
    sums.sum += mean * count;
    sums.min = Math.min(sums.min, min);
    sums.max = Math.max(sums.max, max);
  }

  /** @returns null where the bucket has no value of the series */
  summary(name: Name, bucket: number): ValueSummary | null {
    const sums = this.buckets.get(bucket)?.get(name);
    if (!sums) return null;
    // A sum's rounding may step over the values themselves, and a mean outside its band would be drawn so.
    const mean = Math.min(sums.max, Math.max(sums.min, sums.sum / sums.count));
    return { count: sums.count, mean, min: sums.min, max: sums.max };
  }

  /** Every series that has a value anywhere. */
  names(): Name[] {
    return [...new Set([...this.buckets.values()].flatMap((series) => [...series.keys()]))];
  }

  private sumsOf(bucket: number, name: Name): Sums {
    let series = this.buckets.get(bucket);
    if (!series) this.buckets.set(bucket, (series = new Map()));
    let sums = series.get(name);
    if (!sums) series.set(name, (sums = { count: 0, sum: 0, min: Infinity, max: -Infinity }));
    return sums;
  }
}
