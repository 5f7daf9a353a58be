import { AccountsService } from '../../apps/server/src/accounts/accounts.service.js';
import { FaultIntake, type ConditionBegun } from '../../apps/server/src/faults/fault-intake.service.js';
import { faultNoticeJob, type FaultNotice } from '../../apps/server/src/faults/fault-notice.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { EventBus } from '../../apps/server/src/platform/event-bus.js';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import {
  errorBodySchema,
  faultDetailSchema,
  faultMeasuresResponseSchema,
  faultsResponseSchema,
  type AuditResponse,
  type Contract,
  type FaultDetail,
  type FaultEntry,
  type Organization,
  type Role,
} from '../../libs/contract/src/index.js';
import { adminPassword, TestHub, type TestAgent } from '../support/test-hub.js';
import { until } from '../support/until.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

let hub: TestHub;
let agent: TestAgent;
let systemId: string;
let projectId: string;
let vendorId: string;
let ownerId: string;
let stranger: string;
const cookies = new Map<Role, string>();
const notices: FaultNotice[] = [];
let conditions = 0;

async function account(username: string, role: Role, organizationId: string): Promise<void> {
  const person = { username, displayName: username, role, organizationId, password: adminPassword };
  await hub.app.get(AccountsService).create(person);
}
async function login(username: string): Promise<string> {
  const response = await hub.request('POST', '/api/v1/session', { username, password: adminPassword });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

beforeAll(async () => {
  hub = await TestHub.start();
  hub.app.get(Jobs).handle<FaultNotice>(faultNoticeJob, (notice) => {
    notices.push(notice);
    return Promise.resolve();
  });
  const organization = async (name: string, kind: string) =>
    (await hub.admin<Organization>('POST', '/api/v1/organizations', { name, kind })).id;
  vendorId = await organization('vendor', 'vendor');
  ownerId = await organization('owner', 'owner');
  agent = await hub.enrol('web-01');
  ({ systemId, projectId } = await hub.place([agent.serverId], 'system', {
    vendor: vendorId,
    owner: ownerId,
  }));
  await account('the-operator', 'operator', vendorId);
  await account('the-owner', 'owner', ownerId);
  await account('a-stranger', 'operator', await organization('other vendor', 'vendor'));
});
// The clock is moved by days, and a login does not last that long.
const logIn = async () => {
  cookies.set('operator', await login('the-operator'));
  cookies.set('owner', await login('the-owner'));
  stranger = await login('a-stranger');
};
beforeEach(logIn);
afterAll(() => hub.stop());

/** What a machine sees begin now, and tells at once. */
function begin(changes: Partial<ConditionBegun> = {}): ConditionBegun {
  const nowMs = hub.clock.nowMs();
  return {
    conditionKey: `condition-${++conditions}`,
    systemId,
    serverId: agent.serverId,
    componentId: null,
    ruleId: 'host-silent',
    severity: 'serious',
    title: { code: 'host-silent', params: {} },
    startAtMs: nowMs,
    detectedAtMs: nowMs,
    evidence: { lastSampleAt: isoAt(nowMs) },
    ...changes,
  };
}
const began = hubWork((intake, client, begun: ConditionBegun) => intake.began(client, begun));
const ended = hubWork((intake, client, conditionKey: string) =>
  intake.ended(client, { conditionKey, atMs: hub.clock.nowMs() }),
);
function hubWork<Given, Result>(
  work: (intake: FaultIntake, client: Parameters<FaultIntake['began']>[0], given: Given) => Promise<Result>,
) {
  return (given: Given): Promise<Result> =>
    hub.app.get(Database).transaction((client) => work(hub.app.get(FaultIntake), client, given));
}

async function sendAs(role: 'operator' | 'owner' | 'admin', path: string, body: object): Promise<Response> {
  const cookie = role === 'admin' ? await hub.cookieOf('admin') : cookies.get(role)!;
  return hub.request('POST', path, body, { cookie });
}
async function enter(
  role: 'operator' | 'owner' | 'admin',
  id: string,
  entry: FaultEntry,
): Promise<FaultDetail> {
  const response = await sendAs(role, `/api/v1/faults/${id}/events`, entry);
  const text = await response.text();
  if (!response.ok) throw new Error(`${entry.action}: ${response.status} ${text}`);
  return faultDetailSchema.parse(JSON.parse(text));
}
async function refused(role: 'operator' | 'owner' | 'admin', id: string, entry: object) {
  const response = await sendAs(role, `/api/v1/faults/${id}/events`, entry);
  return { status: response.status, ...errorBodySchema.parse(await response.json()) };
}
const read = async (id: string) => faultDetailSchema.parse(await hub.get(`/api/v1/faults/${id}`));
const list = async (query = '') => faultsResponseSchema.parse(await hub.get(`/api/v1/faults${query}`));
const isoAt = (ms: number) => new Date(ms).toISOString();

it('lives as defined, from a machine’s word to its closing, with everything on record', async () => {
  const hints: string[] = [];
  const unsubscribe = hub.app.get(EventBus).on('fault.changed', ({ faultId }) => hints.push(faultId));
  const begun = begin();
  const id = await began(begun);
  hub.clock.advance(10 * minuteMs);
  expect(await read(id)).toMatchObject({
    state: 'open',
    source: 'machine',
    systemName: 'system',
    serverName: 'web-01',
    isWatched: true,
    ruleId: 'host-silent',
    response: { state: 'running', deadlineAt: isoAt(begun.startAtMs + 30 * minuteMs) },
    repair: { state: 'running', deadlineAt: isoAt(begun.startAtMs + dayMs) },
  });
  await enter('operator', id, { action: 'acknowledge' });
  hub.clock.advance(50 * minuteMs);
  const asked = await enter('operator', id, { action: 'requestSuspension', note: '等待备件' });
  expect(asked).toMatchObject({
    state: 'responded',
    hasPendingRequest: true,
    possibleActions: expect.anything(),
  });
  expect(asked.possibleActions).not.toContain('approveSuspension');
  const requestId = asked.requests[0]!.id;
  expect(await refused('operator', id, { action: 'approveSuspension', requestId })).toMatchObject({
    status: 403,
    code: 'forbidden',
  });
  hub.clock.advance(hourMs);
  const suspended = await enter('owner', id, { action: 'approveSuspension', requestId, note: '同意' });
  expect(suspended).toMatchObject({ state: 'suspended', repair: { state: 'paused', deadlineAt: null } });
  hub.clock.advance(hourMs);
  await enter('operator', id, { action: 'resume' });
  hub.clock.advance(hourMs);
  expect(await refused('operator', id, { action: 'close', rootCauseCode: 'hardware' })).toMatchObject({
    status: 409,
    code: 'fault_not_possible',
  });
  await ended(begun.conditionKey);
  await ended(begun.conditionKey);
  expect(await refused('operator', id, { action: 'close' })).toMatchObject({ field: 'rootCauseCode' });
  expect(await refused('operator', id, { action: 'close', rootCauseCode: 'gremlins' })).toMatchObject({
    status: 400,
    field: 'rootCauseCode',
  });
  const closed = await enter('operator', id, {
    action: 'close',
    rootCauseCode: 'hardware',
    note: '已更换硬盘',
  });
  expect(closed.state).toBe('closed');
  expect(closed.response).toMatchObject({ state: 'met' });
  expect(closed.repair.state).toBe('met');
  // An hour until asking and one after going on; the two between are suspended.
  expect(Math.round(closed.repair.elapsedMs / minuteMs)).toBe(120);
  expect(closed.timeline.map(({ action, actorName, toState }) => [action, actorName, toState])).toEqual([
    ['detect', 'hub', 'open'],
    ['acknowledge', 'the-operator', 'responded'],
    ['requestSuspension', 'the-operator', 'responded'],
    ['approveSuspension', 'the-owner', 'suspended'],
    ['resume', 'the-operator', 'responded'],
    ['recover', 'hub', 'repaired'],
    ['close', 'the-operator', 'closed'],
  ]);
  expect(closed.requests).toMatchObject([
    {
      reason: '等待备件',
      askedBy: 'the-operator',
      decision: 'approved',
      decidedBy: 'the-owner',
      decisionNote: '同意',
    },
  ]);
  await until('every entry gave notice', () => notices.filter(({ faultId }) => faultId === id).length === 7);
  expect(hints.filter((one) => one === id)).toHaveLength(7);
  unsubscribe();
  const kept = await hub.sql<{ reason: string }>('SELECT reason FROM kept_span WHERE id = $1', [id]);
  expect(kept).toEqual([{ reason: 'fault' }]);
  const audited = await hub.get<AuditResponse>('/api/v1/audit?action=fault');
  expect(audited.items.filter(({ targetId }) => targetId === id).map(({ action }) => action)).toEqual([
    'fault.close',
    'fault.resume',
    'fault.approve-suspension',
    'fault.request-suspension',
    'fault.acknowledge',
  ]);
});

it('is answered once, however many answer at once', async () => {
  const id = await began(begin());
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      sendAs('operator', `/api/v1/faults/${id}/events`, { action: 'acknowledge' }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect((await read(id)).timeline.filter(({ action }) => action === 'acknowledge')).toHaveLength(1);
});

it('a condition has one open fault, comes back within the hour as the same, and later as another', async () => {
  const begun = begin();
  const ids = await Promise.all([began(begun), began(begun), began(begun)]);
  expect(new Set(ids).size).toBe(1);
  const again = () => began(begin({ conditionKey: begun.conditionKey }));
  for (const pauseMs of [minuteMs, minuteMs]) {
    hub.clock.advance(pauseMs);
    await ended(begun.conditionKey);
    hub.clock.advance(pauseMs);
    expect(await again()).toBe(ids[0]);
  }
  expect(await read(ids[0]!)).toMatchObject({ state: 'open', flapCount: 5 });
  hub.clock.advance(minuteMs);
  await ended(begun.conditionKey);
  hub.clock.advance(hourMs + 1000);
  const other = await again();
  expect(other).not.toBe(ids[0]);
  expect((await read(other)).related.find(({ id }) => id === ids[0])).toMatchObject({
    relation: 'condition',
  });
});

it('begins with the earliest moment that a machine tells, and takes the end of nothing for nothing', async () => {
  const begun = begin();
  const id = await began(begun);
  const startAtMs = begun.startAtMs - 5 * minuteMs;
  expect(await began({ ...begun, startAtMs, detectedAtMs: hub.clock.nowMs() })).toBe(id);
  expect(await read(id)).toMatchObject({ startAt: isoAt(startAtMs), detectedAt: isoAt(begun.detectedAtMs) });
  await ended('a condition that never was');
});

it('begins by the hub’s clock where a machine’s is ahead', async () => {
  const nowMs = hub.clock.nowMs();
  const begun = begin({ startAtMs: nowMs + minuteMs, detectedAtMs: nowMs });
  expect(await read(await began(begun))).toMatchObject({ state: 'open', startAt: isoAt(nowMs) });
});

it('what was over before a condition’s last fault began is a fault of its own', async () => {
  const begun = begin();
  const later = await began(begun);
  hub.clock.advance(10 * minuteMs);
  await ended(begun.conditionKey);
  const startAtMs = begun.startAtMs - 3 * hourMs;
  const earlier = await began({ ...begun, startAtMs, detectedAtMs: hub.clock.nowMs() });
  expect(earlier).not.toBe(later);
  await hubWork((intake, client, atMs: number) =>
    intake.ended(client, { conditionKey: begun.conditionKey, atMs }),
  )(startAtMs + hourMs);
  expect(await read(earlier)).toMatchObject({
    startAt: isoAt(startAtMs),
    recoveredAt: isoAt(startAtMs + hourMs),
  });
  expect(await read(later)).toMatchObject({ startAt: isoAt(begun.startAtMs), flapCount: 0 });
  // It is the latest that comes back.
  hub.clock.advance(minuteMs);
  expect(await began(begin({ conditionKey: begun.conditionKey }))).toBe(later);
});

it('ends by a person’s word where a person, and no machine, said that it is back', async () => {
  const begun = begin();
  const id = await began(begun);
  await enter('operator', id, { action: 'acknowledge' });
  hub.clock.advance(minuteMs);
  await ended(begun.conditionKey);
  hub.clock.advance(10 * minuteMs);
  const back = { action: 'reopen', reopenedAt: isoAt(hub.clock.nowMs()), note: '仍无法登录' } as const;
  expect(await enter('owner', id, back)).toMatchObject({ state: 'responded', isWatched: false });
  hub.clock.advance(10 * minuteMs);
  const repair = () => ({ action: 'repair', repairedAt: isoAt(hub.clock.nowMs()) }) as const;
  expect(await enter('operator', id, repair())).toMatchObject({ state: 'repaired' });
  await enter('owner', id, back);
  // Now a machine sees it as well, and only a machine sees it end.
  expect(await began(begin({ conditionKey: begun.conditionKey }))).toBe(id);
  expect(await enter('operator', id, repair())).toMatchObject({ state: 'responded', isWatched: true });
  await ended(begun.conditionKey);
  expect(await read(id)).toMatchObject({ state: 'repaired' });
});

it('a gap that is read again leaves the fault, with its cause', async () => {
  const begun = begin();
  const id = await began(begun);
  hub.clock.advance(minuteMs);
  await ended(begun.conditionKey);
  const reread = hubWork((intake, client, cause: 'network' | 'agent') =>
    intake.reread(client, { conditionKey: begun.conditionKey, cause }),
  );
  await reread('network');
  await reread('network');
  const { cause, timeline } = await read(id);
  expect(cause).toBe('network');
  expect(timeline.filter(({ action }) => action === 'reread')).toHaveLength(1);
});

it('is entered by hand, and ends by a person’s word where no machine watches', async () => {
  const startAt = isoAt(hub.clock.nowMs() - 20 * minuteMs);
  const body = { systemId, text: '市民来电：无法登录', severity: 'minor', startAt };
  const response = await sendAs('operator', '/api/v1/faults', body);
  expect(response.status).toBe(201);
  const { id } = faultDetailSchema.parse(await response.json());
  await enter('operator', id, { action: 'acknowledge' });
  hub.clock.advance(30 * minuteMs);
  const tooEarly = { action: 'repair', repairedAt: isoAt(Date.parse(startAt) - 1) };
  expect(await refused('operator', id, tooEarly)).toMatchObject({
    status: 400,
    code: 'fault_moment_invalid',
    field: 'repairedAt',
  });
  const repairedAt = isoAt(Date.parse(startAt) + 40 * minuteMs);
  const repaired = await enter('operator', id, { action: 'repair', repairedAt });
  expect(repaired).toMatchObject({ state: 'repaired', recoveredAt: repairedAt, isWatched: false });
  hub.clock.advance(2 * hourMs);
  const tooLate = { action: 'reopen', reopenedAt: isoAt(hub.clock.nowMs()), note: '又出现了' };
  expect(await refused('owner', id, tooLate)).toMatchObject({ status: 409, code: 'fault_over_too_long' });
  const ahead = { ...body, startAt: isoAt(hub.clock.nowMs() + hourMs) };
  const early = await sendAs('operator', '/api/v1/faults', ahead);
  expect(errorBodySchema.parse(await early.json())).toMatchObject({
    code: 'fault_moment_invalid',
    field: 'startAt',
  });
});

it('counts in the measures of its month until the owner excludes it', async () => {
  hub.clock.advance(dayMs);
  await logIn();
  const fromMs = hub.clock.nowMs();
  const measures = async () => {
    const query = `systemId=${systemId}&from=${isoAt(fromMs)}&to=${isoAt(fromMs + dayMs)}`;
    const { items } = faultMeasuresResponseSchema.parse(await hub.get(`/api/v1/faults/measures?${query}`));
    return Object.fromEntries(items.map((item) => [item.key, item]));
  };
  expect(await measures()).toMatchObject({
    faultCount: { actual: '0.0000', noValueReason: null },
    repairTimelyRate: { actual: null, noValueReason: 'noFaults' },
  });
  const [onTime, late] = [begin(), begin()];
  const [onTimeId, lateId] = [await began(onTime), await began(late)];
  hub.clock.advance(10 * minuteMs);
  await enter('operator', onTimeId, { action: 'acknowledge' });
  await ended(onTime.conditionKey);
  hub.clock.advance(30 * minuteMs);
  expect((await list(`?isOverdue=true&from=${isoAt(fromMs)}`)).items.map(({ id }) => id)).toEqual([lateId]);
  await ended(late.conditionKey);
  expect(await measures()).toMatchObject({
    faultCount: { actual: '2.0000', evidenceFaultIds: expect.arrayContaining([onTimeId, lateId]) },
    responseTimelyRate: { actual: '50.0000', numerator: '1', denominator: '2' },
    repairTimelyRate: { actual: '100.0000' },
  });
  const asked = await enter('operator', lateId, { action: 'requestExclusion', ground: 'test', note: '演练' });
  expect((await list('?hasPendingRequest=true')).items.map(({ id }) => id)).toEqual([lateId]);
  await enter('owner', lateId, { action: 'approveExclusion', requestId: asked.requests[0]!.id });
  expect(await measures()).toMatchObject({
    faultCount: { actual: '1.0000', evidenceFaultIds: [onTimeId] },
    responseTimelyRate: { actual: '100.0000' },
  });
  expect(await read(lateId)).toMatchObject({ isExcluded: true, response: { state: 'notDue' } });
});

it('is merged by the owner, and its condition then counts as the other’s', async () => {
  const [first, second] = [begin(), begin({ startAtMs: hub.clock.nowMs() + 1 })];
  const [firstId, secondId] = [
    await began(first),
    await began({ ...second, detectedAtMs: second.startAtMs }),
  ];
  const merge = { action: 'merge', intoFaultId: firstId, note: '同一原因' } as const;
  expect(await refused('operator', secondId, merge)).toMatchObject({ code: 'forbidden' });
  expect(await enter('owner', secondId, merge)).toMatchObject({
    state: 'closed',
    mergedIntoFaultId: firstId,
  });
  expect((await read(firstId)).timeline.map(({ action }) => action)).toEqual(['detect', 'absorb']);
  expect(await began(second)).toBe(firstId);
  await ended(second.conditionKey);
  expect(await read(secondId)).toMatchObject({ possibleActions: ['comment'] });
  expect(await refused('owner', firstId, { ...merge, intoFaultId: firstId })).toMatchObject({
    field: 'intoFaultId',
  });
});

it('is not merged into one that is over while it lasts, and waits for no decision once it is', async () => {
  const [first, second] = [begin(), begin()];
  const [firstId, secondId] = [await began(first), await began(second)];
  await enter('operator', secondId, { action: 'requestExclusion', ground: 'test', note: '演练' });
  hub.clock.advance(minuteMs);
  await ended(first.conditionKey);
  const merge = { action: 'merge', intoFaultId: firstId, note: '同一原因' } as const;
  expect(await refused('owner', secondId, merge)).toMatchObject({
    status: 409,
    code: 'fault_not_possible',
    field: 'intoFaultId',
  });
  await ended(second.conditionKey);
  expect(await enter('owner', secondId, merge)).toMatchObject({
    state: 'closed',
    hasPendingRequest: false,
    openRequests: [],
  });
  expect((await list('?hasPendingRequest=true')).items.map(({ id }) => id)).not.toContain(secondId);
});

it('repeats what was over longer ago than usual, where its contract says so', async () => {
  hub.clock.advance(dayMs);
  await logIn();
  const { items } = await hub.get<{ items: Contract[] }>('/api/v1/contracts');
  const { id: contractId, ...contract } = items.find((one) => one.systemId === systemId)!;
  const setRepeatDays = (repeatDays: number | null) =>
    hub.admin('PATCH', `/api/v1/contracts/${contractId}`, {
      ...contract,
      faultTerms: { ...contract.faultTerms, repeatDays },
    });
  await setRepeatDays(90);
  const closed = async () => {
    const begun = begin({ severity: 'minor' });
    const id = await began(begun);
    hub.clock.advance(minuteMs);
    await ended(begun.conditionKey);
    await enter('operator', id, { action: 'close', rootCauseCode: 'network', note: '' });
    return id;
  };
  const earlier = await closed();
  hub.clock.advance(60 * dayMs);
  await logIn();
  const from = hub.clock.nowMs();
  const later = await closed();
  expect((await read(later)).related).toMatchObject([{ id: earlier, relation: 'repeated' }]);
  const query = `systemId=${systemId}&from=${isoAt(from)}&to=${isoAt(from + dayMs)}`;
  const measures = faultMeasuresResponseSchema.parse(await hub.get(`/api/v1/faults/measures?${query}`));
  expect(measures.items.find(({ key }) => key === 'repeatRate')).toMatchObject({ actual: '100.0000' });
  await setRepeatDays(null);
});

it('is judged by a person beside the rule, and by its severity', async () => {
  const id = await began(begin({ stopsCriticalService: true }));
  hub.clock.advance(30 * minuteMs);
  expect((await read(id)).major).toEqual({ byRule: true, byPerson: null, isMajor: true });
  await enter('owner', id, { action: 'declareMajor', isMajor: false, note: '未影响业务' });
  const changed = await enter('owner', id, { action: 'changeSeverity', severity: 'critical', note: '升级' });
  expect(changed).toMatchObject({
    severity: 'critical',
    major: { byRule: true, byPerson: false, isMajor: false },
  });
  expect(
    await refused('operator', id, { action: 'changeSeverity', severity: 'minor', note: '降级' }),
  ).toMatchObject({ code: 'forbidden' });
});

it('lists the latest first, by page and by filter', async () => {
  const { items, total } = await list('?limit=200');
  expect(items).toHaveLength(total);
  const starts = items.map(({ startAt }) => startAt);
  expect(starts).toEqual([...starts].sort().reverse());
  const first = await list('?limit=3');
  const second = await list(`?limit=3&before=${first.items.at(-1)!.id}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
    items.slice(0, 6).map(({ id }) => id),
  );
  const by = async (query: string) => (await list(`?limit=200&${query}`)).items;
  expect((await by('state=closed')).every(({ state }) => state === 'closed')).toBe(true);
  expect((await by('severity=critical')).map(({ severity }) => severity)).toEqual(['critical']);
  expect(await by(`text=${encodeURIComponent('无法登录')}`)).toHaveLength(1);
  expect(await by(`systemId=${crypto.randomUUID()}`)).toEqual([]);
  expect((await by(`serverId=${agent.serverId}`)).length).toBe(total - 1);
  const over = (await by('isOver=true')).length;
  expect(over + (await by('isOver=false')).length).toBe(total);
});

it('is not there for whoever may not see its system, nor for another vendor’s people', async () => {
  const id = await began(begin());
  const asStranger = (method: string, path: string, body?: object) =>
    hub.request(method, path, body, { cookie: stranger });
  expect((await asStranger('GET', `/api/v1/faults/${id}`)).status).toBe(404);
  expect((await asStranger('POST', `/api/v1/faults/${id}/events`, { action: 'acknowledge' })).status).toBe(
    404,
  );
  expect(await (await asStranger('GET', '/api/v1/faults')).json()).toEqual({ items: [], total: 0 });
  const report = { systemId, text: 'x', severity: 'minor', startAt: isoAt(hub.clock.nowMs()) };
  expect((await asStranger('POST', '/api/v1/faults', report)).status).toBe(404);
  const period = `from=${isoAt(hub.clock.nowMs() - dayMs)}&to=${isoAt(hub.clock.nowMs())}`;
  expect((await asStranger('GET', `/api/v1/faults/measures?systemId=${systemId}&${period}`)).status).toBe(
    404,
  );
  expect((await asStranger('GET', `/api/v1/faults/measures?projectId=${projectId}&${period}`)).status).toBe(
    404,
  );
  expect(
    (await hub.request('GET', `/api/v1/faults/${id}`, undefined, { cookie: cookies.get('owner')! })).status,
  ).toBe(200);
  // Another vendor takes the system over: what the first had to answer for is the first's and the owner's.
  const successor = { name: 'successor', kind: 'vendor' };
  const { id: successorId } = await hub.admin<Organization>('POST', '/api/v1/organizations', successor);
  await account('the-successor', 'operator', successorId);
  const handover = isoAt(hub.clock.nowMs());
  const { items } = await hub.get<{ items: Contract[] }>('/api/v1/contracts');
  const { id: contractId, ...contract } = items.find((one) => one.systemId === systemId)!;
  await hub.admin('PATCH', `/api/v1/contracts/${contractId}`, { ...contract, serviceTo: handover });
  await hub.admin('POST', '/api/v1/contracts', {
    ...contract,
    number: 'next',
    vendorOrganizationId: successorId,
    serviceFrom: handover,
  });
  hub.clock.advance(5000);
  const own = await began(begin());
  const seen = await hub.request('GET', '/api/v1/faults', undefined, {
    cookie: await login('the-successor'),
  });
  expect(faultsResponseSchema.parse(await seen.json()).items.map((one) => one.id)).toEqual([own]);
});

it('its timeline takes neither change nor deletion', async () => {
  for (const statement of [
    `UPDATE fault_event SET note = 'x'`,
    'DELETE FROM fault_event',
    'TRUNCATE fault_event',
  ]) {
    await expect(hub.sql(statement)).rejects.toThrow('append-only');
  }
});

it('names its cause from a catalogue that one can extend', async () => {
  const { items } = await hub.get<{ items: { isDefault: boolean }[] }>('/api/v1/root-causes');
  expect(items.every(({ isDefault }) => isDefault)).toBe(true);
  const cause = { rootCauseCode: 'ups', nameChinese: '不间断电源故障', nameEnglish: 'UPS' };
  expect((await sendAs('operator', '/api/v1/root-causes', cause)).status).toBe(403);
  expect(await (await sendAs('owner', '/api/v1/root-causes', cause)).json()).toEqual({
    ...cause,
    isDefault: false,
  });
  const again = await sendAs('owner', '/api/v1/root-causes', cause);
  expect(errorBodySchema.parse(await again.json())).toMatchObject({
    code: 'name_taken',
    field: 'rootCauseCode',
  });
});
