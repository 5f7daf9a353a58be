import {
  availabilityResponseSchema,
  type AvailabilityResponse,
  type SampleInput,
} from '../../libs/contract/src/index.js';
import { sampleAt, TestHub, type TestAgent } from './test-hub.js';

/** A hub with one server whose time is told in seconds of the test, two hours ago by the clock. */
export class StatusScene {
  hub!: TestHub;
  agent!: TestAgent;
  /** Second 0 of a test. */
  startMs = 0;

  /** Sets the scene for the tests of a file, each with a server of its own. */
  static forEachTest(): StatusScene {
    const scene = new StatusScene();
    beforeAll(async () => {
      scene.hub = await TestHub.start();
    });
    afterAll(() => scene.hub.stop());
    beforeEach(async () => {
      scene.startMs = Math.floor(Date.now() / 1000) * 1000 - 7_200_000;
      scene.hub.clock.moveTo(scene.startMs);
      await scene.hubListened([-86_400, 86_400]);
      scene.agent = await scene.hub.enrol('web-01');
      await scene.hasBeenEnrolledAt(-7 * 86_400);
    });
    return scene;
  }

  readonly atMs = (second: number): number => this.startMs + second * 1000;
  readonly at = (second: number): string => new Date(this.atMs(second)).toISOString();
  readonly secondOf = (instant: string): number => (Date.parse(instant) - this.startMs) / 1000;

  /** States when the hub listened, whatever its own heartbeat wrote while its clock was being moved. */
  readonly hubListened = async (...stretches: [number, number][]): Promise<void> => {
    await this.hub.sql('DELETE FROM hub_run');
    for (const [from, to] of stretches) {
      await this.hub.sql(
        'INSERT INTO hub_run (id, started_at, last_beat_at) VALUES (gen_random_uuid(), $1, $2)',
        [this.at(from), this.at(to)],
      );
    }
  };

  /** Outside every contract a server counts from its enrolment on. */
  readonly hasBeenEnrolledAt = (second: number): Promise<unknown> =>
    this.hub.sql('UPDATE server SET enrolled_at = $1 WHERE id = $2', [this.at(second), this.agent.serverId]);

  /** Samples taken at these seconds; seq and the monotonic clock follow the time. */
  readonly samples = (seconds: number[], changes: Partial<SampleInput> = {}): SampleInput[] =>
    seconds.map((second) =>
      sampleAt(this.atMs(second), second, { monotonicMs: 1_000_000 + second * 1000, ...changes }),
    );

  /** Up 0–100, unknown 100–200, up 200–300, down 300–400, up 400–500. */
  readonly eventful = (): SampleInput[] => [
    ...this.samples(every10(0, 100)),
    ...this.samples([...every10(200, 300), ...every10(400, 500)], { runId: 'run-2' }),
  ];

  readonly availability = async (
    from: number,
    to: number,
    of = this.agent.serverId,
  ): Promise<AvailabilityResponse> => {
    const path = `/api/v1/servers/${of}/availability?from=${this.at(from)}&to=${this.at(to)}`;
    return availabilityResponseSchema.parse(await this.hub.get(path));
  };

  /** `from–to class (evidence)` in seconds of the test. */
  readonly told = ({ intervals }: AvailabilityResponse): string[] =>
    intervals.map((one) => {
      const how = one.isUnreachable ? `${one.evidence}, unreachable` : one.evidence;
      return `${this.secondOf(one.from)}–${this.secondOf(one.to)} ${one.class} (${how})`;
    });
}

export const every10 = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 10 + 1 }, (_, index) => from + index * 10);
