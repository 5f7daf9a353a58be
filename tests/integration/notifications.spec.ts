import crypto from 'node:crypto';
import type { Fault, FaultDetail } from '../../libs/contract/src/index.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import { secondMs, minuteMs, hourMs, NoticeScene } from '../support/notice-scene.js';
import type { TestHub } from '../support/test-hub.js';

const scene = NoticeScene.forFile();
const { listenedTo, begin, end, heard, pass, fateOf } = scene;
let hub: TestHub;
beforeAll(() => {
  ({ hub } = scene);
});

describe('a fault', () => {
  it('is told when it begins and when it recovered, with where to look', async () => {
    const { systemId, name, payloads } = await listenedTo();
    const key = crypto.randomUUID();
    const [faultId] = await begin(systemId, [key]);
    await heard();
    expect((await fateOf(faultId!)).waiting).toMatchObject([{ kind: 'began', reason: 'grouping' }]);
    await pass(16 * secondMs);
    expect(payloads()).toMatchObject([
      {
        version: 1,
        kind: 'faults',
        title: '【运衡】故障告警：主机失联',
        text: expect.stringContaining(`系统：${name}\n级别：严重`) as string,
        notices: [
          { kind: 'began', faultId, severity: 'serious', url: `https://hub.example.org/faults/${faultId}` },
        ],
      },
    ]);
    const { number, response, repair } = await hub.get<Fault>(`/api/v1/faults/${faultId}`);
    expect(payloads()[0]!.text).toContain(`故障编号：${number}\n`);
    expect(payloads()[0]!.notices[0]!.number).toBe(number);
    const local = (at: string | null) =>
      new Date(at!).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
    expect(payloads()[0]!.text).toContain(
      `响应期限：${local(response.deadlineAt)}\n修复期限：${local(repair.deadlineAt)}`,
    );
    await end(key);
    await heard();
    expect((await fateOf(faultId!)).waiting).toMatchObject([{ kind: 'recovered', reason: 'steady' }]);
    await pass(91 * secondMs);
    expect(payloads().map(({ title }) => title)).toEqual([
      '【运衡】故障告警：主机失联',
      '【运衡】故障恢复：主机失联',
    ]);
    const { items, waiting } = await fateOf(faultId!);
    expect(items.map(({ state, attempts }) => ({ state, attempts }))).toEqual([
      { state: 'sent', attempts: 1 },
      { state: 'sent', attempts: 1 },
    ]);
    expect(waiting).toEqual([]);
  });

  it('is told in English where that is asked for', async () => {
    const { systemId, payloads } = await listenedTo({ language: 'en' });
    await begin(systemId, [crypto.randomUUID()], 'Portal down');
    await pass(16 * secondMs);
    expect(payloads()).toMatchObject([
      {
        title: '[OpsGauge] Fault: Portal down',
        text: expect.stringContaining('Severity: serious') as string,
      },
    ]);
  });

  it('asked to be left out is told with what is asked, and with what was decided of it', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['requested', 'decided'] });
    for (const role of ['operator', 'owner'] as const) await hub.grant(role, { kind: 'system', systemId });
    const [faultId] = await begin(systemId, [crypto.randomUUID()]);
    const enter = async (role: 'operator' | 'owner', entry: object) => {
      const response = await hub.as(role, 'POST', `/api/v1/faults/${faultId}/events`, entry);
      expect(response.status).toBeLessThan(300);
      await pass(16 * secondMs);
      return payloads().at(-1)!;
    };
    const asked = await enter('operator', { action: 'requestExclusion', ground: 'test', note: '压力测试' });
    expect(asked.title).toBe('【运衡】待审批申请：主机失联');
    expect(asked.text).toContain('申请事项：剔除，不计入故障指标');
    const { requests } = await hub.get<FaultDetail>(`/api/v1/faults/${faultId}`);
    const refusal = { action: 'refuse', requestId: requests[0]!.id, note: '未报备' };
    const decided = await enter('owner', refusal);
    expect(decided.title).toBe('【运衡】审批结果：主机失联');
    expect(decided.text).toContain('申请事项：剔除，不计入故障指标\n结果：不同意');
  });

  it('below the severity that is listened for is told to nobody', async () => {
    const { systemId, payloads } = await listenedTo({ leastSeverity: 'critical' });
    await begin(systemId, [crypto.randomUUID()]);
    await pass(16 * secondMs);
    expect(payloads()).toEqual([]);
  });

  it('in maintenance is told when the maintenance is over, if it lasts', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['began', 'recovered'] });
    await hub.admin('POST', '/api/v1/maintenance-windows', {
      target: { kind: 'system', systemId },
      from: new Date(hub.clock.nowMs()).toISOString(),
      to: new Date(hub.clock.nowMs() + hourMs).toISOString(),
      reason: '升级',
    });
    const [short, long] = [crypto.randomUUID(), crypto.randomUUID()];
    await begin(systemId, [short]);
    const [longId] = await begin(systemId, [long], '服务不可用');
    await pass(20 * minuteMs);
    expect((await fateOf(longId!)).waiting).toMatchObject([{ kind: 'began', reason: 'maintenance' }]);
    await end(short);
    await pass(20 * minuteMs);
    expect(payloads()).toEqual([]);
    await pass(21 * minuteMs);
    expect(payloads().map(({ title }) => title)).toEqual(['【运衡】故障告警：服务不可用']);
  });

  it('in maintenance that ends early is told then, and not before one that was made longer ends', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['began'] });
    const maintained = (hours: number) =>
      hub.admin<{ id: string }>('POST', '/api/v1/maintenance-windows', {
        target: { kind: 'system', systemId },
        from: new Date(hub.clock.nowMs()).toISOString(),
        to: new Date(hub.clock.nowMs() + hours * hourMs).toISOString(),
        reason: '升级',
      });
    await maintained(1);
    await begin(systemId, [crypto.randomUUID()]);
    await pass(50 * minuteMs);
    const { id } = await maintained(2);
    await pass(30 * minuteMs);
    expect(payloads()).toEqual([]);
    await hub.admin('DELETE', `/api/v1/maintenance-windows/${id}`);
    await pass(minuteMs);
    expect(payloads()).toHaveLength(1);
  });
});

