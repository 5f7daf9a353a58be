import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/** Hints between rooms of this process. They may be lost; nothing durable hangs on one. */
export interface Hints {
  /** New samples of these servers were committed. */
  'samples.accepted': { serverIds: readonly string[] };
  'status.changed': { serverIds: readonly string[] };
  'status.reread': { serverId: string };
  /** These were added, changed or moved, with what is said of them elsewhere. */
  'servers.changed': { serverIds: readonly string[]; systemIds: readonly string[] };
  /** What somebody may see has changed, or a login of his has ended. */
  'access.changed': { userId: string };
  /** A fault began, or something was done to it. */
  'fault.changed': { faultId: string; systemId: string };
  /** A probe was added, changed or deleted. */
  'probes.changed': { probeId: string };
  /** These probes' results were committed. */
  'probes.answered': { probeIds: readonly string[] };
  'inspection.completed': { inspectionId: string; serverId: string };
}

@Injectable()
export class EventBus {
  private readonly emitter = new EventEmitter();

  emit<Name extends keyof Hints>(name: Name, hint: Hints[Name]): void {
    this.emitter.emit(name, hint);
  }

  /** @returns a function that ends the subscription */
  on<Name extends keyof Hints>(name: Name, listener: (hint: Hints[Name]) => void): () => void {
    this.emitter.on(name, listener);
    return () => this.emitter.off(name, listener);
  }
}
