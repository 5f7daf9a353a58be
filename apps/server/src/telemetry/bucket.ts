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
