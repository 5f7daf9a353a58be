export interface TimeGap {
  from: number;
  to: number;
}

/**
 * The stretches of a bucketed series in which nothing was heard.
 *
 * @param times starts of the buckets, epoch milliseconds, ascending
 * @param values one value a bucket, null where it is empty
 * @param bucketMs length of a bucket
 * @param minimumMs shorter stretches are not gaps: a single late sample would otherwise flicker as one
 * @returns half-open stretches from the first empty bucket's start to the last one's end
 */
export function gapsOf(
  times: readonly number[],
  values: readonly (number | null)[],
  bucketMs: number,
  minimumMs = 0,
): TimeGap[] {
  const gaps: TimeGap[] = [];
  let open: TimeGap | null = null;
  times.forEach((time, index) => {
    if ((values[index] ?? null) !== null) {
      open = null;
      return;
    }
    if (open) open.to = time + bucketMs;
    else gaps.push((open = { from: time, to: time + bucketMs }));
  });
  return gaps.filter((gap) => gap.to - gap.from >= minimumMs);
}
