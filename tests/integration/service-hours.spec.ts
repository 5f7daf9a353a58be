import {
  availabilityResponseSchema,
  contractsResponseSchema,
  type Contract,
  type ErrorBody,
  type ServiceCalendar,
} from '../../libs/contract/src/index.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const zoneMs = 8 * 60 * minuteMs;
/** Noon of yesterday in Shanghai, which has no summer time. */
const noonMs = Math.floor((Date.now() + zoneMs) / dayMs) * dayMs - zoneMs - dayMs / 2;
const at = (ms: number) => new Date(ms).toISOString();
const dateOf = (ms: number) => at(ms + zoneMs).slice(0, 10);
const yesterday = dateOf(noonMs);
const weekday = new Date(noonMs + zoneMs).getUTCDay() || 7;

const mornings: ServiceCalendar = {
  workingDays: [1, 2, 3, 4, 5, 6, 7],
  fromTime: '08:30',
  toTime: '12:00',
  holidays: [],
  extraWorkingDays: [],
};

let hub: TestHub;
let agent: TestAgent;
let systemId: string;

beforeAll(async () => {
  hub = await TestHub.start();
  hub.clock.moveTo(noonMs - 10 * minuteMs);
  agent = await hub.enrol('web-01');
  ({ systemId } = await hub.place([agent.serverId], 'portal'));
  const samples = Array.from({ length: 121 }, (_, seq) => sampleAt(noonMs + (seq - 60) * 10_000, seq));
  hub.clock.moveTo(noonMs + 10 * minuteMs);
  await agent.report(samples);
});
afterAll(() => hub.stop());

const contract = async (): Promise<Contract> =>
  contractsResponseSchema
    .parse(await hub.get('/api/v1/contracts'))
    .items.find((one) => one.systemId === systemId)!;

async function withCalendar(serviceCalendar: unknown): Promise<Response> {
  const { id, systemName: _system, vendorOrganizationName: _vendor, ...input } = await contract();
  return hub.as('admin', 'PATCH', `/api/v1/contracts/${id}`, { ...input, serviceCalendar });
}

/** Ten minutes on either side of noon. */
const figures = async (target: string) => {
  const query = `from=${at(noonMs - 10 * minuteMs)}&to=${at(noonMs + 10 * minuteMs)}`;
  const { upMs, outOfServiceMs, intervals } = availabilityResponseSchema.parse(
    await hub.get(`/api/v1/${target}/availability?${query}`),
  );
  const minutes = [upMs, outOfServiceMs].map((ms) => ms / minuteMs);
  return { minutes, lastClass: intervals.at(-1)!.class };
};

it.each<[string, Partial<ServiceCalendar> | null, [number, number]]>([
  ['7×24', null, [20, 0]],
  ['until noon', {}, [10, 10]],
  ['from a quarter to twelve to two minutes to', { fromTime: '11:55', toTime: '11:58' }, [3, 17]],
  ['a holiday', { holidays: [yesterday] }, [0, 20]],
  ['not that day of the week', { workingDays: [(weekday % 7) + 1] }, [0, 20]],
  [
    'not that day of the week, but worked all the same',
    { workingDays: [(weekday % 7) + 1], extraWorkingDays: [yesterday], toTime: '24:00' },
    [20, 0],
  ],
])(
  '%s: what lies outside the hours is out of service, of the system and of its server',
  async (_, changes, minutes) => {
    const calendar = changes && { ...mornings, ...changes };
    expect((await withCalendar(calendar)).status).toBe(200);
    expect((await contract()).serviceCalendar).toEqual(calendar);
    for (const target of [`systems/${systemId}`, `servers/${agent.serverId}`]) {
      const found = await figures(target);
      expect(found.minutes).toEqual(minutes);
      expect(found.lastClass === 'out-of-service').toBe(minutes[1] > 0);
    }
  },
);

it.each([
  ['serviceCalendar.toTime', { toTime: '08:30' }],
  ['serviceCalendar.fromTime', { fromTime: '8:30' }],
  ['serviceCalendar.workingDays', { workingDays: [] }],
  ['serviceCalendar.holidays.0', { holidays: ['2026-02-30'] }],
  ['serviceCalendar.extraWorkingDays', { holidays: [yesterday], extraWorkingDays: [yesterday] }],
])('%s is refused where it makes no sense', async (field, changes) => {
  const answer = await withCalendar({ ...mornings, ...changes });
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as ErrorBody).field).toBe(field);
});

it('the change of a calendar is on record', async () => {
  await withCalendar(mornings);
  const { items } = await hub.get<{ items: { action: string; after: unknown }[] }>(
    '/api/v1/audit?action=contract.change',
  );
  expect(items[0]!.after).toMatchObject({ serviceCalendar: mornings });
});
