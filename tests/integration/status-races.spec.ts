import {
  acknowledgementSchema,
  type AvailabilityResponse,
  type SampleInput,
} from '../../libs/contract/src/index.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { IntervalStore } from '../../apps/server/src/status/interval-store.js';
import type { TestAgent, TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';
import { every10, StatusScene } from '../support/status-scene.js';

const scene = StatusScene.forEachTest();
const { atMs, at, samples, availability, told } = scene;

describe('while samples come in', () => {
  it('no figure misses a gap that was just committed, or counts it as up', async () => {
    await scene.agent.reportLive(samples([0, 10]));
    let last = 10;
    for (let round = 0; round < 15; round++) {
      const next = last + 100;
      scene.hub.clock.moveTo(atMs(next));
      const [, ...meanwhile] = await Promise.all([
        scene.agent.report(samples([next])),
        ...Array.from({ length: 4 }, () => availability(last + 10, next)),
      ]);
      for (const { upMs } of meanwhile) expect(upMs).toBe(0);
      expect(told(await availability(last, next))).toEqual([`${last}–${next} down (frozen)`]);
      last = next;
    }
  });

  it('a reader that waited for another does not take away what came meanwhile', async () => {
    await scene.agent.reportLive(samples([...every10(0, 100), ...every10(200, 250)]));
    await availability(0, 250);
    let figure: Promise<AvailabilityResponse>;
    await scene.hub.app.get(Database).transaction(async (client) => {
      await scene.hub.app.get(IntervalStore).lock(client, [scene.agent.serverId]);
      scene.hub.clock.moveTo(atMs(350));
      await scene.agent.report(samples([350]));
      figure = availability(0, 350);
      await until('the reader that waits', async () => {
        const waiting = await scene.hub.sql(
          `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
            WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`,
        );
        return waiting.length > 0;
      });
      // As the other reader does it, whose lock this is; then samples come late, with a mark of their own.
      await scene.hub.sql('DELETE FROM sample_discontinuity WHERE server_id = $1', [scene.agent.serverId]);
      await scene.agent.report(samples(every10(110, 190)));
    });
    await figure!;
    expect(await availability(100, 200)).toMatchObject({ upMs: 100_000, downMs: 0 });
  });

  describe('at two hubs on one database', () => {
    let other: TestHub;
    beforeAll(async () => {
      other = await scene.hub.another();
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
      const rows = await scene.hub.sql<{ seq: string }>(
        'SELECT seq FROM server_latest WHERE server_id = $1',
        [serverId],
      );
      return Number(rows[0]?.seq);
    };

    it('nothing is lost or double', async () => {
      scene.hub.clock.moveTo(atMs(1000));
      const all = samples([...every10(0, 400), ...every10(600, 1000)]);
      const chunks = Array.from({ length: Math.ceil(all.length / 6) }, (_, index) =>
        all.slice(index * 6, index * 6 + 9),
      );
      const backwards = chunks.map((chunk) => [...chunk].reverse()).reverse();
      const sendAll = async (to: TestHub, ordered: SampleInput[][]): Promise<number> => {
        let accepted = 0;
        for (const chunk of ordered) {
          accepted += await send(to, scene.agent, chunk);
          await to.get(`/api/v1/servers/${scene.agent.serverId}/availability?from=${at(0)}&to=${at(1000)}`);
        }
        return accepted;
      };
      const accepted = await Promise.all([
        sendAll(scene.hub, chunks),
        sendAll(other, backwards),
        sendAll(scene.hub, backwards),
        sendAll(other, chunks),
      ]);
      expect(accepted.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      const stored = await scene.hub.sql<{ seq: string }>(
        'SELECT seq FROM sample_recent WHERE server_id = $1 ORDER BY seq',
        [scene.agent.serverId],
      );
      expect(stored.map(({ seq }) => Number(seq))).toEqual(all.map(({ seq }) => seq));
      expect(await latestSeq(scene.agent)).toBe(1000);
      expect(await availability(0, 1000)).toMatchObject({ upMs: 800_000, downMs: 200_000, unknownMs: 0 });
    });

    it('one goes on from what the other has written, and not from what it wrote itself', async () => {
      const live = async (to: TestHub, seconds: number[]) => {
        for (const second of seconds) {
          scene.hub.clock.moveTo(atMs(second));
          const report = { sentAt: at(second), samples: samples([second]) };
          const headers = { authorization: `Bearer ${scene.agent.credential}` };
          expect((await to.request('POST', '/api/v1/agent/reports', report, headers)).status).toBe(200);
        }
      };
      await live(scene.hub, [0, 10, 20]);
      await live(other, [30, 40, 50]);
      await live(scene.hub, [150]);
      await live(other, [160]);
      expect(await latestSeq(scene.agent)).toBe(160);
      expect(told(await availability(0, 160))).toEqual([
        '0–50 up (samples)',
        '50–150 down (frozen)',
        '150–160 up (samples)',
      ]);
    });

    it('the newest sample stays the latest also of servers heard for the first time', async () => {
      const unheard = await Promise.all(
        Array.from({ length: 12 }, (_, index) => scene.hub.enrol(`web-new-${index}`)),
      );
      scene.hub.clock.moveTo(atMs(1000));
      await Promise.all(
        unheard.flatMap((one, index) => {
          const [newest, older] = index % 2 ? [scene.hub, other] : [other, scene.hub];
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
