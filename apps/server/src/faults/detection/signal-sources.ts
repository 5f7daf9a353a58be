import { Injectable } from '@nestjs/common';
import type { Signal } from '@opsgauge/domain';

export interface ServerSignals {
  readonly serverId: string;
  readonly signals: readonly Signal[];
}

/** Where signals come from besides servers' own samples; whoever has some says so when the hub starts. */
@Injectable()
export class SignalSources {
  private readonly sources: (() => Promise<readonly ServerSignals[]>)[] = [];

  add(source: () => Promise<readonly ServerSignals[]>): void {
    this.sources.push(source);
  }

  async read(): Promise<ServerSignals[]> {
    return (await Promise.all(this.sources.map((source) => source()))).flat();
  }
}
