import { Injectable } from '@nestjs/common';
import type { Signal } from '@opsgauge/domain';
import type { ConditionTarget } from './condition-store.js';

export interface TargetSignals {
  readonly target: ConditionTarget;
  readonly signals: readonly Signal[];
}

/** Where signals come from besides servers' own samples; whoever has some says so when the hub starts. */
@Injectable()
export class SignalSources {
  private readonly sources: (() => Promise<readonly TargetSignals[]>)[] = [];

  add(source: () => Promise<readonly TargetSignals[]>): void {
    this.sources.push(source);
  }

  async read(): Promise<TargetSignals[]> {
    return (await Promise.all(this.sources.map((source) => source()))).flat();
  }
}
