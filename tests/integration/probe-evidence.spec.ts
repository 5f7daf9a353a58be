import type { Acknowledgement, Probe, ProbeResultsResponse } from '../../libs/contract/src/index.js';
import { ProbeSignals } from '../../apps/server/src/faults/detection/probe-signals.service.js';
import { SignalSources } from '../../apps/server/src/faults/detection/signal-sources.js';
import { ProbesService } from '../../apps/server/src/inventory/probes.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { ProbeMonths } from '../../apps/server/src/telemetry/probes/probe-months.js';
import { ProbePlans } from '../../apps/server/src/telemetry/probes/probe-plans.service.js';
import { storedResult } from '../../apps/server/src/telemetry/probes/probe-result.js';
import { ProbeResultStore } from '../../apps/server/src/telemetry/probes/probe-result-store.js';
import { ProbeRunner } from '../../apps/server/src/telemetry/probes/probe-runner.service.js';
import { ProbeStretchStore } from '../../apps/server/src/telemetry/probes/probe-stretch-store.js';
import { every10, StatusScene } from '../support/status-scene.js';
import { sampleAt, type TestAgent } from '../support/test-hub.js';
import { until } from '../support/until.js';

const scene = StatusScene.forEachTest();
const { atMs, at, samples, availability, told } = scene;

// What probes see is what a test says.
beforeAll(() => scene.hub.app.get(ProbeRunner).beforeApplicationShutdown());

const made: string[] = [];
afterEach(async () => {
  for (const id of made.splice(0)) await scene.hub.admin('DELETE', `/api/v1/probes/${id}`);
});

/** A probe that is known to whoever runs it and reads by it. */
async function addProbe(more: object): Promise<Probe> {
  const probe = await scene.hub.admin<Probe>('POST', '/api/v1/probes', {
    name: 'probe',
    target: { kind: 'tcp', host: '127.0.0.1', port: 1 },
    intervalSeconds: 10,
    timeoutSeconds: 5,
    ...more,
  });
  made.push(probe.id);
  const plans = scene.hub.app.get(ProbePlans);
  const isPlanned = () =>
    plans.vouching().some(({ id }) => id === probe.id) ||
    plans.ofAgent(probe.runnerServerId ?? '').some(({ id }) => id === probe.id);
  await until('the probe is planned', isPlanned);
  return probe;
}

/** An agent's report whose sample carries results of a probe: `+` or `-` at seconds of the test. */
const reportResults = (
  prober: TestAgent,
  probe: Probe,
  second: number,
  results: readonly (readonly [number, '+' | '-'])[],
): Promise<Acknowledgement> => {
  const probeResults = results.map(([resultSecond, mark]) => ({
    probeId: probe.id,
    agoMs: (second - resultSecond) * 1000,
    outcome: mark === '+' ? 'ok' : 'timed_out',
    ...(mark === '+' && { durationMs: 12 }),
  }));
  return prober.report([sampleAt(atMs(second), second, { probeResults })]);
};

