import { getRepositoryToken } from '@nestjs/typeorm';
import type { ObjectLiteral, Repository } from 'typeorm';
import {
  acknowledgementSchema,
  availabilityDaysResponseSchema,
  availabilityResponseSchema,
  gapReadingsResponseSchema,
  serversResponseSchema,
  systemsResponseSchema,
  type AvailabilityResponse,
  type SampleInput,
} from '../../libs/contract/src/index.js';
import { Contract } from '../../apps/server/src/inventory/contract.entity.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { IntervalStore } from '../../apps/server/src/status/interval-store.js';
import { MaintenanceWindow } from '../../apps/server/src/inventory/maintenance-window.entity.js';
import { flooredPercent } from '../support/exact.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';
import { until } from '../support/until.js';

let hub: TestHub;
let agent: TestAgent;
/** Second 0 of a test. */
let startMs: number;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());

beforeEach(async () => {
  startMs = Math.floor(Date.now() / 1000) * 1000 - 7_200_000;
  hub.clock.moveTo(startMs);
  await hubListened([-86_400, 86_400]);
  agent = await hub.enrol('web-01');
  await hasBeenEnrolledAt(-7 * 86_400);
});

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

/** Outside every contract a server counts from its enrolment on. */
const hasBeenEnrolledAt = (second: number) =>
  hub.sql('UPDATE server SET enrolled_at = $1 WHERE id = $2', [at(second), agent.serverId]);

const atMs = (second: number): number => startMs + second * 1000;
const at = (second: number): string => new Date(atMs(second)).toISOString();
const secondOf = (instant: string): number => (Date.parse(instant) - startMs) / 1000;

/** Samples taken at these seconds; seq and the monotonic clock follow the time. */
const samples = (seconds: number[], changes: Partial<SampleInput> = {}): SampleInput[] =>
  seconds.map((second) =>
    sampleAt(atMs(second), second, { monotonicMs: 1_000_000 + second * 1000, ...changes }),
  );
const every10 = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 10 + 1 }, (_, index) => from + index * 10);

async function availability(from: number, to: number, of = agent.serverId): Promise<AvailabilityResponse> {
  const path = `/api/v1/servers/${of}/availability?from=${at(from)}&to=${at(to)}`;
  return availabilityResponseSchema.parse(await hub.get(path));
}

/** `from–to class (evidence)` in seconds of the test. */
const told = ({ intervals }: AvailabilityResponse): string[] =>
  intervals.map((one) => {
    const how = one.isUnreachable ? `${one.evidence}, unreachable` : one.evidence;
    return `${secondOf(one.from)}–${secondOf(one.to)} ${one.class} (${how})`;
  });

const gapReadings = async (from: number, to: number) =>
  gapReadingsResponseSchema.parse(
    await hub.get(`/api/v1/servers/${agent.serverId}/gap-readings?from=${at(from)}&to=${at(to)}`),
  ).items;

