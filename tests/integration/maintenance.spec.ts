import crypto from 'node:crypto';
import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import type {
  AvailabilityResponse,
  ErrorBody,
  MaintenancePreviewResponse,
  MaintenanceWindow,
  Role,
} from '../../libs/contract/src/index.js';
import { adminPassword, sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

const api = '/api/v1/maintenance-windows';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let hub: TestHub;
let agent: TestAgent;
let systemId: string;
let people: Record<'operator' | 'owner', string>;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());
beforeEach(async () => {
  const names = crypto.randomUUID().slice(0, 8);
  agent = await hub.enrol(`web-${names}`);
  const organization = async (kind: string) =>
    (await hub.admin<{ id: string }>('POST', '/api/v1/organizations', { name: `${kind} ${names}`, kind })).id;
  const [vendor, owner] = [await organization('vendor'), await organization('owner')];
  ({ systemId } = await hub.place([agent.serverId], `system ${names}`, { owner, vendor }));
  people = {
    operator: await loggedIn(`operator-${names}`, 'operator', vendor),
    owner: await loggedIn(`owner-${names}`, 'owner', owner),
  };
});

async function loggedIn(username: string, role: Role, organizationId: string): Promise<string> {
  await hub.app
    .get(AccountsService)
    .create({ username, displayName: username, role, organizationId, password: adminPassword });
  const response = await hub.request('POST', '/api/v1/session', { username, password: adminPassword });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

const at = (ms: number) => new Date(hub.clock.nowMs() + ms).toISOString();
/** Exactly as long as it says: the clock of a test goes on between two looks at it. */
function window(fromMs: number, toMs: number, more: object = {}) {
  const from = at(fromMs);
  return {
    target: { kind: 'system', systemId },
    from,
    to: new Date(Date.parse(from) + toMs - fromMs).toISOString(),
    reason: '升级数据库',
    ...more,
  };
}
async function said<T>(who: keyof typeof people, method: string, path: string, body?: unknown) {
  const response = await hub.request(method, path, body, { cookie: people[who] });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T & Partial<ErrorBody> };
}
const maintenanceMs = async (fromMs: number, toMs: number) => {
  const period = new URLSearchParams({ from: at(fromMs), to: at(toMs) });
  const path = `/api/v1/systems/${systemId}/availability?${period}`;
  return (await hub.get<AvailabilityResponse>(path)).maintenanceMs;
};

describe('maintenance that recurs', () => {
  it('counts at each occurrence, but for one that was called off', async () => {
    await agent.report([sampleAt(hub.clock.nowMs(), 1)]);
    const series = window(hourMs, 2 * hourMs, { recurrence: 'FREQ=DAILY;COUNT=3' });
    const made = await said<MaintenanceWindow>('owner', 'POST', api, series);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      from: series.from,
      to: series.to,
      until: new Date(Date.parse(series.to) + 2 * dayMs).toISOString(),
      state: 'approved',
      request: null,
    });
    const second = made.body.occurrences[1]!;
    expect(made.body.occurrences).toHaveLength(3);
    expect(Date.parse(second.from) - Date.parse(series.from)).toBe(dayMs);

    const path = `${api}/${made.body.id}/cancellations`;
    const cancelled = await said<MaintenanceWindow>('owner', 'POST', path, { from: second.from });
    expect(cancelled.body.occurrences.map(({ from }) => from)).toEqual(
      [0, 2].map((index) => made.body.occurrences[index]!.from),
    );
    expect(await said('owner', 'POST', path, { from: second.from })).toMatchObject({ status: 404 });
    hub.clock.advance(3 * dayMs);
    expect(await maintenanceMs(-4 * dayMs, 0)).toBe(2 * hourMs);
    const over = await hub.as('admin', 'DELETE', `${api}/${made.body.id}`);
    expect([over.status, ((await over.json()) as ErrorBody).code]).toEqual([409, 'maintenance_over']);
  });

  it('ends now when its series is ended, and what has passed stays', async () => {
    await agent.report([sampleAt(hub.clock.nowMs(), 1)]);
    const series = window(hourMs, 2 * hourMs, { recurrence: 'FREQ=DAILY;COUNT=30' });
    const { body } = await said<MaintenanceWindow>('owner', 'POST', api, series);
    hub.clock.advance(1.5 * hourMs);
    const begun = await said('owner', 'POST', `${api}/${body.id}/cancellations`, { from: body.from });
    expect(begun.body.code).toBe('maintenance_begun');
    expect((await said('owner', 'DELETE', `${api}/${body.id}`)).status).toBe(204);
    hub.clock.advance(3 * dayMs);
    const left = await maintenanceMs(-4 * dayMs, 0);
    expect(left).toBeGreaterThanOrEqual(hourMs / 2);
    expect(left).toBeLessThan(hourMs / 2 + 60_000);
  });

  it('is shown before it is entered, and a rule that is none is refused by its name', async () => {
    const preview = (recurrence: string) =>
      said<MaintenancePreviewResponse>(
        'owner',
        'GET',
        `${api}/preview?${new URLSearchParams({ from: at(hourMs), to: at(2 * hourMs), recurrence })}`,
      );
    const shown = await preview('FREQ=WEEKLY;BYDAY=MO,TH;COUNT=12');
    expect(shown.body).toMatchObject({ count: 12 });
    expect(shown.body.items).toHaveLength(5);
    for (const rule of ['FREQ=DAILY', 'FREQ=SECONDLY;COUNT=2', 'FREQ=DAILY;COUNT=5000', 'nonsense']) {
      expect(await preview(rule)).toMatchObject({
        status: 400,
        body: { code: 'invalid_request', field: 'recurrence' },
      });
    }
    const late = window(-60_000, hourMs, { recurrence: 'FREQ=DAILY;COUNT=2' });
    expect((await said('owner', 'POST', api, late)).body.code).toBe('in_the_past');
  });
});