describe('what somebody changes of a fault', () => {
  const enter = (id: string, entry: object) => hub.admin('POST', `/api/v1/faults/${id}/events`, entry);

  it('is told: its severity, whether it is major, and what it is part of', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['amended'] });
    const [first, second] = await begin(systemId, [crypto.randomUUID(), crypto.randomUUID()]);
    await enter(first!, { action: 'changeSeverity', severity: 'critical', note: '影响扩大' });
    await pass(16 * secondMs);
    await hub.grant('owner', { kind: 'system', systemId });
    const declared = { action: 'declareMajor', isMajor: true, note: '业务中断' };
    expect((await hub.as('owner', 'POST', `/api/v1/faults/${first}/events`, declared)).status).toBe(201);
    await pass(16 * secondMs);
    await enter(second!, { action: 'merge', intoFaultId: first, note: '同一原因' });
    await pass(16 * secondMs);
    const { number: intoNumber } = await hub.get<{ number: string }>(`/api/v1/faults/${first}`);
    expect(payloads().map(({ title }) => title)).toEqual(Array(3).fill('【运衡】故障变更：主机失联'));
    const texts = payloads().map(({ text }) => text);
    expect(texts[0]).toContain('变更内容：级别调整为“重大”\n说明：影响扩大');
    expect(texts[1]).toContain('变更内容：认定为重大故障');
    expect(texts[2]).toContain(`变更内容：并入故障 ${intoNumber}`);
  });

  it('a repair that no machine has seen is no recovery yet', async () => {
    const { systemId, payloads } = await listenedTo({ kinds: ['began', 'amended', 'recovered'] });
    const key = crypto.randomUUID();
    const [id] = await begin(systemId, [key]);
    await pass(16 * secondMs);
    await enter(id!, { action: 'acknowledge' });
    await enter(id!, { action: 'repair', repairedAt: new Date(hub.clock.nowMs()).toISOString() });
    await pass(5 * minuteMs);
    expect(payloads().map(({ title }) => title)).toEqual([
      '【运衡】故障告警：主机失联',
      '【运衡】故障变更：主机失联',
    ]);
    expect(payloads()[1]!.text).toContain('监测尚未确认恢复');
    await end(key);
    await pass(2 * minuteMs);
    expect(payloads().map(({ title }) => title)).toEqual([
      '【运衡】故障告警：主机失联',
      '【运衡】故障变更：主机失联',
      '【运衡】故障恢复：主机失联',
    ]);
  });

  it('its recovery is told to whoever heard that it began, however small it is by then', async () => {
    const { systemId, payloads } = await listenedTo({
      kinds: ['began', 'recovered'],
      leastSeverity: 'serious',
    });
    const key = crypto.randomUUID();
    const [id] = await begin(systemId, [key]);
    await pass(16 * secondMs);
    await enter(id!, { action: 'changeSeverity', severity: 'minor', note: '影响很小' });
    await end(key);
    await pass(2 * minuteMs);
    expect(payloads().flatMap(({ notices }) => notices.map(({ kind }) => kind))).toEqual([
      'began',
      'recovered',
    ]);
  });
});

it('a beginning that is heard late is heard with what came after it', async () => {
  const { systemId, payloads } = await listenedTo({ kinds: ['began', 'recovered'] });
  const key = crypto.randomUUID();
  const [faultId] = await begin(systemId, [key]);
  await heard();
  // As if the job of the beginning had failed, and came again once that of the recovery was done.
  await hub.sql('DELETE FROM notification_notice WHERE fault_id = $1', [faultId]);
  await end(key);
  await heard();
  const [detected] = await hub.sql<{ id: string }>(
    `SELECT id FROM fault_event WHERE fault_id = $1 AND action = 'detect'`,
    [faultId],
  );
  await hub.app
    .get(Database)
    .transaction((client) =>
      hub.app.get(Jobs).enqueue(client, 'fault.notice', { faultId, eventId: detected!.id, kind: 'detect' }),
    );
  await pass(2 * minuteMs);
  expect(payloads().flatMap(({ notices }) => notices.map(({ kind }) => kind))).toEqual([
    'began',
    'recovered',
  ]);
});

it('nobody answers: told at half of the limit and at all of it, once each', async () => {
  const { systemId, payloads } = await listenedTo({ kinds: ['responseEscalation'] });
  await begin(systemId, [crypto.randomUUID()]);
  await pass(14 * minuteMs);
  expect(payloads()).toEqual([]);
  await pass(2 * minuteMs);
  await pass(minuteMs);
  expect(payloads()).toHaveLength(1);
  expect(payloads()[0]!.text).toContain('时限：30分');
  await pass(15 * minuteMs);
  await pass(minuteMs);
  await pass(hourMs);
  expect(payloads().map(({ title }) => title)).toEqual(Array(2).fill('【运衡】响应时限提醒：主机失联'));
});