describe('each kind of evidence', () => {
  it('samples: up', async () => {
    await agent.reportLive(samples([0, 10, 20, 30]));
    expect(told(await availability(0, 30))).toEqual(['0–30 up (samples)']);
  });

  it('a soft miss: up', async () => {
    await agent.reportLive(samples([0, 10, 40, 50]));
    expect(told(await availability(0, 50))).toEqual([
      '0–10 up (samples)',
      '10–40 up (soft-miss)',
      '40–50 up (samples)',
    ]);
  });

  it('the same run after a gap: frozen, down', async () => {
    await agent.reportLive(samples([0, 10, 41, 50]));
    expect(told(await availability(0, 50))).toEqual([
      '0–10 up (samples)',
      '10–41 down (frozen)',
      '41–50 up (samples)',
    ]);
  });

  it('a new run after a gap: the agent was stopped, unknown', async () => {
    await agent.reportLive([...samples([0, 10]), ...samples([100, 110], { runId: 'run-2' })]);
    expect(told(await availability(0, 110))).toEqual([
      '0–10 up (samples)',
      '10–100 unknown (agent-stopped)',
      '100–110 up (samples)',
    ]);
  });

  it('a boot: down, however short', async () => {
    await agent.reportLive([
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
    await agent.reportLive(samples([0, 10]));
    hub.clock.moveTo(atMs(35));
    expect(told(await availability(0, 35))).toEqual(['0–10 up (samples)', '10–35 up (soft-miss)']);
    hub.clock.moveTo(atMs(60));
    expect(told(await availability(0, 60))).toEqual(['0–20 up (samples)', '20–60 down (silence)']);
    const { items } = serversResponseSchema.parse(await hub.get('/api/v1/servers'));
    expect(items.find(({ id }) => id === agent.serverId)).toMatchObject({
      status: 'down',
      statusSince: at(20),
    });
  });

  it('a hub outage: unknown, and a soft-miss limit for the host after it', async () => {
    await hubListened([-600, 30], [100, 3600]);
    await agent.reportLive(samples([0, 10]));
    hub.clock.moveTo(atMs(125));
    expect(told(await availability(0, 125))).toEqual([
      '0–10 up (samples)',
      '10–30 up (soft-miss)',
      '30–125 unknown (hub-outage)',
    ]);
    hub.clock.moveTo(atMs(150));
    expect(told(await availability(0, 150)).slice(2)).toEqual([
      '30–110 unknown (hub-outage)',
      '110–150 down (silence)',
    ]);
  });

  it('late samples: up; unreachable where the hub could be reached, and not where it could not', async () => {
    await hubListened([-600, 100], [200, 3600]);
    await agent.reportLive(samples([0, 10]));
    hub.clock.moveTo(atMs(305));
    await agent.report(samples(every10(20, 300)));
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
      startMs = first.clock.nowMs();
      await enrolled.report([sampleAt(startMs, 0)]);
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
      startMs = frozen.clock.nowMs();
      const enrolled = await frozen.enrol('web-03');
      await enrolled.report([sampleAt(startMs, 0)]);
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
    await agent.reportLive(samples([0, 10]));
    hub.clock.moveTo(atMs(60));
    const [first] = await until('the first reading', async () => {
      const found = await gapReadings(0, 60);
      return found.length > 0 && found;
    });
    expect(first).toMatchObject({ from: at(20), observation: 'down', evidence: 'silence' });
    expect(secondOf(first!.readAt)).toBeGreaterThanOrEqual(60);
    expect(secondOf(first!.readAt)).toBeLessThan(90);

    hub.clock.moveTo(atMs(300));
    await agent.report(samples(every10(20, 300)));
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
    await agent.reportLive(samples([...every10(0, 100), ...every10(200, 300), ...every10(400, 450)]));
    expect(told(await availability(0, 450))).toEqual([
      '0–100 up (samples)',
      '100–200 down (frozen)',
      '200–300 up (samples)',
      '300–400 down (frozen)',
      '400–450 up (samples)',
    ]);
  });

  it('is read alike whatever the order of arrival', async () => {
    hub.clock.moveTo(atMs(600));
    const all = samples([...every10(0, 50), ...every10(200, 250), ...every10(400, 600)]);
    for (const start of [9, 0, 21, 3, 15, 6, 18, 12, 24, 27, 30]) {
      await agent.report(all.slice(start, start + 3));
      await availability(0, 600);
    }
    expect(told(await availability(0, 600)).filter((line) => !line.includes('up'))).toEqual([
      '50–200 down (frozen)',
      '250–400 down (frozen)',
    ]);
    expect(await availability(0, 600)).toMatchObject({ unknownMs: 0, downMs: 300_000 });
  });
});

describe('the figures', () => {
  const repository = <T extends ObjectLiteral>(entity: new () => T): Repository<T> =>
    hub.app.get<Repository<T>>(getRepositoryToken(entity));

  /** Up 0–100, unknown 100–200, up 200–300, down 300–400, up 400–500. */
  const eventful = () => [
    ...samples(every10(0, 100)),
    ...samples([...every10(200, 300), ...every10(400, 500)], { runId: 'run-2' }),
  ];

  const expectExact = (found: Omit<AvailabilityResponse, 'intervals'>) => {
    const { upMs, downMs, unknownMs, maintenanceMs, outOfServiceMs } = found;
    expect(upMs + downMs + unknownMs + maintenanceMs + outOfServiceMs).toBe(
      Date.parse(found.to) - Date.parse(found.from),
    );
    expect(found.availabilityPercent).toBe(flooredPercent(upMs, upMs + downMs));
    expect(found.coveragePercent).toBe(flooredPercent(upMs + downMs, upMs + downMs + unknownMs));
    expect(found.pessimisticPercent).toBe(flooredPercent(upMs, upMs + downMs + unknownMs));
  };

  it('count every millisecond once', async () => {
    await agent.reportLive(eventful());
    const found = await availability(-100, 500);
    expectExact(found);
    expect(found).toMatchObject({
      upMs: 300_000,
      downMs: 100_000,
      unknownMs: 200_000,
      availabilityPercent: '75.0000',
      coveragePercent: '66.6666',
      pessimisticPercent: '50.0000',
      strictPercent: '75.0000',
      upHours: '0.0833',
    });
  });

  it('have no value where nothing is known', async () => {
    hub.clock.moveTo(atMs(100));
    expect(await availability(0, 100)).toMatchObject({
      unknownMs: 100_000,
      availabilityPercent: null,
      coveragePercent: '0.0000',
      strictPercent: null,
    });
  });

  it('leave a server that is in no system out before its enrolment, in its days and in the headline too', async () => {
    await hub.sql('UPDATE server SET retired_at = $1 WHERE id <> $2', [at(0), agent.serverId]);
    await hasBeenEnrolledAt(-60);
    await agent.reportLive(samples(every10(0, 600)));
    const found = await availability(-3600, 600);
    expect(found.intervals[0]).toMatchObject({ class: 'out-of-service', to: at(-60) });
    expect(found).toMatchObject({ upMs: 600_000, unknownMs: 60_000, outOfServiceMs: 3_540_000 });
    const { fleet } = serversResponseSchema.parse(await hub.get('/api/v1/servers'));
    expect(Number(fleet.monthCoveragePercent)).toBeCloseTo((600 / 660) * 100, 0);
    const date = (second: number) => at(second).slice(0, 10);
    const { items } = availabilityDaysResponseSchema.parse(
      await hub.get(
        `/api/v1/servers/${agent.serverId}/availability/days?from=${date(-3 * 86_400)}&to=${date(600)}`,
      ),
    );
    expect(items[0]).toMatchObject({ coveragePercent: null, unknownMs: 0 });
  });

  it('end now', async () => {
    await agent.reportLive(samples([0, 10]));
    const { to } = await availability(0, 3600);
    expect(secondOf(to)).toBeGreaterThanOrEqual(10);
    expect(secondOf(to)).toBeLessThan(20);
  });

  it('leave maintenance out, and the strict one does not', async () => {
    await agent.reportLive(eventful());
    const window = (from: number, to: number, id: string) =>
      repository(MaintenanceWindow).insert({
        id,
        serverId: agent.serverId,
        systemId: null,
        fromAt: new Date(atMs(from)),
        toAt: new Date(atMs(to)),
        reason: '升级',
      });
    await window(290, 350, crypto.randomUUID());
    await window(320, 380, crypto.randomUUID());
    const found = await availability(0, 500);
    expectExact(found);
    expect(found).toMatchObject({
      upMs: 290_000,
      downMs: 20_000,
      unknownMs: 100_000,
      maintenanceMs: 90_000,
      strictPercent: '75.0000',
    });
    expect(told(found)).toContain('300–380 maintenance (frozen)');
  });

  it('leave out what no contract covers, over maintenance and all', async () => {
    const local = await hub.enrol('hub-01', true);
    await local.reportLive(eventful());
    const { items } = systemsResponseSchema.parse(await hub.get('/api/v1/systems'));
    const [system] = items;
    await repository(Contract).update(
      { systemId: system!.id },
      { serviceFrom: new Date(atMs(50)), serviceTo: new Date(atMs(350)) },
    );
    const found = await availability(0, 500, local.serverId);
    expectExact(found);
    expect(found).toMatchObject({
      upMs: 150_000,
      unknownMs: 100_000,
      downMs: 50_000,
      outOfServiceMs: 200_000,
    });

    await repository(Contract).insert({
      id: crypto.randomUUID(),
      systemId: system!.id,
      serviceFrom: new Date(atMs(400)),
      serviceTo: null,
    });
    const renewed = await availability(0, 500, local.serverId);
    expect(renewed).toMatchObject({ upMs: 250_000, downMs: 50_000, outOfServiceMs: 100_000 });
    await repository(Contract).update(
      { systemId: system!.id, serviceFrom: new Date(atMs(50)) },
      { serviceTo: new Date(atMs(360)) },
    );
    const listed = systemsResponseSchema.parse(await hub.get('/api/v1/systems')).items[0]!;
    expect(listed).toMatchObject({ serviceFrom: at(50), serviceTo: null });

    const ofSystem = availabilityResponseSchema.parse(
      await hub.get(`/api/v1/systems/${system!.id}/availability?from=${at(0)}&to=${at(500)}`),
    );
    expectExact(ofSystem);
    expect(ofSystem).toMatchObject({
      upMs: 250_000,
      unknownMs: 100_000,
      downMs: 60_000,
      outOfServiceMs: 90_000,
    });
  });

  it('of days are the sum of the days, and each day what the period says', async () => {
    const dayMs = 86_400_000;
    const midnightMs = Math.floor((Date.now() + 8 * 3_600_000) / dayMs) * dayMs - 8 * 3_600_000 - 5 * dayMs;
    startMs = midnightMs - 300_000;
    await hubListened([-864_000, 864_000]);
    await agent.reportLive(eventful());
    const date = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
    const days = availabilityDaysResponseSchema.parse(
      await hub.get(
        `/api/v1/servers/${agent.serverId}/availability/days?from=${date(midnightMs - dayMs)}&to=${date(midnightMs + dayMs)}`,
      ),
    );
    expect(days.items.map((day) => day.date)).toEqual([-dayMs, 0, dayMs].map((ms) => date(midnightMs + ms)));
    for (const name of ['upMs', 'downMs', 'unknownMs', 'maintenanceMs', 'outOfServiceMs'] as const) {
      expect(days.items.reduce((sum, day) => sum + day[name], 0)).toBe(days.total[name]);
    }
    expectExact(days.total);
    expect(days.items[0]).toMatchObject({ upMs: 200_000, unknownMs: dayMs - 200_000, downMs: 0 });
    expect(days.items[1]).toMatchObject({ downMs: 100_000 });
    expect(days.items[2]).toMatchObject({ upMs: 0, downMs: 0, unknownMs: 0, availabilityPercent: null });
    const midnight = (midnightMs - startMs) / 1000;
    const { upMs, downMs, unknownMs } = await availability(midnight - 86_400, midnight);
    expect(days.items[0]).toMatchObject({ upMs, downMs, unknownMs });
  });
});

describe('while samples come in', () => {
  it('no figure misses a gap that was just committed, or counts it as up', async () => {
    await agent.reportLive(samples([0, 10]));
    let last = 10;
    for (let round = 0; round < 15; round++) {
      const next = last + 100;
      hub.clock.moveTo(atMs(next));
      const [, ...meanwhile] = await Promise.all([
        agent.report(samples([next])),
        ...Array.from({ length: 4 }, () => availability(last + 10, next)),
      ]);
      for (const { upMs } of meanwhile) expect(upMs).toBe(0);
      expect(told(await availability(last, next))).toEqual([`${last}–${next} down (frozen)`]);
      last = next;
    }
  });

  it('a reader that waited for another does not take away what came meanwhile', async () => {
    await agent.reportLive(samples([...every10(0, 100), ...every10(200, 250)]));
    await availability(0, 250);
    let figure: Promise<AvailabilityResponse>;
    await hub.app.get(Database).transaction(async (client) => {
      await hub.app.get(IntervalStore).lock(client, [agent.serverId]);
      hub.clock.moveTo(atMs(350));
      await agent.report(samples([350]));
      figure = availability(0, 350);
      await until('the reader that waits', async () => {
        const waiting = await hub.sql(
          `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
            WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`,
        );
        return waiting.length > 0;
      });
      // As the other reader does it, whose lock this is; then samples come late, with a mark of their own.
      await hub.sql('DELETE FROM sample_discontinuity WHERE server_id = $1', [agent.serverId]);
      await agent.report(samples(every10(110, 190)));
    });
    await figure!;
    expect(await availability(100, 200)).toMatchObject({ upMs: 100_000, downMs: 0 });
  });

  describe('at two hubs on one database', () => {
    let other: TestHub;
    beforeAll(async () => {
      other = await hub.another();
    });
    afterAll(() => other.stop());

    const send = async (to: TestHub, from: TestAgent, records: SampleInput[]): Promise<number> => {
      const response = await to.request(
        'POST',
        '/api/v1/agent/reports',
        { sentAt: at(1000), samples: records },
        { authorization: `Bearer ${from.credential}` },
      );
      expect(response.status).toBe(200);
      const { results } = acknowledgementSchema.parse(await response.json());
      return results.filter(({ status }) => status === 'accepted').length;
    };
    const latestSeq = async ({ serverId }: TestAgent): Promise<number> => {
      const rows = await hub.sql<{ seq: string }>('SELECT seq FROM server_latest WHERE server_id = $1', [
        serverId,
      ]);
      return Number(rows[0]?.seq);
    };

    it('nothing is lost or double', async () => {
      hub.clock.moveTo(atMs(1000));
      const all = samples([...every10(0, 400), ...every10(600, 1000)]);
      const chunks = Array.from({ length: Math.ceil(all.length / 6) }, (_, index) =>
        all.slice(index * 6, index * 6 + 9),
      );
      const backwards = chunks.map((chunk) => [...chunk].reverse()).reverse();
      const sendAll = async (to: TestHub, ordered: SampleInput[][]): Promise<number> => {
        let accepted = 0;
        for (const chunk of ordered) {
          accepted += await send(to, agent, chunk);
          await to.get(`/api/v1/servers/${agent.serverId}/availability?from=${at(0)}&to=${at(1000)}`);
        }
        return accepted;
      };
      const accepted = await Promise.all([
        sendAll(hub, chunks),
        sendAll(other, backwards),
        sendAll(hub, backwards),
        sendAll(other, chunks),
      ]);
      expect(accepted.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      const stored = await hub.sql<{ seq: string }>(
        'SELECT seq FROM sample_recent WHERE server_id = $1 ORDER BY seq',
        [agent.serverId],
      );
      expect(stored.map(({ seq }) => Number(seq))).toEqual(all.map(({ seq }) => seq));
      expect(await latestSeq(agent)).toBe(1000);
      expect(await availability(0, 1000)).toMatchObject({ upMs: 800_000, downMs: 200_000, unknownMs: 0 });
    });

    it('the newest sample stays the latest also of servers heard for the first time', async () => {
      const unheard = await Promise.all(
        Array.from({ length: 12 }, (_, index) => hub.enrol(`web-new-${index}`)),
      );
      hub.clock.moveTo(atMs(1000));
      await Promise.all(
        unheard.flatMap((one, index) => {
          const [newest, older] = index % 2 ? [hub, other] : [other, hub];
          return [send(newest, one, samples([1000])), send(older, one, samples(every10(0, 990)))];
        }),
      );
      for (const one of unheard) {
        expect(await latestSeq(one)).toBe(1000);
        expect(await availability(10, 1000, one.serverId)).toMatchObject({ upMs: 990_000 });
      }
    });
  });
});