describe('maintenance that a vendor asks for', () => {
  const past = () => window(-2 * hourMs, -hourMs);

  it('counts once its owner has approved it, and from then on', async () => {
    await agent.report([sampleAt(hub.clock.nowMs(), 1)]);
    const asked = await said<MaintenanceWindow>('operator', 'POST', `${api}/requests`, past());
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ state: 'requested', decision: null });
    expect(asked.body.request!.by).toMatch(/^operator-/);
    expect(await maintenanceMs(-dayMs, 0)).toBe(0);

    const decision = `${api}/requests/${asked.body.id}/decision`;
    expect((await said('operator', 'POST', decision, { isApproved: true })).status).toBe(403);
    const approved = await said<MaintenanceWindow>('owner', 'POST', decision, { isApproved: true });
    expect(approved.body).toMatchObject({ state: 'approved', decision: { note: '' } });
    expect(await maintenanceMs(-dayMs, 0)).toBe(hourMs);
    expect((await said('owner', 'POST', decision, { isApproved: true })).body.code).toBe(
      'maintenance_decided',
    );
    const { items } = await hub.get<{ items: { action: string; targetId: string }[] }>('/api/v1/audit');
    expect(items.filter(({ targetId }) => targetId === asked.body.id).map(({ action }) => action)).toEqual([
      'maintenance.approve',
      'maintenance.request',
    ]);
  });

  it('never counts when it is refused, which says why, or taken back', async () => {
    const ask = async () =>
      (await said<MaintenanceWindow>('operator', 'POST', `${api}/requests`, past())).body.id;
    const [refused, withdrawn] = [await ask(), await ask()];
    const decision = `${api}/requests/${refused}/decision`;
    expect((await said('owner', 'POST', decision, { isApproved: false })).body).toMatchObject({
      field: 'note',
    });
    const answer = { isApproved: false, note: '没有事先通知' };
    expect((await said<MaintenanceWindow>('owner', 'POST', decision, answer)).body).toMatchObject({
      state: 'refused',
      decision: { note: '没有事先通知' },
    });
    expect((await said('operator', 'DELETE', `${api}/requests/${withdrawn}`)).status).toBe(204);
    expect((await said('operator', 'DELETE', `${api}/requests/${refused}`)).body.code).toBe(
      'maintenance_decided',
    );
    expect((await said('owner', 'DELETE', `${api}/${refused}`)).body.code).toBe('maintenance_not_approved');
    expect(await maintenanceMs(-dayMs, 0)).toBe(0);
  });

  it('is bounded, and stays within what somebody sees', async () => {
    const tooOld = window(-400 * dayMs, -399 * dayMs);
    expect((await said('operator', 'POST', `${api}/requests`, tooOld)).body.code).toBe('in_the_past');
    expect((await said('owner', 'POST', `${api}/requests`, past())).status).toBe(403);
    const { body } = await said<MaintenanceWindow>('operator', 'POST', `${api}/requests`, past());
    const stranger = (
      await hub.admin<{ id: string }>('POST', '/api/v1/organizations', {
        name: `stranger ${body.id}`,
        kind: 'owner',
      })
    ).id;
    people.owner = await loggedIn(`stranger-${body.id.slice(0, 8)}`, 'owner', stranger);
    expect(
      (await said('owner', 'POST', `${api}/requests/${body.id}/decision`, { isApproved: true })).status,
    ).toBe(404);
  });
});
