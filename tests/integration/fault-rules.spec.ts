import { DetectionService } from '../../apps/server/src/faults/detection/detection.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import type {
  FaultDetail,
  FaultRule,
  FaultsResponse,
  RuleTrial,
  SampleInput,
} from '../../libs/contract/src/index.js';
import { DetectionScene, everyMinute } from '../support/detection-scene.js';
import { lookForFaults } from '../support/look-for-faults.js';
import { every10 } from '../support/status-scene.js';
import type { TestAgent, TestHub } from '../support/test-hub.js';

const scene = DetectionScene.forEachTest();
const { look, live, faults } = scene;
const { at, samples, secondOf } = scene.status;
let hub: TestHub;
let agent: TestAgent;
let systemId: string;
beforeEach(() => {
  ({ hub, agent } = scene.status);
  ({ systemId } = scene);
});

describe('a number that is bad for long enough', () => {
  const full = (usedPercent: number, mountPoint = '/data'): Partial<SampleInput> => ({
    intervalSeconds: 60,
    devices: {
      mounts: [
        {
          mountPoint,
          device: '/dev/sdb1',
          fileSystem: 'xfs',
          totalBytes: 1e12,
          usedBytes: usedPercent * 1e10,
          availableBytes: (100 - usedPercent) * 1e10,
          usedPercent,
        },
      ],
    },
  });

  it('is a fault from when it was bad, and over from when it was no longer', async () => {
    await live(everyMinute(0, 120), full(50));
    await live(everyMinute(180, 420), full(92));
    expect(await faults()).toEqual([]);
    await live([480], full(93));
    expect(await faults()).toEqual(['disk-nearly-full 180–']);
    await live(everyMinute(540, 1140), full(60));
    expect(await faults()).toEqual(['disk-nearly-full 180–540']);
  });

  it('is not lost where another process had its turn when it was seen', async () => {
    await agent.reportLive(samples([0], full(92)));
    await hub.app.get(Database).transaction(async (client) => {
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('fault-detection'))`);
      hub.clock.moveTo(scene.status.atMs(1));
      expect(await hub.app.get(DetectionService).look()).toBe(false);
      expect(await hub.sql('SELECT subject FROM fault_condition')).toEqual([]);
    });
    await look(2);
    expect(await hub.sql('SELECT subject FROM fault_condition')).toEqual([{ subject: '/data' }]);
  });

  it('is over once what was full is no longer mounted', async () => {
    await live(everyMinute(0, 300), full(92));
    expect(await faults()).toEqual(['disk-nearly-full 0–']);
    await live([360], full(40, '/'));
    expect(await faults()).toEqual(['disk-nearly-full 0–360']);
  });

  it('is over once the interface that was down is there no longer', async () => {
    const rates = {
      receiveBytesPerSecond: 1,
      transmitBytesPerSecond: 1,
      errorsPerSecond: 0,
      dropsPerSecond: 0,
    };
    const links = (states: Record<string, boolean>): Partial<SampleInput> => ({
      intervalSeconds: 60,
      devices: { interfaces: Object.entries(states).map(([name, isUp]) => ({ name, isUp, ...rates })) },
    });
    await live(everyMinute(0, 60), links({ eth0: true, bond1: true }));
    await live(everyMinute(120, 300), links({ eth0: true, bond1: false }));
    expect(await faults()).toEqual(['interface-down 120–']);
    await live([360], links({ eth0: true }));
    expect(await faults()).toEqual(['interface-down 120–360']);
  });

  it('goes on in another process of the hub', async () => {
    await live(everyMinute(0, 240), full(92));
    const other = await hub.another();
    try {
      await agent.reportLive(samples([300], full(92)));
      await lookForFaults(other);
      expect(await faults()).toEqual(['disk-nearly-full 0–']);
    } finally {
      await other.stop();
    }
  });

  it('is no fault of a server for which the rule is switched off, and is over where it was one', async () => {
    const rule = await ruleOf('disk-nearly-full');
    await live(everyMinute(0, 300), full(92));
    expect(await faults()).toEqual(['disk-nearly-full 0–']);
    await hub.admin('PUT', `/api/v1/fault-rules/${rule.id}/exceptions`, {
      target: { kind: 'server', serverId: agent.serverId },
      threshold: null,
      forSeconds: null,
      severity: null,
      isEnabled: false,
    });
    await look(310);
    expect(await faults()).toEqual(['disk-nearly-full 0–310']);
  });

  it('counts by the threshold that is set for its system', async () => {
    const rule = await ruleOf('disk-nearly-full');
    await hub.admin('PUT', `/api/v1/fault-rules/${rule.id}/exceptions`, {
      target: { kind: 'system', systemId },
      threshold: 95,
      forSeconds: 60,
      severity: 'critical',
      isEnabled: null,
    });
    await live(everyMinute(0, 300), full(94));
    expect(await faults()).toEqual([]);
    await live(everyMinute(360, 420), full(96));
    expect(await faults()).toEqual(['disk-nearly-full 360–']);
    const { items } = await hub.get<FaultsResponse>(`/api/v1/faults?systemId=${systemId}`);
    expect(items[0]).toMatchObject({
      severity: 'critical',
      title: { params: { subject: '/data', value: 96 } },
    });
  });
});

const ruleOf = async (code: string): Promise<FaultRule> =>
  (await hub.get<{ items: FaultRule[] }>('/api/v1/fault-rules')).items.find((one) => one.code === code)!;

describe('rules', () => {
  const own = {
    name: '温度过高',
    condition: {
      signal: 'cpuPercent' as const,
      comparison: 'atLeast' as const,
      threshold: 50,
      forSeconds: 60,
      keepFiringSeconds: 0,
    },
    severity: 'serious' as const,
    isEnabled: true,
  };

  it('are there from the first day on, and can be switched off but not deleted or made others', async () => {
    const { id, condition, severity } = await ruleOf('cpu-busy');
    const changed = await hub.admin<FaultRule>('PUT', `/api/v1/fault-rules/${id}`, {
      name: 'ignored',
      condition: { ...condition!, threshold: 80 },
      severity,
      isEnabled: false,
    });
    expect(changed).toMatchObject({ name: null, condition: { threshold: 80 }, isEnabled: false });
    expect((await hub.as('admin', 'DELETE', `/api/v1/fault-rules/${id}`)).status).toBe(409);
    const other = { name: 'x', condition: { ...condition!, signal: 'load1' }, severity, isEnabled: true };
    expect((await hub.as('admin', 'PUT', `/api/v1/fault-rules/${id}`, other)).status).toBe(400);
  });

  it('of one’s own find faults under their name, until they are deleted', async () => {
    const rule = await hub.admin<FaultRule>('POST', '/api/v1/fault-rules', own);
    const hot = { metrics: { cpuPercent: 70 } };
    await live(every10(0, 60), hot);
    const { items } = await hub.get<FaultsResponse>(`/api/v1/faults?systemId=${systemId}`);
    expect(items.map(({ title }) => title)).toMatchObject([{ code: 'custom', params: { name: '温度过高' } }]);
    await hub.admin('DELETE', `/api/v1/fault-rules/${rule.id}`);
    await look(65);
    expect(await faults()).toEqual(['custom 0–65']);
    const { evidence } = await hub.get<FaultDetail>(`/api/v1/faults/${items[0]!.id}`);
    const { keepFiringSeconds: _, ...judgedBy } = own.condition;
    expect(evidence).toMatchObject({ ...judgedBy, subject: '' });
  });

  it('can be tried on the past', async () => {
    await agent.reportLive(samples(every10(0, 100), { metrics: { cpuPercent: 20 } }));
    await agent.reportLive(samples(every10(110, 200), { metrics: { cpuPercent: 80 } }));
    await agent.reportLive(samples(every10(210, 300), { metrics: { cpuPercent: 30 } }));
    const trial = await hub.admin<RuleTrial>('POST', '/api/v1/fault-rules/trials', {
      condition: own.condition,
      target: { kind: 'system', systemId },
      from: at(0),
      to: at(3600),
    });
    expect(trial).toMatchObject({ sampleCount: 31, goneHourCount: 0 });
    expect(trial.items.map((one) => [secondOf(one.from), secondOf(one.to!), one.worst])).toEqual([
      [110, 210, 80],
    ]);
    expect(trial.items[0]).toMatchObject({ serverId: agent.serverId, serverName: 'web-01', subject: '' });
  });

  it('that past samples tell nothing of cannot be tried', async () => {
    const refused = await hub.as('admin', 'POST', '/api/v1/fault-rules/trials', {
      condition: { ...own.condition, signal: 'diskFullInDays' },
      target: { kind: 'system', systemId },
      from: at(0),
      to: at(3600),
    });
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'trial_impossible' }]);
  });
});
