import type { SamplesResponse } from '@opsgauge/contract';

const hourMs = 3_600_000;
/** As many as one answer has. */
const hoursMax = 600;

/** The whole hours that an interval touches, and how many to ask for. */
export function wholeHours({ from, to }: { from: string; to: string }) {
  const first = Math.floor(Date.parse(from) / hourMs);
  const last = Math.ceil(Date.parse(to) / hourMs);
  return {
    from: new Date(first * hourMs).toISOString(),
    to: new Date(last * hourMs).toISOString(),
    points: Math.min(hoursMax, Math.max(1, last - first)),
  };
}

export const hourMetrics = ['cpuPercent', 'memoryUsedPercent', 'diskUsedPercent'] as const;
export type HourMetric = (typeof hourMetrics)[number];

export interface HourBucket {
  at: string;
  values: Partial<Record<HourMetric, { mean: number; min: number; max: number }>>;
}

/** The buckets in which anything was heard, in order. */
export function hourBuckets({ times, series }: Pick<SamplesResponse, 'times' | 'series'>): HourBucket[] {
  return times
    .map((at, index) => {
      const values: HourBucket['values'] = {};
      for (const metric of hourMetrics) {
        const [mean, min, max] = (['mean', 'min', 'max'] as const).map(
          (part) => series[metric]?.[part][index],
        );
        if (typeof mean === 'number') values[metric] = { mean, min: min ?? mean, max: max ?? mean };
      }
      return { at, values };
    })
    .filter(({ values }) => Object.keys(values).length > 0);
}
