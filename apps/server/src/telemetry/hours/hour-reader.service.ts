import { Injectable } from '@nestjs/common';
import type { Interval } from '@opsgauge/domain';
import { FoldStore } from './fold-store.js';
import { hourMs, hourOf } from './fold-hour.js';
import { HourStore, type SummarizedSpan } from './hour-store.js';

/** A window, in hours as far as they are folded, and in stretches for which the samples have to be read. */
export interface WindowParts {
  readonly hours: readonly SummarizedSpan[];
  readonly samples: readonly Interval[];
}

/** Reads long windows from hours: a year of samples is three million, a year of hours 8,784. */
@Injectable()
export class HourReader {
  constructor(
    private readonly folds: FoldStore,
    private readonly hours: HourStore,
  ) {}

  /** @returns parts that together are the window, without overlap */
  async parts(serverId: string, window: Interval): Promise<WindowParts> {
    const foldedUntilMs = (await this.folds.foldedUntil(serverId)) ?? 0;
    const fromMs = hourOf(window.fromMs + hourMs - 1);
    const toMs = Math.min(hourOf(window.toMs), foldedUntilMs);
    if (toMs <= fromMs) return { hours: [], samples: [window] };
    const edges = [
      { fromMs: window.fromMs, toMs: fromMs },
      { fromMs: toMs, toMs: window.toMs },
    ];
    return {
      hours: await this.hours.list(serverId, { fromMs, toMs }),
      samples: edges.filter((edge) => edge.fromMs < edge.toMs),
    };
  }
}
