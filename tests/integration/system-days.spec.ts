import {
  systemAvailabilityDaysResponseSchema,
  systemsAvailabilityDaysResponseSchema,
  type SystemAvailabilityDaysResponse,
} from '../../libs/contract/src/index.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

const shanghaiAheadMs = 8 * 3_600_000;

let hub: TestHub;
let agent: TestAgent;
let systemId: string;

beforeEach(async () => {
  hub = await TestHub.start();
  agent = await hub.enrol('web-01');
  ({ systemId } = await hub.place([agent.serverId]));
});
afterEach(() => hub.stop());

const dateOf = (ms: number) => new Date(ms + shanghaiAheadMs).toISOString().slice(0, 10);
const year = () => `from=${dateOf(hub.clock.nowMs() - 365 * 86_400_000)}&to=${dateOf(hub.clock.nowMs())}`;
const read = async (): Promise<SystemAvailabilityDaysResponse> =>
  systemAvailabilityDaysResponseSchema.parse(
    await hub.get(`/api/v1/systems/${systemId}/availability/days?${year()}`),
  );
const promise = (availabilityPercentMin: string) =>
  hub.sql('UPDATE contract SET promises = $2 WHERE system_id = $1', [systemId, { availabilityPercentMin }]);
const beInServiceFrom = (fromMs: number) =>
  hub.sql('UPDATE contract SET service_from = $2 WHERE system_id = $1', [systemId, new Date(fromMs)]);
/** Ten minutes of samples, and then silence for as long. @returns when they began, in epoch milliseconds */
async function beUpAndThenDown(): Promise<number> {
  const startMs = hub.clock.nowMs();
  await agent.reportLive(
    Array.from({ length: 61 }, (_, index) => sampleAt(startMs + index * 10_000, index + 1)),
  );
  hub.clock.advance(600_000);
  // The hub listened throughout, whatever its heartbeat wrote while its clock was being moved.
  await hub.sql('DELETE FROM hub_run');
  await hub.sql('INSERT INTO hub_run (id, started_at, last_beat_at) VALUES (gen_random_uuid(), $1, $2)', [
    new Date(startMs - 86_400_000),
    new Date(startMs + 86_400_000),
  ]);
  return startMs;
}
const sums = (rows: readonly { upMs: number; downMs: number; unknownMs: number; outOfServiceMs: number }[]) =>
  (['upMs', 'downMs', 'unknownMs', 'outOfServiceMs'] as const).map((name) =>
    rows.reduce((sum, row) => sum + row[name], 0),
  );

it('one call answers a year: days, months and the whole come to the same', async () => {
  await beUpAndThenDown();
  const found = await read();
  expect(found.items).toHaveLength(366);
  expect(found.months.length).toBeGreaterThanOrEqual(12);
  expect(sums(found.months)).toEqual(sums([found.total]));
  expect(sums(found.items)).toEqual(sums([found.total]));
  // Down from the first sample that was missed.
  expect(found.total.upMs).toBe(610_000);
  expect(found.total.downMs).toBeGreaterThanOrEqual(590_000);
  expect(found.status).toBe('down');
});

it('each month stands against what its contract promises, compared exactly', async () => {
  const startMs = await beUpAndThenDown();
  await beInServiceFrom(startMs);
  expect((await read()).months.at(-1)).toMatchObject({ targetPercentMin: null, isTargetMet: null });
  await promise('99.9');
  expect((await read()).months.at(-1)).toMatchObject({ targetPercentMin: '99.9', isTargetMet: false });
  await promise('50');
  expect((await read()).months.at(-1)).toMatchObject({ targetPercentMin: '50', isTargetMet: true });
  expect((await read()).months[0]).toMatchObject({ availabilityPercent: null, isTargetMet: null });
});

it('a promise is neither kept nor broken by a month of which too little is known for a score', async () => {
  const startMs = await beUpAndThenDown();
  for (const promised of ['99.9', '50']) {
    await promise(promised);
    await beInServiceFrom(startMs - 120_000);
    const month = (await read()).months.at(-1)!;
    expect(Number(month.coveragePercent)).toBeLessThan(95);
    expect(month).toMatchObject({ targetPercentMin: promised, isTargetMet: null });
    await beInServiceFrom(startMs - 30_000);
    expect((await read()).months.at(-1)!.isTargetMet).toBe(promised === '50');
  }
});

it('all systems at once are told as each by itself', async () => {
  await beUpAndThenDown();
  const other = await hub.place([], 'empty');
  const { items } = systemsAvailabilityDaysResponseSchema.parse(
    await hub.get(`/api/v1/systems/availability/days?${year()}`),
  );
  expect(items.map((one) => one.systemId).sort()).toEqual([systemId, other.systemId].sort());
  const { items: days, status } = await read();
  const own = items.find((one) => one.systemId === systemId)!;
  expect(own.status).toBe(status);
  expect(own.items.slice(0, -1)).toEqual(days.slice(0, -1));
  const tooLong = await hub.as(
    'admin',
    'GET',
    '/api/v1/systems/availability/days?from=2020-01-01&to=2026-01-01',
  );
  expect(tooLong.status).toBe(400);
});
