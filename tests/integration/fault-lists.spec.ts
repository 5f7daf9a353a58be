import {
  errorBodySchema,
  faultMeasuresResponseSchema,
  faultsResponseSchema,
  type Organization,
} from '../../libs/contract/src/index.js';
import { FaultScene, isoAt } from '../support/fault-scene.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

let scene: FaultScene;

beforeAll(async () => {
  scene = await FaultScene.start();
});
afterAll(() => scene.hub.stop());

it('counts in the measures of its month until the owner excludes it', async () => {
  scene.hub.clock.advance(dayMs);
  await scene.logIn();
  const fromMs = scene.hub.clock.nowMs();
  const measures = async () => {
    const query = `systemId=${scene.systemId}&from=${isoAt(fromMs)}&to=${isoAt(fromMs + dayMs)}`;
    const { items } = faultMeasuresResponseSchema.parse(
      await scene.hub.get(`/api/v1/faults/measures?${query}`),
    );
    return Object.fromEntries(items.map((item) => [item.key, item]));
  };
  expect(await measures()).toMatchObject({
    faultCount: { actual: '0.0000', noValueReason: null },
    repairTimelyRate: { actual: null, noValueReason: 'noFaults' },
  });
  const [onTime, late] = [scene.begin(), scene.begin()];
  const [onTimeId, lateId] = [await scene.began(onTime), await scene.began(late)];
  scene.hub.clock.advance(10 * minuteMs);
  await scene.enter('operator', onTimeId, { action: 'acknowledge' });
  await scene.ended(onTime.conditionKey);
  scene.hub.clock.advance(30 * minuteMs);
  expect((await scene.list(`?isOverdue=true&from=${isoAt(fromMs)}`)).items.map(({ id }) => id)).toEqual([
    lateId,
  ]);
  await scene.ended(late.conditionKey);
  expect(await measures()).toMatchObject({
    faultCount: { actual: '2.0000', evidenceFaultIds: expect.arrayContaining([onTimeId, lateId]) },
    responseTimelyRate: { actual: '50.0000', numerator: '1', denominator: '2' },
    repairTimelyRate: { actual: '100.0000' },
  });
  const asked = await scene.enter('operator', lateId, {
    action: 'requestExclusion',
    ground: 'test',
    note: '演练',
  });
  expect((await scene.list('?hasPendingRequest=true')).items.map(({ id }) => id)).toEqual([lateId]);
  await scene.enter('owner', lateId, { action: 'approveExclusion', requestId: asked.requests[0]!.id });
  expect(await measures()).toMatchObject({
    faultCount: { actual: '1.0000', evidenceFaultIds: [onTimeId] },
    responseTimelyRate: { actual: '100.0000' },
  });
  expect(await scene.read(lateId)).toMatchObject({ isExcluded: true, response: { state: 'notDue' } });
});

it('repeats what was over longer ago than usual, where its contract says so', async () => {
  scene.hub.clock.advance(dayMs);
  await scene.logIn();
  const [contractId, contract] = await scene.contract();
  const setRepeatDays = (repeatDays: number | null) =>
    scene.hub.admin('PATCH', `/api/v1/contracts/${contractId}`, {
      ...contract,
      faultTerms: { ...contract.faultTerms, repeatDays },
    });
  await setRepeatDays(90);
  const closed = async () => {
    const begun = scene.begin({ severity: 'minor' });
    const id = await scene.began(begun);
    scene.hub.clock.advance(minuteMs);
    await scene.ended(begun.conditionKey);
    await scene.enter('operator', id, { action: 'close', rootCauseCode: 'network', note: '' });
    return id;
  };
  const earlier = await closed();
  scene.hub.clock.advance(60 * dayMs);
  await scene.logIn();
  const from = scene.hub.clock.nowMs();
  const later = await closed();
  expect((await scene.read(later)).related).toMatchObject([{ id: earlier, relation: 'repeated' }]);
  const query = `systemId=${scene.systemId}&from=${isoAt(from)}&to=${isoAt(from + dayMs)}`;
  const measures = faultMeasuresResponseSchema.parse(await scene.hub.get(`/api/v1/faults/measures?${query}`));
  expect(measures.items.find(({ key }) => key === 'repeatRate')).toMatchObject({ actual: '100.0000' });
  await setRepeatDays(null);
});

