import type { Signal } from '@opsgauge/domain';
import type { Latest } from '../../telemetry/latest-rows.js';
import { signalsOf } from './signals.js';

const hourMs = 3_600_000;

interface Remembered {
  observedAtMs: number;
  droppedSamples: number;
  /** When the count last grew, and by how much. */
  drops: { readonly atMs: number; readonly count: number }[];
  readonly interfacesUp: Set<string>;
}

/**
 * Turns servers' newest samples into signals, each sample once, with what takes more than one sample to tell: which
 * interfaces were up before, and how many records an agent dropped within the last hour. It knows what it has seen
 * since the process started.
 */
export class SignalMemory {
  private readonly servers = new Map<string, Remembered>();

  /** @returns nothing for a sample that was there before */
  take(latest: Latest): Signal[] {
    const { serverId, fact, droppedSamples } = latest;
    const known = this.servers.get(serverId);
    if (known && known.observedAtMs >= fact.observedAtMs) return [];
    const memory: Remembered = known ?? {
      observedAtMs: 0,
      droppedSamples,
      drops: [],
      interfacesUp: new Set(),
    };
    this.servers.set(serverId, memory);
    memory.observedAtMs = fact.observedAtMs;
    const signals = signalsOf(latest, (name) => memory.interfacesUp.has(name));
    for (const { name, isUp } of latest.readings.devices.interfaces) if (isUp) memory.interfacesUp.add(name);
    return [...signals, this.drops(memory, latest)];
  }

  private drops(memory: Remembered, { fact, droppedSamples }: Latest): Signal {
    const grown = droppedSamples - memory.droppedSamples;
    memory.droppedSamples = droppedSamples;
    if (grown > 0) memory.drops.push({ atMs: fact.observedAtMs, count: grown });
    memory.drops = memory.drops.filter(({ atMs }) => atMs > fact.observedAtMs - hourMs);
    return {
      name: 'recordsDroppedPerHour',
      subject: '',
      value: memory.drops.reduce((sum, { count }) => sum + count, 0),
      atMs: fact.observedAtMs,
      vouchedMs: hourMs,
    };
  }
}
