import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ProbesService } from '../../inventory/probes.service.js';
import type { Server } from '../../inventory/server.entity.js';
import { ServersService } from '../../inventory/servers.service.js';
import type { SystemComponent } from '../../inventory/system-component.entity.js';
import { SystemsService, type SystemMakeUp } from '../../inventory/systems.service.js';
import { Clock } from '../../platform/clock.js';
import { EventBus } from '../../platform/event-bus.js';
import type { ConditionTarget } from './condition-store.js';
import type { RulePlace } from './judge.js';

/** What another process changed is seen this much later at most. */
const keptMs = 15_000;

/** The servers that are watched, and where they belong. */
export interface DetectionScene {
  readonly systems: readonly SystemMakeUp[];
  /** Approved and not retired, by id. */
  readonly watched: ReadonlyMap<string, Server>;
  /** A server's part in its system; where it has several, the one in which it is critical. */
  readonly placeOf: ReadonlyMap<string, SystemComponent>;
  /** Of the probes that are switched on. */
  readonly probeIds: ReadonlySet<string>;
}

type ServedScene = Omit<DetectionScene, 'probeIds'>;

/** Where a server or a system stands, as rules ask. */
export const placeIn = ({ placeOf }: Pick<DetectionScene, 'placeOf'>, target: ConditionTarget): RulePlace =>
  'serverId' in target
    ? { serverId: target.serverId, systemId: placeOf.get(target.serverId)?.systemId ?? null }
    : { serverId: null, systemId: target.systemId };

/** Whether faults are looked for there. */
export const isWatched = ({ watched, systems }: DetectionScene, target: ConditionTarget): boolean =>
  'serverId' in target
    ? watched.has(target.serverId)
    : systems.some(({ system }) => system.id === target.systemId);

/** Keeps the scene between two looks: it is of a thousand rows and seldom changes. */
@Injectable()
export class DetectionScenes implements OnApplicationShutdown {
  private kept: { readonly atMs: number; readonly scene: Promise<ServedScene> } | undefined;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly servers: ServersService,
    private readonly systems: SystemsService,
    private readonly probes: ProbesService,
    private readonly clock: Clock,
    bus: EventBus,
  ) {
    this.unsubscribe = bus.on('servers.changed', () => (this.kept = undefined));
  }

  onApplicationShutdown(): void {
    this.unsubscribe();
  }

  /** Probes as they are now: one that has just been switched on is not to be taken for one that is gone. */
  async load(): Promise<DetectionScene> {
    const [scene, probes] = await Promise.all([this.servedScene(), this.probes.all()]);
    const probeIds = new Set(probes.filter(({ isEnabled }) => isEnabled).map(({ id }) => id));
    return { ...scene, probeIds };
  }

  private servedScene(): Promise<ServedScene> {
    const nowMs = this.clock.nowMs();
    if (this.kept && Math.abs(nowMs - this.kept.atMs) < keptMs) return this.kept.scene;
    const scene = this.read();
    this.kept = { atMs: nowMs, scene };
    scene.catch(() => (this.kept = undefined));
    return scene;
  }

  private async read(): Promise<ServedScene> {
    const [systems, servers] = await Promise.all([
      this.systems.list(),
      this.servers.list({ isRetired: false }),
    ]);
    const placeOf = new Map<string, SystemComponent>();
    for (const component of systems.flatMap(({ components }) => components)) {
      if (component.isCritical || !placeOf.has(component.serverId))
        placeOf.set(component.serverId, component);
    }
    const watched = new Map(
      servers.filter(({ approvedAt }) => approvedAt !== null).map((server) => [server.id, server]),
    );
    return { systems, watched, placeOf };
  }
}