describe('an independent probe of a host, run by another agent', () => {
  let prober: TestAgent;
  let probe: Probe;
  beforeEach(async () => {
    prober = await scene.hub.enrol('prober-01');
    const [serverId, runnerServerId] = [scene.agent.serverId, prober.serverId];
    probe = await addProbe({ isEvidenceOfHost: true, serverId, runnerServerId });
  });

  it('is in the configuration of that agent, and of no other', async () => {
    const now = scene.samples([0]);
    expect((await prober.report(now)).configuration?.probes).toEqual([
      { id: probe.id, target: probe.target, intervalSeconds: 10, timeoutSeconds: 5 },
    ]);
    expect((await scene.agent.report(now)).configuration?.probes).toEqual([]);
  });

  it('says that a host whose agent is silent is up, and down where it is', async () => {
    await scene.agent.reportLive(samples(every10(0, 20)));
    scene.hub.clock.moveTo(atMs(100));
    await reportResults(prober, probe, 100, [
      [20, '+'],
      [30, '+'],
      [40, '+'],
      [50, '-'],
      [60, '-'],
      [70, '-'],
      [80, '+'],
      [90, '-'],
      [100, '+'],
    ]);
    expect(told(await availability(0, 100))).toEqual([
      '0–20 up (samples)',
      '20–50 up (probe)',
      '50–80 down (probe)',
      '80–100 up (probe)',
    ]);
  });

  it('does not keep a host up for long that answers nobody any more', async () => {
    await scene.agent.reportLive(samples(every10(0, 20)));
    await reportResults(prober, probe, 20, [
      [10, '+'],
      [20, '+'],
    ]);
    // Nobody hears of the prober either, as where it stands behind the same cable.
    scene.hub.clock.moveTo(atMs(60));
    expect(told(await availability(0, 60))).toEqual([
      '0–20 up (samples)',
      '20–45 up (probe)',
      '45–60 down (silence)',
    ]);
  });

  it('has a gap read again when its results come late, and keeps each once', async () => {
    await scene.agent.reportLive([
      ...samples(every10(0, 20)),
      ...samples([200, 210], { bootId: '-', runId: '-' }),
    ]);
    const silent = [
      '0–20 up (samples)',
      '20–30 up (samples)',
      '30–200 down (silence)',
      '200–210 up (samples)',
    ];
    const joined = [silent[0]!.replace('20', '30'), ...silent.slice(2)];
    expect(told(await availability(0, 210))).toEqual(joined);
    const results = every10(20, 200).map((second) => [second, '+'] as const);
    scene.hub.clock.moveTo(atMs(300));
    for (const _again of [1, 2]) await reportResults(prober, probe, 300, results);
    expect(told(await availability(0, 210))).toEqual([
      '0–20 up (samples)',
      '20–200 up (probe)',
      '200–210 up (samples)',
    ]);
    const kept = await scene.hub.get<ProbeResultsResponse>(
      `/api/v1/probes/${probe.id}/results?from=${at(0)}&to=${at(300)}`,
    );
    expect(kept.items).toHaveLength(results.length);
  });

  it('takes nothing of a probe that is another’s, nor of one that makes no sense', async () => {
    const answer = await reportResults(scene.agent, probe, 10, [[10, '+']]);
    expect(answer.results).toMatchObject([{ status: 'accepted' }]);
    const odd = sampleAt(atMs(20), 20, {
      probeResults: [{ probeId: probe.id, agoMs: -5, outcome: 'great' }, 7],
    });
    expect((await prober.report([odd])).results).toMatchObject([{ status: 'accepted' }]);
    expect(await scene.hub.sql('SELECT FROM probe_result WHERE probe_id = $1', [probe.id])).toEqual([]);
  });

  it('gives rules something to judge, each result once', async () => {
    await scene.agent.reportLive(samples(every10(0, 20)));
    scene.hub.clock.moveTo(atMs(40));
    await reportResults(prober, probe, 40, [
      [20, '-'],
      [30, '-'],
      [40, '-'],
    ]);
    // One of its own: the detection that runs beside the test may have taken them.
    const { app, clock } = scene.hub;
    const signals = new ProbeSignals(
      app.get(ProbesService),
      app.get(ProbeStretchStore),
      new SignalSources(),
      app.get(Database),
      clock,
    );
    const found = await signals.read();
    expect(
      found.filter(({ target }) => 'serverId' in target && target.serverId === scene.agent.serverId),
    ).toEqual([
      {
        target: { serverId: scene.agent.serverId },
        signals: [
          {
            name: 'probeFailing',
            subject: probe.id,
            subjectName: probe.name,
            value: 1,
            atMs: atMs(40),
            vouchedMs: 30_000,
          },
        ],
      },
    ]);
    expect(
      (await signals.read()).filter(
        ({ target }) => 'serverId' in target && target.serverId === scene.agent.serverId,
      ),
    ).toEqual([]);
  });
});

describe('canaries', () => {
  /** `+` and `-`, one every ten seconds from second 0. */
  async function saw(probe: Probe, marks: string): Promise<void> {
    const { hub } = scene;
    const definition = (await hub.app.get(ProbesService).byIds([probe.id])).get(probe.id)!;
    const results = [...marks].map((mark, index) =>
      storedResult(atMs(index * 10), { outcome: mark === '+' ? 'ok' : 'timed_out' }),
    );
    await hub.app.get(ProbeMonths).ensure(results.map(({ observedAtMs }) => observedAtMs));
    await hub.app
      .get(Database)
      .transaction((client) => hub.app.get(ProbeResultStore).add(client, [{ probe: definition, results }]));
  }
  const readings = async () => {
    await scene.agent.reportLive(samples(every10(0, 20)));
    scene.hub.clock.moveTo(atMs(200));
    return told(await availability(0, 200));
  };

  it('that are all silent tell that nobody could have been heard', async () => {
    const [first, second] = [await addProbe({ isCanary: true }), await addProbe({ isCanary: true })];
    await saw(first, '++++--------------');
    await saw(second, '+++---------------');
    // From when both are silent; until then nothing had been missed for long.
    expect(await readings()).toEqual([
      '0–20 up (samples)',
      '20–40 up (soft-miss)',
      '40–200 unknown (hub-outage)',
    ]);
  });

  it('of which one answers leave the silence to the host', async () => {
    const [first, second] = [await addProbe({ isCanary: true }), await addProbe({ isCanary: true })];
    await saw(first, '+-------------------');
    await saw(second, '++++++++++++++++++++');
    expect(await readings()).toEqual(['0–30 up (samples)', '30–200 down (silence)']);
  });

  it('that never answered have no say', async () => {
    await saw(await addProbe({ isCanary: true }), '--------------------');
    expect(await readings()).toEqual(['0–30 up (samples)', '30–200 down (silence)']);
  });
});
