import { DetectionService } from '../../apps/server/src/faults/detection/detection.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import type {
  FaultRule,
  FaultsResponse,
  Probe,
  RuleTrial,
  SampleInput,
} from '../../libs/contract/src/index.js';
import { SignalSources } from '../../apps/server/src/faults/detection/signal-sources.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';
import { until } from '../support/until.js';

let hub: TestHub;
let agent: TestAgent;
let systemId: string;
/** Second 0 of a test. */
let startMs: number;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());

beforeEach(async () => {
  // Each test's servers are its own, and none of those before is listened to any more.
  await hub.sql('UPDATE server SET retired_at = now()');
  await hub.sql('DELETE FROM fault_condition');
  startMs = Math.floor(Date.now() / 1000) * 1000 - 7_200_000;
  hub.clock.moveTo(startMs);
  await hubListened([-86_400, 86_400]);
  agent = await hub.enrol('web-01');
  ({ systemId } = await hub.place([agent.serverId], `system ${startMs}`));
});

const atMs = (second: number): number => startMs + second * 1000;
const at = (second: number): string => new Date(atMs(second)).toISOString();
/** Whole ones: the clock of a test goes on while it looks. */
const secondOf = (instant: string | null): number | null =>
  instant === null ? null : Math.round((Date.parse(instant) - startMs) / 1000);

/** States when the hub listened, whatever its own heartbeat wrote while its clock was being moved. */
async function hubListened(...stretches: [number, number][]): Promise<void> {
  await hub.sql('DELETE FROM hub_run');
  for (const [from, to] of stretches) {
    await hub.sql('INSERT INTO hub_run (id, started_at, last_beat_at) VALUES (gen_random_uuid(), $1, $2)', [
      at(from),
      at(to),
    ]);
  }
}

const samples = (seconds: number[], changes: Partial<SampleInput> = {}): SampleInput[] =>
  seconds.map((second) =>
    sampleAt(atMs(second), second, { monotonicMs: 1_000_000 + second * 1000, ...changes }),
  );
const every10 = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 10 + 1 }, (_, index) => from + index * 10);
const everyMinute = (from: number, to: number) => every10(from, to).filter((second) => second % 60 === 0);

/** Has a look at this second, whoever else looks by himself. */
async function look(second: number): Promise<void> {
  hub.clock.moveTo(atMs(second));
  await hub.app.get(DetectionService).look();
}

/** Reports a sample at each of these seconds, with a look after each. */
async function live(seconds: number[], changes: Partial<SampleInput> = {}, of = agent): Promise<void> {
  for (const sample of samples(seconds, changes)) {
    await of.reportLive([sample]);
    await hub.app.get(DetectionService).look();
  }
}

/** `code from–to` of every fault of the test's system, in seconds. */
async function faults(of = systemId): Promise<string[]> {
  const { items } = await hub.get<FaultsResponse>(`/api/v1/faults?systemId=${of}`);
  return items
    .map((one) => [one.title.code, secondOf(one.startAt), secondOf(one.recoveredAt)] as const)
    .sort((one, other) => one[1]! - other[1]!)
    .map(([code, from, to]) => `${code} ${from}–${to ?? ''}`);
}

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

  it('is none in maintenance, and one from its end on where it is not back', async () => {
    await live(every10(0, 60));
    await hub.sql(
      `INSERT INTO maintenance_window (id, server_id, from_at, to_at, reason) VALUES (gen_random_uuid(), $1, $2, $3, 'x')`,
      [agent.serverId, at(65), at(400)],
    );
    await look(200);
    expect(await faults()).toEqual([]);
    await look(405);
    expect(await faults()).toEqual(['host-silent 400–']);
  });

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
    const { systemId: behind } = await hub.place([inner.serverId], `behind ${startMs}`);
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
      await look(1);
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

  it('goes on in another process of the hub', async () => {
    await live(everyMinute(0, 240), full(92));
    const other = await hub.another();
    try {
      await agent.reportLive(samples([300], full(92)));
      await other.app.get(DetectionService).look();
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
    expect(trial.items.map((one) => [secondOf(one.from), secondOf(one.to), one.worst])).toEqual([
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
