import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { pageEventSchemas, type Hints } from '@opsgauge/contract';
import type { Scope } from '../accounts/scope.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { AgentHints } from '../telemetry/agent-hints.js';

/** How often the agent samples while somebody looks. */
const intervalSeconds = 2;
/**
 * For how long one acknowledgement asks it to: long enough for an answer that is lost, and soon over once the page is
 * closed, since nobody then asks again.
 */
const forMs = 10_000;

/** An open page, and whose it is at this moment. */
export interface Watcher {
  readonly id: string;
  scope(): Scope;
}

interface Watch {
  readonly watcher: Watcher;
  readonly serverId: string;
  /** Whether the watcher may see that server: not before it is known. */
  isAllowed: boolean;
}

/** Which servers' pages are open in this process, so that their agents are asked to sample faster meanwhile. */
@Injectable()
export class LiveWatches implements OnApplicationBootstrap {
  private readonly watches = new Map<string, Watch>();

  constructor(
    private readonly visibility: VisibilityService,
    private readonly hints: AgentHints,
  ) {}

  onApplicationBootstrap(): void {
    this.hints.addSource((serverId) => this.hintFor(serverId));
  }

  /**
   * A page says what it shows; what it may not see, or what makes no sense, counts as nothing.
   * @param payload as it came in
   */
  async note(watcher: Watcher, payload: unknown): Promise<void> {
    const said = pageEventSchemas['server.watched'].safeParse(payload);
    const serverId = said.success ? said.data.serverId : null;
    if (serverId === null) return this.forget(watcher.id);
    const watch = { watcher, serverId, isAllowed: false };
    this.watches.set(watcher.id, watch);
    await this.check(watch);
  }

  /** The page is closed. */
  forget(id: string): void {
    this.watches.delete(id);
  }

  /** What somebody may see has changed. */
  async recheck(): Promise<void> {
    for (const watch of this.watches.values()) await this.check(watch);
  }

  private async check(watch: Watch): Promise<void> {
    const { seesServer } = await this.visibility.of(watch.watcher.scope());
    watch.isAllowed = seesServer(watch.serverId);
  }

  private hintFor(wanted: string): Hints {
    for (const { serverId, isAllowed } of this.watches.values())
      if (isAllowed && serverId === wanted) return { watch: { forMs, intervalSeconds } };
    return {};
  }
}
