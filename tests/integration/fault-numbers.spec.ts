import { FaultIntake } from '../../apps/server/src/faults/fault-intake.service.js';
import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import {
  errorBodySchema,
  faultDetailSchema,
  faultPeopleResponseSchema,
  faultsResponseSchema,
  type FaultDetail,
  type FaultEntry,
  type Organization,
} from '../../libs/contract/src/index.js';
import { adminPassword, TestHub } from '../support/test-hub.js';

let hub: TestHub;
let systemId: string;
let vendorId: string;

beforeAll(async () => {
  hub = await TestHub.start();
  // Shanghai, 1 January 2027, 00:30.
  hub.clock.moveTo(Date.parse('2026-12-31T16:30:00Z'));
  const vendor = { name: 'vendor', kind: 'vendor' };
  vendorId = (await hub.admin<Organization>('POST', '/api/v1/organizations', vendor)).id;
  ({ systemId } = await hub.place([], 'portal', { vendor: vendorId }));
});
afterAll(() => hub.stop());

const report = async (text: string, startAt: string): Promise<FaultDetail> =>
  faultDetailSchema.parse(
    await hub.admin('POST', '/api/v1/faults', { systemId, text, startAt, severity: 'minor' }),
  );
const enter = (id: string, entry: FaultEntry) =>
  hub.as('admin', 'POST', `/api/v1/faults/${id}/events`, entry);
const numbersOf = async (query: string) =>
  faultsResponseSchema.parse(await hub.get(`/api/v1/faults?${query}`)).items.map(({ number }) => number);
async function account(username: string, organizationId: string | null) {
  const person = { username, displayName: username, role: 'operator' as const, organizationId };
  return hub.app.get(AccountsService).create({ ...person, password: adminPassword });
}

it('numbers faults in the year of their start, on the organisation’s clocks', async () => {
  const startedAt = ['2026-12-31T15:59:59Z', '2026-12-31T16:00:00Z', '2026-12-31T16:10:00Z'];
  const numbers: string[] = [];
  for (const startAt of startedAt) numbers.push((await report('nothing goes', startAt)).number);
  expect(numbers).toEqual(['F-2026-0001', 'F-2027-0001', 'F-2027-0002']);
  expect(await numbersOf('text=2027-0002')).toEqual(['F-2027-0002']);
});

it('gives each of many that begin at once a number of its own', async () => {
  const database = hub.app.get(Database);
  const nowMs = hub.clock.nowMs();
  const before = await numbersOf('limit=200');
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      database.transaction((client) =>
        hub.app.get(FaultIntake).began(client, {
          conditionKey: `many-${index}`,
          systemId,
          serverId: null,
          componentId: null,
          ruleId: null,
          severity: 'minor',
          title: { code: 'host-silent', params: {} },
          startAtMs: nowMs,
          detectedAtMs: nowMs,
          evidence: {},
        }),
      ),
    ),
  );
  const after = await numbersOf('limit=200');
  expect(new Set(after).size).toBe(before.length + 8);
});

it('finds faults by the words of their titles, and not by those of other titles', async () => {
  expect(await numbersOf(`text=${encodeURIComponent('失联')}`)).toHaveLength(8);
  expect(await numbersOf('text=reporting')).toHaveLength(8);
  expect(await numbersOf('text=goes')).toHaveLength(3);
});

it('is given to whoever works on it, answered or not, and no clock minds', async () => {
  const [zhou, other] = [await account('zhou', vendorId), await account('other', null)];
  const fault = await report('slow', '2026-12-31T16:20:00Z');
  const people = faultPeopleResponseSchema.parse(await hub.get(`/api/v1/faults/${fault.id}/assignees`));
  expect(people.items.map(({ displayName }) => displayName)).toEqual(
    expect.arrayContaining(['zhou', '管理员']),
  );
  expect(people.items.map(({ id }) => id)).not.toContain(other.id);

  const refused = await enter(fault.id, { action: 'assign', assigneeId: other.id });
  expect(refused.status).toBe(400);
  expect(errorBodySchema.parse(await refused.json()).field).toBe('assigneeId');

  const given = faultDetailSchema.parse(
    await (await enter(fault.id, { action: 'assign', assigneeId: zhou.id, note: 'your turn' })).json(),
  );
  expect(given.assignee).toEqual({ id: zhou.id, displayName: 'zhou' });
  expect(given.response.state).toBe('running');
  expect(given.timeline.at(-1)).toMatchObject({ action: 'assign', note: 'your turn' });
  expect(await numbersOf(`assigneeId=${zhou.id}`)).toEqual([fault.number]);

  await enter(fault.id, { action: 'assign', assigneeId: null });
  const answered = faultDetailSchema.parse(await (await enter(fault.id, { action: 'acknowledge' })).json());
  expect(answered.assignee?.displayName).toBe('管理员');
});

it('says in lists what waits for the owner, and what may be done', async () => {
  const fault = await report('waits', '2026-12-31T16:25:00Z');
  await enter(fault.id, { action: 'acknowledge' });
  await enter(fault.id, { action: 'requestSuspension', note: 'for the carrier' });
  const [listed] = faultsResponseSchema.parse(await hub.get('/api/v1/faults?text=waits')).items;
  expect(listed).toMatchObject({
    hasPendingRequest: true,
    openRequests: [{ kind: 'suspension', reason: 'for the carrier', decision: 'pending' }],
  });
  expect(listed!.possibleActions).toEqual(expect.arrayContaining(['repair', 'assign']));
  expect(listed!.possibleActions).not.toContain('approveSuspension');
});