it('lists the latest first, by page and by filter', async () => {
  const told = { systemId: scene.systemId, text: '市民来电：无法登录', severity: 'critical' };
  const startAt = isoAt(scene.hub.clock.nowMs());
  expect((await scene.sendAs('operator', '/api/v1/faults', { ...told, startAt })).status).toBe(201);
  for (let count = 0; count < 2; count += 1) {
    scene.hub.clock.advance(minuteMs);
    await scene.began(scene.begin());
  }
  const { items, total } = await scene.list('?limit=200');
  expect(total).toBeGreaterThanOrEqual(6);
  expect(items).toHaveLength(total);
  const starts = items.map(({ startAt }) => startAt);
  expect(starts).toEqual([...starts].sort().reverse());
  const first = await scene.list('?limit=3');
  const second = await scene.list(`?limit=3&before=${first.items.at(-1)!.id}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
    items.slice(0, 6).map(({ id }) => id),
  );
  const by = async (query: string) => (await scene.list(`?limit=200&${query}`)).items;
  const closed = (await by('state=closed')).map(({ state }) => state);
  expect(closed.length).toBeGreaterThan(0);
  expect(new Set(closed)).toEqual(new Set(['closed']));
  expect((await by('severity=critical')).map(({ severity }) => severity)).toEqual(['critical']);
  expect(await by(`text=${encodeURIComponent('无法登录')}`)).toHaveLength(1);
  expect(await by(`systemId=${crypto.randomUUID()}`)).toEqual([]);
  expect((await by(`serverId=${scene.agent.serverId}`)).length).toBe(total - 1);
  const over = (await by('isOver=true')).length;
  expect(over).toBeGreaterThan(0);
  expect(over + (await by('isOver=false')).length).toBe(total);
});

it('is not there for whoever may not see its system, nor for another vendor’s people', async () => {
  const id = await scene.began(scene.begin());
  expect((await scene.asStranger('GET', `/api/v1/faults/${id}`)).status).toBe(404);
  expect(
    (await scene.asStranger('POST', `/api/v1/faults/${id}/events`, { action: 'acknowledge' })).status,
  ).toBe(404);
  expect(await (await scene.asStranger('GET', '/api/v1/faults')).json()).toEqual({ items: [], total: 0 });
  const report = {
    systemId: scene.systemId,
    text: 'x',
    severity: 'minor',
    startAt: isoAt(scene.hub.clock.nowMs()),
  };
  expect((await scene.asStranger('POST', '/api/v1/faults', report)).status).toBe(404);
  const period = `from=${isoAt(scene.hub.clock.nowMs() - dayMs)}&to=${isoAt(scene.hub.clock.nowMs())}`;
  expect(
    (await scene.asStranger('GET', `/api/v1/faults/measures?systemId=${scene.systemId}&${period}`)).status,
  ).toBe(404);
  expect(
    (await scene.asStranger('GET', `/api/v1/faults/measures?projectId=${scene.projectId}&${period}`)).status,
  ).toBe(404);
  expect((await scene.asOwner('GET', `/api/v1/faults/${id}`)).status).toBe(200);
  // Another vendor takes the system over: what the first had to answer for is the first's and the owner's.
  const successor = { name: 'successor', kind: 'vendor' };
  const { id: successorId } = await scene.hub.admin<Organization>('POST', '/api/v1/organizations', successor);
  await scene.account('the-successor', 'operator', successorId);
  const handover = isoAt(scene.hub.clock.nowMs());
  const [contractId, contract] = await scene.contract();
  await scene.hub.admin('PATCH', `/api/v1/contracts/${contractId}`, { ...contract, serviceTo: handover });
  await scene.hub.admin('POST', '/api/v1/contracts', {
    ...contract,
    number: 'next',
    vendorOrganizationId: successorId,
    serviceFrom: handover,
  });
  scene.hub.clock.advance(5000);
  const own = await scene.began(scene.begin());
  const seen = await scene.hub.request('GET', '/api/v1/faults', undefined, {
    cookie: await scene.login('the-successor'),
  });
  expect(faultsResponseSchema.parse(await seen.json()).items.map((one) => one.id)).toEqual([own]);
});

it('names its cause from a catalogue that one can extend', async () => {
  const { items } = await scene.hub.get<{ items: { isDefault: boolean }[] }>('/api/v1/root-causes');
  expect(items.every(({ isDefault }) => isDefault)).toBe(true);
  const cause = { rootCauseCode: 'ups', nameChinese: '不间断电源故障', nameEnglish: 'UPS' };
  expect((await scene.sendAs('operator', '/api/v1/root-causes', cause)).status).toBe(403);
  expect(await (await scene.sendAs('owner', '/api/v1/root-causes', cause)).json()).toEqual({
    ...cause,
    isDefault: false,
  });
  const again = await scene.sendAs('owner', '/api/v1/root-causes', cause);
  expect(errorBodySchema.parse(await again.json())).toMatchObject({
    code: 'name_taken',
    field: 'rootCauseCode',
  });
});
