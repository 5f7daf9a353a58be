import { inspectionSchema, type Inspection } from '../../libs/contract/src/index.js';
import { readingAt } from './inspection-reading.js';
import type { TestAgent, TestHub } from './test-hub.js';

/** A server in a system that its vendor's people and an evaluator see, and what is done to inspect it. */
export class InspectionScene {
  private constructor(
    private readonly hub: TestHub,
    readonly agent: TestAgent,
  ) {}

  static async on(hub: TestHub): Promise<InspectionScene> {
    const agent = await hub.enrol('政务云-数据库 01');
    const { systemId } = await hub.place([agent.serverId]);
    for (const role of ['operator', 'lead', 'evaluator'] as const) {
      await hub.grant(role, { kind: 'system', systemId });
    }
    return new InspectionScene(hub, agent);
  }

  /** Asks for an inspection as the vendor's operator. */
  async request(serverId = this.agent.serverId): Promise<Inspection> {
    const response = await this.hub.as('operator', 'POST', `/api/v1/servers/${serverId}/inspections`);
    if (response.status !== 202) throw new Error(`asking for an inspection: ${response.status}`);
    return inspectionSchema.parse(await response.json());
  }

  /** Hands one in as an agent does, whatever becomes of it. */
  handIn(
    by: TestAgent,
    id: string,
    reading: unknown = readingAt(this.hub.clock.nowMs()),
  ): ReturnType<TestHub['request']> {
    return this.hub.request('POST', `/api/v1/agent/inspections/${id}`, reading, {
      authorization: `Bearer ${by.credential}`,
    });
  }
}
