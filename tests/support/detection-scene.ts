import type { FaultsResponse, SampleInput } from '../../libs/contract/src/index.js';
import { lookForFaults } from './look-for-faults.js';
import { every10, StatusScene } from './status-scene.js';
import type { TestAgent } from './test-hub.js';

/** A server in a system of its own, at which one has a look for faults at seconds of the test. */
export class DetectionScene {
  systemId!: string;

  private constructor(readonly status: StatusScene) {}

  /** Sets the scene for the tests of a file, each with a server and a system of its own. */
  static forEachTest(): DetectionScene {
    const status = StatusScene.forEachTest();
    const scene = new DetectionScene(status);
    beforeEach(async () => {
      const { hub, agent, startMs } = status;
      // None of the servers before is listened to any more.
      await hub.sql('UPDATE server SET retired_at = now() WHERE id <> $1', [agent.serverId]);
      await hub.sql('DELETE FROM fault_condition');
      ({ systemId: scene.systemId } = await hub.place([agent.serverId], `system ${startMs}`));
    });
    return scene;
  }

  /** Has a look at this second, whoever else looks by himself. */
  readonly look = async (second: number): Promise<void> => {
    this.status.hub.clock.moveTo(this.status.atMs(second));
    await lookForFaults(this.status.hub);
  };

  /** Reports a sample at each of these seconds, with a look after each. */
  readonly live = async (
    seconds: number[],
    changes: Partial<SampleInput> = {},
    of: TestAgent = this.status.agent,
  ): Promise<void> => {
    for (const sample of this.status.samples(seconds, changes)) {
      await of.reportLive([sample]);
      await lookForFaults(this.status.hub);
    }
  };

  readonly listed = async (of = this.systemId): Promise<FaultsResponse['items']> =>
    (await this.status.hub.get<FaultsResponse>(`/api/v1/faults?systemId=${of}`)).items;

  /** `code from–to` of every fault of a system, in whole seconds: the clock of a test goes on while it looks. */
  readonly faults = async (of = this.systemId): Promise<string[]> => {
    const second = (instant: string) => Math.round(this.status.secondOf(instant));
    return (await this.listed(of))
      .map((one) => [one.title.code, second(one.startAt), one.recoveredAt] as const)
      .sort((one, other) => one[1] - other[1])
      .map(([code, from, to]) => `${code} ${from}–${to === null ? '' : second(to)}`);
  };
}

export const everyMinute = (from: number, to: number): number[] =>
  every10(from, to).filter((second) => second % 60 === 0);
