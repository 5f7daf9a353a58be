import { Injectable } from '@nestjs/common';
import type { ObservedInterval } from '@opsgauge/domain';
import type { Latest } from '../telemetry/latest-rows.js';
import { ServerTimelineService } from './server-timeline.service.js';

/** A host of which nothing is heard, so that it counts as down. */
export interface SilentHost {
  /** Its first missed sample. */
  readonly sinceMs: number;
}

/** How the time since each host's last sample is read. */
@Injectable()
export class HostWatch {
  constructor(private readonly timelines: ServerTimelineService) {}

  /** Those that are down by now, and those of which nothing can be told (the hub itself was away). */
  async read(
    latest: readonly Latest[],
    nowMs: number,
  ): Promise<{ readonly silent: Map<string, SilentHost>; readonly unknown: Set<string> }> {
    const silent = new Map<string, SilentHost>();
    const unknown = new Set<string>();
    for (const [serverId, tail] of await this.timelines.tails(latest, nowMs)) {
      const last = tail.at(-1);
      if (last?.observation === 'down') silent.set(serverId, { sinceMs: downSince(tail) });
      if (last?.observation === 'unknown') unknown.add(serverId);
    }
    return { silent, unknown };
  }
}

/** From the first of the readings at the end that all say down. */
function downSince(tail: readonly ObservedInterval[]): number {
  const before = tail.findLastIndex(({ observation }) => observation !== 'down');
  return tail[before + 1]!.fromMs;
}
