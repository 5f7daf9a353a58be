import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** As often as the hub sends its own batches. */
const everyMs = 1000;

/**
 * Has what events touched be read again: the first at once, and whatever follows within a second together at its
 * end. Of a thousand servers whose gaps are judged at once the list is so read twice, and not a thousand times.
 */
export class Invalidations {
  private readonly waiting = new Map<string, QueryKey>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: Pick<QueryClient, 'invalidateQueries'>) {}

  /** @param queryKeys prefixes of what is to be read again */
  add(...queryKeys: QueryKey[]): void {
    for (const queryKey of queryKeys) this.waiting.set(JSON.stringify(queryKey), queryKey);
    if (this.timer === undefined) this.flush();
  }

  /** Forgets what waits. */
  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.clear();
  }

  private flush(): void {
    this.timer = undefined;
    if (this.waiting.size === 0) return;
    const queryKeys = [...this.waiting.values()];
    this.waiting.clear();
    for (const queryKey of queryKeys) void this.client.invalidateQueries({ queryKey });
    this.timer = setTimeout(() => this.flush(), everyMs);
  }
}
