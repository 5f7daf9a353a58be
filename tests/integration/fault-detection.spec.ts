import { SignalSources } from '../../apps/server/src/faults/detection/signal-sources.js';
import type { FaultsResponse, Probe } from '../../libs/contract/src/index.js';
import { DetectionScene } from '../support/detection-scene.js';
import { every10 } from '../support/status-scene.js';
import type { TestAgent, TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

const scene = DetectionScene.forEachTest();
const { look, live, faults } = scene;
const { at, atMs, samples, hubListened } = scene.status;
let hub: TestHub;
let agent: TestAgent;
let systemId: string;
beforeEach(() => {
  ({ hub, agent } = scene.status);
  ({ systemId } = scene);
});

describe('a host of which nothing is heard', () => {
  it('is a fault at the soft-miss limit, not before, from its first missed sample on', async () => {
    await live(every10(0, 60));
    await look(89);
    expect(await faults()).toEqual([]);
    await look(91);
    expect(await faults()).toEqual(['host-silent 70–']);
  });

  it('is one fault however often one looks, and over with its next sample', async () => {
    await live(every10(0, 60));
    for (const second of [95, 100, 105]) await look(second);
    await live(every10(200, 220), { bootId: 'boot-2' });
    expect(await faults()).toEqual(['host-silent 70–200']);
  });

  it('that comes and goes within an hour is still the same fault', async () => {
    await live(every10(0, 60));
    await look(95);
    await live(every10(200, 220), { bootId: 'boot-2' });
    await look(260);
    expect(await faults()).toEqual(['host-silent 70–']);
  });

  it('is none while the hub itself heard nobody', async () => {
    await live(every10(0, 60));
    await hubListened([-86_400, 65], [590, 86_400]);
    await look(600);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['its own', 'server_id', () => agent.serverId],
    ['its system’s', 'system_id', () => systemId],
  ])(
    'is none in %s maintenance, and one from its end on where it is not back',
    async (_whose, column, id) => {
      await live(every10(0, 60));
      await hub.sql(
        `INSERT INTO maintenance_window (id, ${column}, from_at, to_at, reason) VALUES (gen_random_uuid(), $1, $2, $3, 'x')`,
        [id(), at(65), at(400)],
      );
      await look(200);
      expect(await faults()).toEqual([]);
      const { status } = await hub.get<{ status: string }>(`/api/v1/servers/${agent.serverId}`);
      expect(status).toBe('maintenance');
      await look(405);
      expect(await faults()).toEqual(['host-silent 400–']);
    },
  );

  it('is none before anybody has approved it', async () => {
    const newcomer = await hub.enrol('new-01');
    await live(every10(0, 60), {}, newcomer);
    await look(300);
    const { items } = await hub.get<FaultsResponse>(`/api/v1/faults?serverId=${newcomer.serverId}`);
    expect(items).toEqual([]);
  });
});

describe('a gap that is read when the host is back', () => {
  const faultOf = async () => (await hub.get<FaultsResponse>(`/api/v1/faults?systemId=${systemId}`)).items[0];

  it('a restart too short for anybody to see is a fault that is over', async () => {
    await live(every10(0, 60));
    await live(every10(80, 100), { bootId: 'boot-2' });
    await until('the restart is known', async () => (await faults()).length > 0);
    expect(await faults()).toEqual(['host-interrupted 60–80']);
  });

  it('a silence that was the agent’s stays a fault, and says so', async () => {
    await live(every10(0, 60));
    await look(95);
    await live(every10(200, 220), { runId: 'run-2' });
    await until('the cause is known', async () => (await faultOf())?.cause === 'agent');
    expect(await faults()).toEqual(['host-silent 70–200']);
  });

  it('a silence that was the network’s stays a fault, and says so once its samples have come', async () => {
    await live(every10(0, 60));
    await look(95);
    await live(every10(200, 220));
    await agent.report(samples(every10(70, 190)));
    await until('the cause is known', async () => (await faultOf())?.cause === 'network');
    expect(await faults()).toEqual(['host-silent 70–200']);
  });
});

describe('one cause is one fault', () => {
  it('behind a gateway that is missing nothing is a fault of its own', async () => {
    const inner = await hub.enrol('inner-01');
    const { systemId: behind } = await hub.place([inner.serverId], `behind ${scene.status.startMs}`);
    await hub.admin('PATCH', `/api/v1/servers/${inner.serverId}`, { gatewayServerId: agent.serverId });
    for (const second of every10(0, 60)) {
      await inner.reportLive(samples([second]));
      if (second < 60) await agent.reportLive(samples([second + 1]));
    }
    // The inner one was heard last: the gateway is found silent first, or is overdue by then.
    await look(95);
    await look(100);
    expect([await faults(), await faults(behind)]).toEqual([['host-silent 61–'], []]);
    // Once the gateway is back, what stays silent has a cause of its own.
    for (const second of [200, 210, 220]) await agent.reportLive(samples([second], { bootId: 'boot-2' }));
    await look(221);
    expect(await faults(behind)).toEqual(['host-silent 70–']);
  });
});

describe('what is seen of a system from outside', () => {
  /** A probe of the system’s address that has seen these, a minute apart up to a second of the test. */
  async function probed(untilSecond: number, ...outcomes: ('ok' | 'refused')[]): Promise<Probe> {
    const probe = await hub.admin<Probe>('POST', '/api/v1/probes', {
      name: '门户首页',
      target: { kind: 'tcp', host: '127.0.0.1', port: 1 },
      intervalSeconds: 60,
      timeoutSeconds: 5,
      systemId,
      isEnabled: true,
    });
    const signals = outcomes.map((outcome, index) => ({
      target: { systemId },
      signals: [
        {
          name: 'probeFailing' as const,
          subject: probe.id,
          subjectName: probe.name,
          value: outcome === 'ok' ? 0 : 1,
          atMs: atMs(untilSecond - 60 * (outcomes.length - 1 - index)),
          vouchedMs: 180_000,
        },
      ],
    }));
    hub.app.get(SignalSources).add(() => Promise.resolve(signals.splice(0, 1)));
    return probe;
  }

  it('is a fault of the system under the probe’s name', async () => {
    await probed(120, 'refused', 'refused', 'ok');
    await live([0], { intervalSeconds: 60 });
    await live([60], { intervalSeconds: 60 });
    const { items } = await hub.get<FaultsResponse>(`/api/v1/faults?systemId=${systemId}`);
    expect(items).toMatchObject([
      {
        serverId: null,
        title: { code: 'probe-failing', params: { subject: '门户首页' } },
        recoveredAt: null,
      },
    ]);
  });

  it('is over once nobody looks any more: its probe was deleted', async () => {
    const { id } = await probed(120, 'refused', 'refused', 'refused');
    for (const second of [60, 120, 121]) await look(second);
    expect(await faults()).toEqual(['probe-failing 0–']);
    await hub.admin('DELETE', `/api/v1/probes/${id}`);
    await look(130);
    expect(await faults()).toEqual(['probe-failing 0–130']);
  });

  it('is none of its own while a critical server of it is silent', async () => {
    await live(every10(0, 60));
    await look(95);
    await probed(180, 'refused', 'refused', 'refused');
    for (const second of [120, 180, 185]) await look(second);
    expect(await faults()).toEqual(['host-silent 70–']);
  });
});
