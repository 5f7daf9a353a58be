/** How full a server's fullest mount was on the whole of a day. */
export interface DayOfDisk {
  readonly atMs: number;
  readonly usedPercent: number;
}

const dayMs = 86_400_000;
/** Fewer days tell no trend. */
const daysMin = 3;
/** Slower than this is noise: at a tenth of a percent a day the last tenth of a disk lasts for months. */
const slopeMin = 0.1;

/**
 * In how many days a disk is full if it goes on as on these days (least squares), counted from the last of them.
 *
 * @param days in order
 * @returns null where there are too few days, or it does not fill
 */
export function diskFullInDays(days: readonly DayOfDisk[]): number | null {
  const last = days.at(-1);
  if (!last || last.atMs - days[0]!.atMs < (daysMin - 1) * dayMs) return null;
  const points = days.map(({ atMs, usedPercent }) => ({ x: (atMs - last.atMs) / dayMs, y: usedPercent }));
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = mean(({ x }) => (x - meanX) ** 2);
  if (spread === 0) return null;
  const slope = mean(({ x, y }) => (x - meanX) * (y - meanY)) / spread;
  if (slope < slopeMin) return null;
  // From where it is: after a day of cleaning up the line alone would still see it full.
  return Math.max(0, (100 - last.usedPercent) / slope);
}
