import type { Interval } from '@opsgauge/domain';

/** A stretch of one server's time. */
export interface ServerStretch extends Interval {
  readonly serverId: string;
}

/** As parameters of `unnest($n::uuid[], $n::timestamptz[], $n::timestamptz[])`. */
export const stretchColumns = (stretches: readonly ServerStretch[]): [string[], string[], string[]] => [
  stretches.map(({ serverId }) => serverId),
  stretches.map(({ fromMs }) => new Date(fromMs).toISOString()),
  stretches.map(({ toMs }) => new Date(toMs).toISOString()),
];
