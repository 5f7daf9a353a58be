import { Injectable } from '@nestjs/common';
import { hostMetricNames, type HostMetricName } from '@opsgauge/contract';
import type { Interval, ThresholdRule } from '@opsgauge/domain';
import { Database } from '../../platform/database/database.js';
import { hourMs, hourOf } from '../hours/fold-hour.js';
import type { StoredSample } from '../hours/stored-sample.js';
import { SampleReader } from './sample-reader.service.js';
import { SpanReader } from './span-reader.service.js';
import { countGoneHours } from './packed-hours.js';

/** The host metric whose greatest and least of an hour tell whether a threshold was reached in it. */
function decidingMetric({ signal, comparison }: ThresholdRule): HostMetricName | null {
  // The fullest mount's; of mounts that are emptier it tells nothing.
  if (signal === 'mountUsedPercent')
    return comparison === 'atLeast' || comparison === 'above' ? 'diskUsedPercent' : null;
  return hostMetricNames.find((name) => name === signal) ?? null;
}

/** Reads of a long window only the hours in which something may be found. */
@Injectable()
export class WorstHours {
  constructor(
    private readonly database: Database,
    private readonly spans: SpanReader,
    private readonly samples: SampleReader,
  ) {}

  /**
   * The hours of a window in which a rule's threshold was reached, each with the one after it, which tells that it was
   * over; all of them where sums do not tell.
   *
   * @returns the hours by their starts, and how many others had to be left out because their samples are gone
   */
  async choose(
    serverId: string,
    window: Interval,
    rule: ThresholdRule,
  ): Promise<{ readonly hours: number[]; readonly goneCount: number }> {
    const goneCount = await countGoneHours(this.database, serverId, window);
    const metric = decidingMetric(rule);
    if (!metric) return { hours: hoursOf(window), goneCount };
    const { spans, rest } = await this.spans.hours(serverId, window, { metrics: [metric] });
    const reached = spans
      .filter(({ metrics }) => {
        const summary = metrics[metric];
        if (!summary) return false;
        // Sums are kept with fewer digits than samples: what is near counts as reached, and is looked at.
        const slack = Math.abs(rule.threshold) * 1e-5 + 1e-3;
        return rule.comparison === 'atLeast' || rule.comparison === 'above'
          ? summary.max >= rule.threshold - slack
          : summary.min <= rule.threshold + slack;
      })
      .map(({ fromMs }) => fromMs);
    const chosen = new Set([...reached.flatMap((hour) => [hour, hour + hourMs]), ...rest.flatMap(hoursOf)]);
    return {
      hours: [...chosen].filter((hour) => hour < window.toMs).sort((one, other) => one - other),
      goneCount,
    };
  }

  /** The samples of these hours as far as they lie in the window, in order of true time. */
  async read(serverId: string, hours: readonly number[], window: Interval): Promise<StoredSample[]> {
    const samples: StoredSample[] = [];
    for (const hour of hours) {
      const part = { fromMs: Math.max(hour, window.fromMs), toMs: Math.min(hour + hourMs, window.toMs) };
      if (part.fromMs < part.toMs) samples.push(...(await this.samples.read(serverId, part)));
    }
    return samples;
  }
}

function hoursOf({ fromMs, toMs }: Interval): number[] {
  const hours: number[] = [];
  for (let hour = hourOf(fromMs); hour < toMs; hour += hourMs) hours.push(hour);
  return hours;
}
