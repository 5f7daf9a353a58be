import { Injectable } from '@nestjs/common';
import type { Hints } from '@opsgauge/contract';

/** Something that may have a hint for a server's agent. */
export type HintSource = (serverId: string) => Hints;

/** Gathers the hints that go back with an acknowledgement; rooms below register what they want to ask of agents. */
@Injectable()
export class AgentHints {
  private readonly sources: HintSource[] = [];

  addSource(source: HintSource): void {
    this.sources.push(source);
  }

  forServer(serverId: string): Hints {
    return Object.assign({}, ...this.sources.map((source) => source(serverId))) as Hints;
  }
}
