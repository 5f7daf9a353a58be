import { faultNoticeJob, type FaultNotice } from '../../apps/server/src/faults/fault-notice.js';
import { EventBus } from '../../apps/server/src/platform/event-bus.js';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import {
  errorBodySchema,
  faultDetailSchema,
  type AuditResponse,
  type Organization,
} from '../../libs/contract/src/index.js';
import { FaultScene, isoAt } from '../support/fault-scene.js';
import { until } from '../support/until.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

let scene: FaultScene;
const notices: FaultNotice[] = [];

beforeAll(async () => {
  scene = await FaultScene.start();
  scene.hub.app.get(Jobs).handle<FaultNotice>(faultNoticeJob, (notice) => {
    notices.push(notice);
    return Promise.resolve();
  });
});
// The clock is moved, and a login does not last that long.
beforeEach(() => scene.logIn());
afterAll(() => scene.hub.stop());

it('lives as defined, from a machine’s word to its closing, with everything on record', async () => {
  const hints: string[] = [];
  const unsubscribe = scene.hub.app.get(EventBus).on('fault.changed', ({ faultId }) => hints.push(faultId));
  const begun = scene.begin();
  const id = await scene.began(begun);
  scene.hub.clock.advance(10 * minuteMs);
  expect(await scene.read(id)).toMatchObject({
    state: 'open',
    source: 'machine',
    systemName: 'system',
    serverName: 'web-01',
    isWatched: true,
    ruleId: 'host-silent',
    response: { state: 'running', deadlineAt: isoAt(begun.startAtMs + 30 * minuteMs) },
    repair: { state: 'running', deadlineAt: isoAt(begun.startAtMs + dayMs) },
  });
  await scene.enter('operator', id, { action: 'acknowledge' });
  scene.hub.clock.advance(50 * minuteMs);
  const asked = await scene.enter('operator', id, { action: 'requestSuspension', note: '等待备件' });
  expect(asked).toMatchObject({
    state: 'responded',
    hasPendingRequest: true,
    possibleActions: expect.anything(),
  });
  expect(asked.possibleActions).not.toContain('approveSuspension');
  const requestId = asked.requests[0]!.id;
  expect(await scene.refused('operator', id, { action: 'approveSuspension', requestId })).toMatchObject({
    status: 403,
    code: 'forbidden',
  });
  scene.hub.clock.advance(hourMs);
  const suspended = await scene.enter('owner', id, { action: 'approveSuspension', requestId, note: '同意' });
  expect(suspended).toMatchObject({ state: 'suspended', repair: { state: 'paused', deadlineAt: null } });
  scene.hub.clock.advance(hourMs);
  await scene.enter('operator', id, { action: 'resume' });
  scene.hub.clock.advance(hourMs);
  expect(await scene.refused('operator', id, { action: 'close', rootCauseCode: 'hardware' })).toMatchObject({
    status: 409,
    code: 'fault_not_possible',
  });
  await scene.ended(begun.conditionKey);
  await scene.ended(begun.conditionKey);
  expect(await scene.refused('operator', id, { action: 'close' })).toMatchObject({ field: 'rootCauseCode' });
  expect(await scene.refused('operator', id, { action: 'close', rootCauseCode: 'gremlins' })).toMatchObject({
    status: 400,
    field: 'rootCauseCode',
  });
  const closed = await scene.enter('operator', id, {
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
  const kept = await scene.hub.sql<{ reason: string }>('SELECT reason FROM kept_span WHERE id = $1', [id]);
  expect(kept).toEqual([{ reason: 'fault' }]);
  const audited = await scene.hub.get<AuditResponse>('/api/v1/audit?action=fault');
  expect(audited.items.filter(({ targetId }) => targetId === id).map(({ action }) => action)).toEqual([
    'fault.close',
    'fault.resume',
    'fault.approve-suspension',
    'fault.request-suspension',
    'fault.acknowledge',
  ]);
});

it('is answered once, however many answer at once', async () => {
  const id = await scene.began(scene.begin());
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      scene.sendAs('operator', `/api/v1/faults/${id}/events`, { action: 'acknowledge' }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect((await scene.read(id)).timeline.filter(({ action }) => action === 'acknowledge')).toHaveLength(1);
});

it('a condition has one open fault, comes back within the hour as the same, and later as another', async () => {
  const begun = scene.begin();
  const ids = await Promise.all([scene.began(begun), scene.began(begun), scene.began(begun)]);
  expect(new Set(ids).size).toBe(1);
  const again = () => scene.began(scene.begin({ conditionKey: begun.conditionKey }));
  for (const pauseMs of [minuteMs, minuteMs]) {
    scene.hub.clock.advance(pauseMs);
    await scene.ended(begun.conditionKey);
    scene.hub.clock.advance(pauseMs);
    expect(await again()).toBe(ids[0]);
  }
  expect(await scene.read(ids[0]!)).toMatchObject({ state: 'open', flapCount: 5 });
  scene.hub.clock.advance(minuteMs);
  await scene.ended(begun.conditionKey);
  scene.hub.clock.advance(hourMs + 1000);
  const other = await again();
  expect(other).not.toBe(ids[0]);
  expect((await scene.read(other)).related.find(({ id }) => id === ids[0])).toMatchObject({
    relation: 'condition',
  });
});

it('begins with the earliest moment that a machine tells, and takes the end of nothing for nothing', async () => {
  const begun = scene.begin();
  const id = await scene.began(begun);
  const startAtMs = begun.startAtMs - 5 * minuteMs;
  expect(await scene.began({ ...begun, startAtMs, detectedAtMs: scene.hub.clock.nowMs() })).toBe(id);
  expect(await scene.read(id)).toMatchObject({
    startAt: isoAt(startAtMs),
    detectedAt: isoAt(begun.detectedAtMs),
  });
  await scene.ended('a condition that never was');
});

it('begins by the hub’s clock where a machine’s is ahead', async () => {
  const nowMs = scene.hub.clock.nowMs();
  const begun = scene.begin({ startAtMs: nowMs + minuteMs, detectedAtMs: nowMs });
  expect(await scene.read(await scene.began(begun))).toMatchObject({ state: 'open', startAt: isoAt(nowMs) });
});

it('what was over before a condition’s last fault began is a fault of its own', async () => {
  const begun = scene.begin();
  const later = await scene.began(begun);
  scene.hub.clock.advance(10 * minuteMs);
  await scene.ended(begun.conditionKey);
  const startAtMs = begun.startAtMs - 3 * hourMs;
  const earlier = await scene.began({ ...begun, startAtMs, detectedAtMs: scene.hub.clock.nowMs() });
  expect(earlier).not.toBe(later);
  await scene.ended(begun.conditionKey, startAtMs + hourMs);
  expect(await scene.read(earlier)).toMatchObject({
    startAt: isoAt(startAtMs),
    recoveredAt: isoAt(startAtMs + hourMs),
  });
  expect(await scene.read(later)).toMatchObject({ startAt: isoAt(begun.startAtMs), flapCount: 0 });
  // It is the latest that comes back.
  scene.hub.clock.advance(minuteMs);
  expect(await scene.began(scene.begin({ conditionKey: begun.conditionKey }))).toBe(later);
});

it('ends by a person’s word where a person, and no machine, said that it is back', async () => {
  const begun = scene.begin();
  const id = await scene.began(begun);
  await scene.enter('operator', id, { action: 'acknowledge' });
  scene.hub.clock.advance(minuteMs);
  await scene.ended(begun.conditionKey);
  scene.hub.clock.advance(10 * minuteMs);
  const back = { action: 'reopen', reopenedAt: isoAt(scene.hub.clock.nowMs()), note: '仍无法登录' } as const;
  expect(await scene.enter('owner', id, back)).toMatchObject({ state: 'responded', isWatched: false });
  scene.hub.clock.advance(10 * minuteMs);
  const repair = () => ({ action: 'repair', repairedAt: isoAt(scene.hub.clock.nowMs()) }) as const;
  expect(await scene.enter('operator', id, repair())).toMatchObject({ state: 'repaired' });
  await scene.enter('owner', id, back);
  // Now a machine sees it as well, and only a machine sees it end.
  expect(await scene.began(scene.begin({ conditionKey: begun.conditionKey }))).toBe(id);
  expect(await scene.enter('operator', id, repair())).toMatchObject({ state: 'responded', isWatched: true });
  await scene.ended(begun.conditionKey);
  expect(await scene.read(id)).toMatchObject({ state: 'repaired' });
});

it('a gap that is read again leaves the fault, with its cause', async () => {
  const begun = scene.begin();
  const id = await scene.began(begun);
  scene.hub.clock.advance(minuteMs);
  await scene.ended(begun.conditionKey);
  await scene.reread(begun.conditionKey, 'network');
  await scene.reread(begun.conditionKey, 'network');
  const { cause, timeline } = await scene.read(id);
  expect(cause).toBe('network');
  expect(timeline.filter(({ action }) => action === 'reread')).toHaveLength(1);
});

it('is entered by hand, and ends by a person’s word where no machine watches', async () => {
  const startAt = isoAt(scene.hub.clock.nowMs() - 20 * minuteMs);
  const body = { systemId: scene.systemId, text: '市民来电：无法登录', severity: 'minor', startAt };
  const response = await scene.sendAs('operator', '/api/v1/faults', body);
  expect(response.status).toBe(201);
  const { id } = faultDetailSchema.parse(await response.json());
  await scene.enter('operator', id, { action: 'acknowledge' });
  scene.hub.clock.advance(30 * minuteMs);
  const tooEarly = { action: 'repair', repairedAt: isoAt(Date.parse(startAt) - 1) };
  expect(await scene.refused('operator', id, tooEarly)).toMatchObject({
    status: 400,
    code: 'fault_moment_invalid',
    field: 'repairedAt',
  });
  const repairedAt = isoAt(Date.parse(startAt) + 40 * minuteMs);
  const repaired = await scene.enter('operator', id, { action: 'repair', repairedAt });
  expect(repaired).toMatchObject({ state: 'repaired', recoveredAt: repairedAt, isWatched: false });
  scene.hub.clock.advance(2 * hourMs);
  const tooLate = { action: 'reopen', reopenedAt: isoAt(scene.hub.clock.nowMs()), note: '又出现了' };
  expect(await scene.refused('owner', id, tooLate)).toMatchObject({
    status: 409,
    code: 'fault_over_too_long',
  });
  const ahead = { ...body, startAt: isoAt(scene.hub.clock.nowMs() + hourMs) };
  const early = await scene.sendAs('operator', '/api/v1/faults', ahead);
  expect(errorBodySchema.parse(await early.json())).toMatchObject({
    code: 'fault_moment_invalid',
    field: 'startAt',
  });
});

it('is merged by the owner, and its condition then counts as the other’s', async () => {
  const [first, second] = [scene.begin(), scene.begin({ startAtMs: scene.hub.clock.nowMs() + 1 })];
  const [firstId, secondId] = [
    await scene.began(first),
    await scene.began({ ...second, detectedAtMs: second.startAtMs }),
  ];
  const merge = { action: 'merge', intoFaultId: firstId, note: '同一原因' } as const;
  expect(await scene.refused('operator', secondId, merge)).toMatchObject({ code: 'forbidden' });
  expect(await scene.enter('owner', secondId, merge)).toMatchObject({
    state: 'closed',
    mergedIntoFaultId: firstId,
  });
  expect((await scene.read(firstId)).timeline.map(({ action }) => action)).toEqual(['detect', 'absorb']);
  expect(await scene.began(second)).toBe(firstId);
  await scene.ended(second.conditionKey);
  expect(await scene.read(secondId)).toMatchObject({ possibleActions: ['comment'] });
  expect(await scene.refused('owner', firstId, { ...merge, intoFaultId: firstId })).toMatchObject({
    field: 'intoFaultId',
  });
});

it('lasts as long as any of what was merged into it does', async () => {
  const [first, second, third] = [scene.begin(), scene.begin(), scene.begin()];
  const [firstId, secondId, thirdId] = [
    await scene.began(first),
    await scene.began(second),
    await scene.began(third),
  ];
  const merge = (into: string) => ({ action: 'merge', intoFaultId: into, note: '同一原因' }) as const;
  await scene.enter('owner', thirdId, merge(secondId));
  await scene.enter('owner', secondId, merge(firstId));
  scene.hub.clock.advance(minuteMs);
  await scene.ended(first.conditionKey);
  expect(await scene.read(firstId)).toMatchObject({ state: 'open', recoveredAt: null });
  await scene.ended(third.conditionKey);
  await scene.began({ ...third, startAtMs: scene.hub.clock.nowMs(), detectedAtMs: scene.hub.clock.nowMs() });
  scene.hub.clock.advance(minuteMs);
  await scene.ended(second.conditionKey);
  expect(await scene.read(firstId)).toMatchObject({ state: 'open' });
  scene.hub.clock.advance(minuteMs);
  const lastEndMs = scene.hub.clock.nowMs();
  await scene.ended(third.conditionKey, lastEndMs);
  expect(await scene.read(firstId)).toMatchObject({ state: 'repaired', recoveredAt: isoAt(lastEndMs) });
});

it('is watched once it takes in what a machine still sees', async () => {
  const told = { systemId: scene.systemId, text: '电话报障', severity: 'minor' };
  const startAt = isoAt(scene.hub.clock.nowMs());
  const response = await scene.sendAs('operator', '/api/v1/faults', { ...told, startAt });
  const { id } = faultDetailSchema.parse(await response.json());
  await scene.enter('operator', id, { action: 'acknowledge' });
  const seen = scene.begin();
  await scene.enter('owner', await scene.began(seen), { action: 'merge', intoFaultId: id, note: '同一原因' });
  scene.hub.clock.advance(minuteMs);
  const repair = { action: 'repair', repairedAt: isoAt(scene.hub.clock.nowMs()) } as const;
  expect(await scene.enter('operator', id, repair)).toMatchObject({ state: 'responded', isWatched: true });
  await scene.ended(seen.conditionKey);
  expect(await scene.read(id)).toMatchObject({ state: 'repaired' });
});

it('is not merged into one that is over while it lasts, and waits for no decision once it is', async () => {
  const [first, second] = [scene.begin(), scene.begin()];
  const [firstId, secondId] = [await scene.began(first), await scene.began(second)];
  await scene.enter('operator', secondId, { action: 'requestExclusion', ground: 'test', note: '演练' });
  scene.hub.clock.advance(minuteMs);
  await scene.ended(first.conditionKey);
  const merge = { action: 'merge', intoFaultId: firstId, note: '同一原因' } as const;
  expect(await scene.refused('owner', secondId, merge)).toMatchObject({
    status: 409,
    code: 'fault_not_possible',
    field: 'intoFaultId',
  });
  await scene.ended(second.conditionKey);
  expect(await scene.enter('owner', secondId, merge)).toMatchObject({
    state: 'closed',
    hasPendingRequest: false,
    openRequests: [],
  });
  expect((await scene.list('?hasPendingRequest=true')).items.map(({ id }) => id)).not.toContain(secondId);
});

it('is judged by a person beside the rule, and by its severity', async () => {
  const id = await scene.began(scene.begin({ stopsCriticalService: true }));
  scene.hub.clock.advance(30 * minuteMs);
  expect((await scene.read(id)).major).toEqual({ byRule: true, byPerson: null, isMajor: true });
  await scene.enter('owner', id, { action: 'declareMajor', isMajor: false, note: '未影响业务' });
  const changed = await scene.enter('owner', id, {
    action: 'changeSeverity',
    severity: 'critical',
    note: '升级',
  });
  expect(changed).toMatchObject({
    severity: 'critical',
    major: { byRule: true, byPerson: false, isMajor: false },
  });
  expect(
    await scene.refused('operator', id, { action: 'changeSeverity', severity: 'minor', note: '降级' }),
  ).toMatchObject({ code: 'forbidden' });
});

it('its timeline takes neither change nor deletion', async () => {
  for (const statement of [
    `UPDATE fault_event SET note = 'x'`,
    'DELETE FROM fault_event',
    'TRUNCATE fault_event',
  ]) {
    await expect(scene.hub.sql(statement)).rejects.toThrow('append-only');
  }
});

it('is entered by no vendor in the time of another vendor’s contract, at its start or when it turns out earlier', async () => {
  const [contractId, contract] = await scene.contract();
  const handover = isoAt(scene.hub.clock.nowMs() - 10 * minuteMs);
  const before = { name: 'predecessor', kind: 'vendor' };
  const { id: vendorOrganizationId } = await scene.hub.admin<Organization>(
    'POST',
    '/api/v1/organizations',
    before,
  );
  await scene.hub.admin('PATCH', `/api/v1/contracts/${contractId}`, { ...contract, serviceFrom: handover });
  await scene.hub.admin('POST', '/api/v1/contracts', {
    ...contract,
    number: 'before',
    vendorOrganizationId,
    serviceTo: handover,
  });
  const startAt = isoAt(scene.hub.clock.nowMs() - 20 * minuteMs);
  const report = { systemId: scene.systemId, text: '无法登录', severity: 'minor' };
  const early = await scene.sendAs('operator', '/api/v1/faults', { ...report, startAt });
  expect(errorBodySchema.parse(await early.json())).toMatchObject({
    code: 'invalid_request',
    field: 'startAt',
  });
  const own = { ...report, startAt: isoAt(scene.hub.clock.nowMs() - 5 * minuteMs) };
  const response = await scene.sendAs('operator', '/api/v1/faults', own);
  const { id } = faultDetailSchema.parse(await response.json());
  const earlier = { action: 'report', startAt, note: '更早' } as const;
  expect(await scene.refused('operator', id, earlier)).toMatchObject({
    code: 'invalid_request',
    field: 'startAt',
  });
  expect(await scene.enter('owner', id, earlier)).toMatchObject({ startAt });
});
