import {
  gapReadingsResponseSchema,
  serversResponseSchema,
  type AvailabilityResponse,
} from '../../libs/contract/src/index.js';
import { sampleAt, TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';
import { every10, StatusScene } from '../support/status-scene.js';

const scene = StatusScene.forEachTest();
const { atMs, at, secondOf, hubListened, samples, availability, told } = scene;

const gapReadings = async (from: number, to: number) =>
  gapReadingsResponseSchema.parse(
    await scene.hub.get(`/api/v1/servers/${scene.agent.serverId}/gap-readings?from=${at(from)}&to=${at(to)}`),
  ).items;

describe('each kind of evidence', () => {
  it('samples: up', async () => {
    await scene.agent.reportLive(samples([0, 10, 20, 30]));
    expect(told(await availability(0, 30))).toEqual(['0–30 up (samples)']);
  });

  it('a soft miss: up', async () => {
    await scene.agent.reportLive(samples([0, 10, 40, 50]));
    expect(told(await availability(0, 50))).toEqual([
      '0–10 up (samples)',
      '10–40 up (soft-miss)',
      '40–50 up (samples)',
    ]);
  });

  it('the same run after a gap: frozen, down', async () => {
    await scene.agent.reportLive(samples([0, 10, 41, 50]));
    expect(told(await availability(0, 50))).toEqual([
      '0–10 up (samples)',
      '10–41 down (frozen)',
      '41–50 up (samples)',
    ]);
  });

  it('a new run after a gap: the agent was stopped, unknown', async () => {
    await scene.agent.reportLive([...samples([0, 10]), ...samples([100, 110], { runId: 'run-2' })]);
    expect(told(await availability(0, 110))).toEqual([
      '0–10 up (samples)',
      '10–100 unknown (agent-stopped)',
      '100–110 up (samples)',
    ]);
  });

  it('a boot: down, however short', async () => {
    await scene.agent.reportLive([
      ...samples([0, 10]),
      ...samples([15, 25], { bootId: 'boot-2', runId: 'run-2', monotonicMs: 3000 }),
    ]);
    expect(told(await availability(0, 25))).toEqual([
      '0–10 up (samples)',
      '10–15 down (boot)',
      '15–25 up (samples)',
    ]);
  });

  it('silence: up until the soft-miss limit, then down from the first missed sample', async () => {
    await scene.agent.reportLive(samples([0, 10]));
    scene.hub.clock.moveTo(atMs(35));
    expect(told(await availability(0, 35))).toEqual(['0–10 up (samples)', '10–35 up (soft-miss)']);
    scene.hub.clock.moveTo(atMs(60));
    expect(told(await availability(0, 60))).toEqual(['0–20 up (samples)', '20–60 down (silence)']);
    const { items } = serversResponseSchema.parse(await scene.hub.get('/api/v1/servers'));
    expect(items.find(({ id }) => id === scene.agent.serverId)).toMatchObject({
      status: 'down',
      statusSince: at(20),
    });
  });

  it('a hub outage: unknown, and a soft-miss limit for the host after it', async () => {
    await hubListened([-600, 30], [100, 3600]);
    await scene.agent.reportLive(samples([0, 10]));
    scene.hub.clock.moveTo(atMs(125));
    expect(told(await availability(0, 125))).toEqual([
      '0–10 up (samples)',
      '10–30 up (soft-miss)',
      '30–125 unknown (hub-outage)',
    ]);
    scene.hub.clock.moveTo(atMs(150));
    expect(told(await availability(0, 150)).slice(2)).toEqual([
      '30–110 unknown (hub-outage)',
      '110–150 down (silence)',
    ]);
  });

  it('late samples: up; unreachable where the hub could be reached, and not where it could not', async () => {
    await hubListened([-600, 100], [200, 3600]);
    await scene.agent.reportLive(samples([0, 10]));
    scene.hub.clock.moveTo(atMs(305));
    await scene.agent.report(samples(every10(20, 300)));
    expect(told(await availability(0, 300))).toEqual([
      '0–20 up (samples)',
      '20–100 up (samples, unreachable)',
      '100–200 up (samples)',
      '200–280 up (samples, unreachable)',
      '280–300 up (samples)',
    ]);
  });
});

describe('the heartbeat', () => {
  it('tells of a hub that was stopped, until the spooled samples do better', async () => {
    const first = await TestHub.start();
    try {
      const enrolled = await first.enrol('web-02');
      scene.startMs = first.clock.nowMs();
      await enrolled.report([sampleAt(scene.startMs, 0)]);
      await first.app.close();
      first.clock.advance(600_000);
      const second = await first.another();
      try {
        const path = `/api/v1/servers/${enrolled.serverId}/availability?from=${at(0)}&to=${at(600)}`;
        const silent = await second.get<AvailabilityResponse>(path);
        expect(silent.intervals.at(-1)).toMatchObject({ class: 'unknown', evidence: 'hub-outage' });
        expect(silent.unknownMs).toBeGreaterThan(550_000);
        await second.request(
          'POST',
          '/api/v1/agent/reports',
          {
            sentAt: at(600),
            samples: every10(0, 600).map((second_) => sampleAt(atMs(second_), second_ / 10)),
          },
          { authorization: `Bearer ${enrolled.credential}` },
        );
        const known = await second.get<AvailabilityResponse>(path);
        expect(known).toMatchObject({ upMs: 600_000, unknownMs: 0, downMs: 0 });
        const unreachable = known.intervals.filter(({ isUnreachable }) => isUnreachable);
        expect(unreachable.reduce((sum, one) => sum + secondOf(one.to) - secondOf(one.from), 0)).toBeLessThan(
          30,
        );
      } finally {
        await second.app.close();
      }
    } finally {
      await first.stop();
    }
  });

  it('tells of a hub that was frozen', async () => {
    const frozen = await TestHub.start();
    try {
      scene.startMs = frozen.clock.nowMs();
      const enrolled = await frozen.enrol('web-03');
      await enrolled.report([sampleAt(scene.startMs, 0)]);
      frozen.clock.advance(300_000);
      const path = `/api/v1/servers/${enrolled.serverId}/availability?from=${at(0)}&to=${at(300)}`;
      const { unknownMs } = await until('the heartbeat after the freeze', async () => {
        const answer = await frozen.get<AvailabilityResponse>(path);
        return answer.intervals.at(-1)?.evidence === 'hub-outage' && answer;
      });
      expect(unknownMs).toBeGreaterThan(250_000);
    } finally {
      await frozen.stop();
    }
  });
});

describe('a gap that is read again', () => {
  it('is up once its samples arrive; both readings and their moments stay on record', async () => {
    await scene.agent.reportLive(samples([0, 10]));
    scene.hub.clock.moveTo(atMs(60));
    const [first] = await until('the first reading', async () => {
      const found = await gapReadings(0, 60);
      return found.length > 0 && found;
    });
    expect(first).toMatchObject({ from: at(20), observation: 'down', evidence: 'silence' });
    expect(secondOf(first!.readAt)).toBeGreaterThanOrEqual(60);
    expect(secondOf(first!.readAt)).toBeLessThan(90);

    scene.hub.clock.moveTo(atMs(300));
    await scene.agent.report(samples(every10(20, 300)));
    const after = await availability(0, 300);
    expect(after).toMatchObject({ upMs: 300_000, downMs: 0 });
    const readings = await gapReadings(0, 300);
    expect(readings[0]).toEqual(first);
    expect(readings).toContainEqual(
      expect.objectContaining({ from: first!.from, to: first!.to, observation: 'up', evidence: 'samples' }),
    );
    const again = readings.find(({ observation }) => observation === 'up')!;
    expect(secondOf(again.readAt)).toBeGreaterThanOrEqual(300);
  });

  it('keeps uneventful time between two readings', async () => {
    await scene.agent.reportLive(samples([...every10(0, 100), ...every10(200, 300), ...every10(400, 450)]));
    expect(told(await availability(0, 450))).toEqual([
      '0–100 up (samples)',
      '100–200 down (frozen)',
      '200–300 up (samples)',
      '300–400 down (frozen)',
      '400–450 up (samples)',
    ]);
  });

  it('is read alike whatever the order of arrival', async () => {
    scene.hub.clock.moveTo(atMs(600));
    const all = samples([...every10(0, 50), ...every10(200, 250), ...every10(400, 600)]);
    for (const start of [9, 0, 21, 3, 15, 6, 18, 12, 24, 27, 30]) {
      await scene.agent.report(all.slice(start, start + 3));
      await availability(0, 600);
    }
    expect(told(await availability(0, 600)).filter((line) => !line.includes('up'))).toEqual([
      '50–200 down (frozen)',
      '250–400 down (frozen)',
    ]);
    expect(await availability(0, 600)).toMatchObject({ unknownMs: 0, downMs: 300_000 });
  });
});
