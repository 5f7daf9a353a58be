import type { Acknowledgement, SampleInput } from '@opsgauge/contract';
import type { Product } from './browser-product.js';
import { enrol, send } from './browser-side.js';

const recordsMax = 500;
/** Longer than any test looks back. */
const bootedBeforeMs = 10 * 86_400_000;

/** A host that reports what a test wants to see on its page, as far back as it wants. */
export class ReportingHost {
  private seq = 0;
  private readonly bootMs = Date.now() - bootedBeforeMs;

  private constructor(
    private readonly product: Product,
    readonly id: string,
    readonly name: string,
    private readonly credential: string,
  ) {}

  static async enrol(product: Product, name: string): Promise<ReportingHost> {
    const { serverId, credential } = await enrol(product, name);
    return new ReportingHost(product, serverId, name, credential);
  }

  /**
   * Reports a sample at each moment, in order, as an agent that comes back does.
   *
   * @param momentsMs epoch milliseconds, ascending
   * @param readingsAt what the host reads then
   * @throws Error where the hub takes any of them otherwise than as new
   */
  async report(
    momentsMs: readonly number[],
    readingsAt: (atMs: number) => Pick<SampleInput, 'metrics' | 'devices' | 'additional'>,
  ): Promise<void> {
    const samples = momentsMs.map((atMs): SampleInput => {
      this.seq += 1;
      return {
        epoch: 1,
        seq: this.seq,
        runId: `run of ${this.name}`,
        bootId: `boot of ${this.name}`,
        monotonicMs: atMs - this.bootMs,
        observedAt: new Date(atMs).toISOString(),
        intervalSeconds: 10,
        ...readingsAt(atMs),
      };
    });
    for (let first = 0; first < samples.length; first += recordsMax) {
      const { results } = await send<Acknowledgement>(
        this.product,
        '/api/v1/agent/reports',
        {
          sentAt: new Date().toISOString(),
          agentVersion: '0.1.0',
          samples: samples.slice(first, first + recordsMax),
        },
        { authorization: `Bearer ${this.credential}` },
      );
      const refused = results.filter(({ status }) => status !== 'accepted');
      if (refused.length) throw new Error(`the hub refused ${JSON.stringify(refused.slice(0, 3))}`);
    }
  }
}
