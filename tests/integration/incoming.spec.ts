import type {
  AlertReceipt,
  AlertSource,
  CreatedAlertSource,
  ErrorBody,
  Fault,
  FaultDetail,
  UnassignedAlertsResponse,
} from '../../libs/contract/src/index.js';
import { TestHub } from '../support/test-hub.js';

const sources = '/api/v1/incoming/sources';

let hub: TestHub;
let source: CreatedAlertSource;
let web: string;
let database: string;
let systemId: string;
beforeEach(async () => {
  hub = await TestHub.start();
  web = (await hub.enrol('web-01')).serverId;
  database = (await hub.enrol('db-01.example.gov.cn')).serverId;
  ({ systemId } = await hub.place([web, database], '门户网站'));
  source = await hub.admin('POST', sources, { name: '机房 Alertmanager', kind: 'alertmanager' });
});
afterEach(() => hub.stop());

const minutesMs = 60_000;
const inMinutes = (minutes: number) => new Date(hub.clock.nowMs() + minutes * minutesMs).toISOString();

interface AlertOptions {
  readonly instance?: string;
  readonly severity?: string;
  readonly startsAt: string;
  readonly endsAt?: string;
  readonly fingerprint?: string;
}
/** As Alertmanager's documentation has it, with all that is of no use here. */
const alert = ({
  instance = 'web-01:9100',
  severity = 'critical',
  startsAt,
  endsAt,
  fingerprint = `9f86d081${instance.length}`,
}: AlertOptions) => ({
  status: endsAt === undefined ? 'firing' : 'resolved',
  labels: { alertname: 'InstanceDown', instance, job: 'node', severity },
  annotations: { summary: `${instance} 无法访问`, description: 'down for more than 2 minutes' },
  startsAt,
  endsAt: endsAt ?? '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example.org:9090/graph?g0.expr=up+%3D%3D+0&g0.tab=1',
  fingerprint,
});
const message = (...alerts: object[]) => ({
  version: '4',
  groupKey: '{}/{severity="critical"}:{alertname="InstanceDown"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'opsgauge',
  groupLabels: { alertname: 'InstanceDown' },
  commonLabels: { alertname: 'InstanceDown', job: 'node' },
  commonAnnotations: {},
  externalURL: 'http://alertmanager.example.org:9093',
  alerts,
});

const post = (body: unknown, path = 'alertmanager', token = source.token) =>
  hub.request('POST', `/api/v1/incoming/${path}`, body, { authorization: `Bearer ${token}` });
const send = async (body: unknown, path?: string, token?: string): Promise<AlertReceipt> => {
  const response = await post(body, path, token);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as AlertReceipt;
};
const refusal = async (body: unknown, path?: string, token?: string) => {
  const response = await post(body, path, token);
  const { code, field, message: text } = (await response.json()) as ErrorBody;
  return { status: response.status, code, field, text };
};
const faults = async () => (await hub.get<{ items: Fault[] }>('/api/v1/faults')).items;
const receipt = (told: Partial<AlertReceipt>): AlertReceipt => ({
  faults: 0,
  unassigned: 0,
  ignored: 0,
  unchanged: 0,
  ...told,
});
const unassigned = async () => (await hub.get<UnassignedAlertsResponse>('/api/v1/incoming/unassigned')).items;
const readSource = async () => (await hub.get<{ items: AlertSource[] }>(sources)).items[0]!;
const changeRules = (rules: Partial<Pick<AlertSource, 'assignments' | 'severities'>>) =>
  hub.admin<AlertSource>('PUT', `${sources}/${source.id}/rules`, {
    assignments: [],
    severities: [],
    ...rules,
  });

it('a firing alert opens a fault of the server it names, back-dated; resolved, it is over', async () => {
  const startsAt = inMinutes(-3);
  expect(await send(message(alert({ startsAt })))).toEqual(receipt({ faults: 1 }));
  const [open] = await faults();
  expect(open).toMatchObject({
    systemId,
    serverId: web,
    source: 'machine',
    title: { code: 'external', params: { text: 'web-01:9100 无法访问' } },
    severity: 'critical',
    state: 'open',
    startAt: startsAt,
    isWatched: true,
  });
  const { evidence } = await hub.get<FaultDetail>(`/api/v1/faults/${open!.id}`);
  expect(evidence).toMatchObject({
    monitor: '机房 Alertmanager',
    severity: 'critical',
    group: expect.stringContaining('InstanceDown'),
    labels: { instance: 'web-01:9100' },
  });

  const endsAt = inMinutes(-1);
  await send(message(alert({ startsAt, endsAt })));
  expect(await faults()).toMatchObject([{ id: open!.id, state: 'repaired', recoveredAt: endsAt }]);
});

it('what is sent again, or out of order, changes nothing', async () => {
  const firing = message(alert({ startsAt: inMinutes(-5) }));
  const over = message(alert({ startsAt: firing.alerts[0]!['startsAt' as never], endsAt: inMinutes(-1) }));
  await send(firing);
  const opened = await hub.get<FaultDetail>(`/api/v1/faults/${(await faults())[0]!.id}`);
  expect(await send(firing)).toEqual(receipt({ faults: 1 }));
  expect((await hub.get<FaultDetail>(`/api/v1/faults/${opened.id}`)).timeline).toEqual(opened.timeline);
  await send(over);
  const ended = await hub.get<FaultDetail>(`/api/v1/faults/${opened.id}`);
  expect(await send(over)).toEqual(receipt({ unchanged: 1 }));
  expect(await send(firing)).toEqual(receipt({ unchanged: 1 }));
  expect((await hub.get<FaultDetail>(`/api/v1/faults/${opened.id}`)).timeline).toEqual(ended.timeline);
  expect(await faults()).toHaveLength(1);
});

it('two at once are one', async () => {
  const firing = message(alert({ startsAt: inMinutes(-5) }));
  await Promise.all([send(firing), send(firing), send(firing)]);
  expect(await faults()).toHaveLength(1);
});

it('a group is a fault for each of its alerts, and each ends by itself', async () => {
  const startsAt = inMinutes(-2);
  const first = alert({ startsAt });
  const second = alert({ startsAt, instance: 'db-01.example.gov.cn:9100' });
  expect(await send(message(first, second))).toEqual(receipt({ faults: 2 }));
  await send(message({ ...first, status: 'resolved', endsAt: inMinutes(0) }, second));
  const found = await faults();
  expect(found.map(({ serverId, state }) => [serverId, state]).sort()).toEqual(
    [
      [web, 'repaired'],
      [database, 'open'],
    ].sort(),
  );
});

it('what fires again within the hour is the same fault, later a new one', async () => {
  const first = inMinutes(-30);
  await send(message(alert({ startsAt: first })));
  await send(message(alert({ startsAt: first, endsAt: inMinutes(-20) })));
  const again = inMinutes(-10);
  await send(message(alert({ startsAt: again })));
  expect(await faults()).toMatchObject([{ state: 'open', startAt: first }]);
  await send(message(alert({ startsAt: again, endsAt: inMinutes(0) })));
  hub.clock.advance(61 * minutesMs);
  await send(message(alert({ startsAt: inMinutes(0) })));
  expect((await faults()).map(({ state }) => state).sort()).toEqual(['open', 'repaired']);
});

it('resolved without ever having fired is no fault, and its late beginning is none either', async () => {
  const startsAt = inMinutes(-9);
  expect(await send(message(alert({ startsAt, endsAt: inMinutes(-4) })))).toEqual(receipt({ ignored: 1 }));
  expect(await send(message(alert({ startsAt })))).toEqual(receipt({ unchanged: 1 }));
  expect(await faults()).toEqual([]);
});

it('how bad it is follows the monitor’s word, and what the administrator says of it', async () => {
  await changeRules({
    severities: [
      { word: 'P1', severity: 'serious' },
      { word: 'chatter', severity: 'ignored' },
    ],
  });
  const words = { P1: 'serious', warning: 'minor', page: 'critical' };
  for (const severity of [...Object.keys(words), 'chatter', 'none']) {
    await send(message(alert({ severity, startsAt: inMinutes(-1), fingerprint: severity })));
  }
  expect((await faults()).map(({ severity }) => severity).sort()).toEqual(Object.values(words).sort());
});

it('an alert of nobody’s is kept, listed, and becomes a fault once somebody says whose it is', async () => {
  const [startsAt, over] = [inMinutes(-7), inMinutes(-2)];
  const unknown = alert({ instance: 'switch-3:161', startsAt });
  const past = alert({ instance: 'switch-44:161', startsAt });
  expect(await send(message(unknown, past))).toEqual(receipt({ unassigned: 2 }));
  await send(message({ ...past, status: 'resolved', endsAt: over }));
  expect(await faults()).toEqual([]);
  expect((await unassigned()).map(({ labels, endedAt }) => [labels['instance'], endedAt]).sort()).toEqual([
    ['switch-3:161', null],
    ['switch-44:161', over],
  ]);
  expect(await readSource()).toMatchObject({ unassignedCount: 2, firingCount: 1 });

  const target = { kind: 'system' as const, systemId };
  await changeRules({
    assignments: ['switch-3:161', 'switch-44:161'].map((value) => ({ label: 'instance', value, target })),
  });
  expect(await unassigned()).toEqual([]);
  const found = await faults();
  expect(found.map((one) => [one.systemId, one.serverId, one.startAt, one.recoveredAt])).toEqual(
    expect.arrayContaining([
      [systemId, null, startsAt, null],
      [systemId, null, startsAt, over],
    ]),
  );
  await send(message(alert({ instance: 'switch-3:161', startsAt, endsAt: inMinutes(0) })));
  expect((await faults()).map(({ state }) => state)).toEqual(['repaired', 'repaired']);
});

it('an alert that somebody lets go of is listed no more', async () => {
  await send(message(alert({ instance: 'switch-3:161', startsAt: inMinutes(-7) })));
  const [one] = await unassigned();
  await hub.admin('DELETE', `/api/v1/incoming/unassigned/${one!.id}`);
  expect(await unassigned()).toEqual([]);
  const again = await hub.as('admin', 'DELETE', `/api/v1/incoming/unassigned/${one!.id}`);
  expect(again.status).toBe(404);
});

it('a server outside every system waits as an unknown one does', async () => {
  await hub.enrol('spare-01');
  const spare = alert({ instance: 'spare-01:9100', startsAt: inMinutes(-1) });
  expect(await send(message(spare))).toEqual(receipt({ unassigned: 1 }));
});

it('an alert that has been on for months is a fault of the last 35 days', async () => {
  const startsAt = new Date(hub.clock.nowMs() - 100 * 86_400_000).toISOString();
  await send(message(alert({ startsAt })));
  const [fault] = await faults();
  const daysBack = (hub.clock.nowMs() - Date.parse(fault!.startAt)) / 86_400_000;
  expect(daysBack).toBeGreaterThan(34.9);
  expect(daysBack).toBeLessThanOrEqual(35.1);
  const detail = await hub.get<FaultDetail>(`/api/v1/faults/${fault!.id}`);
  expect(detail.evidence['startedAt']).toBe(startsAt);
});

describe('what is not right is refused by its field, and nothing of it kept', () => {
  const good = () => alert({ startsAt: inMinutes(-1) });
  const cases: [string, () => unknown, string][] = [
    ['another version', () => ({ ...message(good()), version: '3' }), 'version'],
    ['no alerts', () => message(), 'alerts'],
    ['no list', () => ({ ...message(), alerts: 'all' }), 'alerts'],
    ['no status', () => message(good(), { ...good(), status: 'pending' }), 'alerts.1.status'],
    ['no fingerprint', () => message({ ...good(), fingerprint: '' }), 'alerts.0.fingerprint'],
    ['no time', () => message({ ...good(), startsAt: 'yesterday' }), 'alerts.0.startsAt'],
    ['a time ahead', () => message(good(), { ...good(), startsAt: inMinutes(6) }), 'alerts.1.startsAt'],
    ['a time long ago', () => message({ ...good(), startsAt: '1990-01-01T00:00:00Z' }), 'alerts.0.startsAt'],
    [
      'an end before the start',
      () => message(alert({ startsAt: inMinutes(-5), endsAt: inMinutes(-9) })),
      'alerts.0.endsAt',
    ],
    [
      'a label that is no text',
      () => message({ ...good(), labels: { severity: 5 } }),
      'alerts.0.labels.severity',
    ],
    [
      'a text that cannot be stored',
      () => message({ ...good(), labels: { alertname: 'a\0b' } }),
      'alerts.0.labels.alertname',
    ],
    [
      'too many labels',
      () =>
        message({
          ...good(),
          labels: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`l${n}`, ''])),
        }),
      'alerts.0.labels',
    ],
  ];
  it('whatever it is', async () => {
    for (const [what, body, field] of cases) {
      const answer = await refusal(body());
      expect({ what, ...answer }).toMatchObject({ what, status: 400, code: 'invalid_request', field });
      expect(await readSource()).toMatchObject({ lastRefusal: { message: expect.stringContaining(field) } });
    }
    expect(await faults()).toEqual([]);
  });

  it('and no JSON, nor more than fits', async () => {
    expect(await refusal('{"version":')).toMatchObject({ status: 400, code: 'malformed_json' });
    const large = message({ ...good(), annotations: { description: 'x'.repeat(5_000_000) } });
    expect(await refusal(large)).toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it('the next good message takes the reproach away', async () => {
    await refusal(message());
    await send(message(good()));
    expect(await readSource()).toMatchObject({ lastRefusal: null, lastReceivedAt: expect.any(String) });
  });
});

it('the token opens nothing else, is shown once, and is worth nothing when the source is gone', async () => {
  const other = await hub.admin<CreatedAlertSource>('POST', sources, { name: 'Zabbix', kind: 'zabbix' });
  const body = message(alert({ startsAt: inMinutes(-1) }));
  expect(await refusal(body, 'alertmanager', other.token)).toMatchObject({ code: 'alert_source_other_kind' });
  const elsewhere = await hub.request('GET', '/api/v1/faults', undefined, {
    authorization: `Bearer ${source.token}`,
  });
  expect(elsewhere.status).toBe(401);
  expect(JSON.stringify(await hub.get(sources))).not.toContain(source.token);
  expect(source.url).toBe(`${hub.url}/api/v1/incoming/alertmanager`);

  await send(body);
  await hub.admin('DELETE', `${sources}/${source.id}`);
  expect(await refusal(body)).toMatchObject({ status: 401, code: 'alert_source_token_invalid' });
  // Nobody would tell when it is over.
  expect(await faults()).toMatchObject([{ state: 'repaired' }]);
  const { items } = await hub.get<{ items: { action: string }[] }>('/api/v1/audit?action=alert-source');
  expect(items.map(({ action }) => action)).toEqual([
    'alert-source.delete',
    'alert-source.create',
    'alert-source.create',
  ]);
});

it('rules name only what exists', async () => {
  const response = await hub.as('admin', 'PUT', `${sources}/${source.id}/rules`, {
    assignments: [{ label: 'a', value: 'b', target: { kind: 'server', serverId: crypto.randomUUID() } }],
    severities: [],
  });
  expect(await response.json()).toMatchObject({
    code: 'invalid_request',
    field: 'assignments.0.target.serverId',
  });
});

describe('Zabbix', () => {
  let zabbix: CreatedAlertSource;
  beforeEach(async () => {
    zabbix = await hub.admin('POST', sources, { name: 'Zabbix', kind: 'zabbix' });
  });
  const event = (changes: object = {}) => ({
    version: '1',
    eventId: '4711',
    triggerId: '23512',
    status: 'problem',
    name: '/data 空间不足',
    severity: 'High',
    host: 'zbx-web',
    hostName: '门户服务器',
    address: '127.0.0.9',
    startedAt: inMinutes(-4),
    endedAt: null,
    tags: [{ tag: 'instance', value: 'web-01' }],
    ...changes,
  });
  const tell = (changes?: object) => send(event(changes), 'zabbix', zabbix.token);

  it('a problem opens a fault, its recovery ends it, and the next problem of the trigger reopens it', async () => {
    expect(await tell()).toEqual(receipt({ faults: 1 }));
    expect(await faults()).toMatchObject([{ serverId: web, severity: 'serious', state: 'open' }]);
    expect(await tell({ startedAt: inMinutes(-3) })).toEqual(receipt({ faults: 1 }));
    expect(
      await tell({ eventId: '4000', startedAt: inMinutes(-9), status: 'resolved', endedAt: inMinutes(-1) }),
    ).toEqual(receipt({ unchanged: 1 }));
    await tell({ status: 'resolved', endedAt: inMinutes(-1) });
    expect(await faults()).toMatchObject([{ state: 'repaired' }]);
    await tell({ eventId: '4712', startedAt: inMinutes(0) });
    expect(await faults()).toMatchObject([{ state: 'open', flapCount: 0 }]);
  });

  it('is refused by its field', async () => {
    for (const [field, value] of Object.entries({
      eventId: '{EVENT.ID}',
      status: 'ok',
      startedAt: inMinutes(60),
      name: '',
    })) {
      const answer = await refusal(event({ [field]: value }), 'zabbix', zabbix.token);
      expect(answer).toMatchObject({ status: 400, field });
    }
  });
});
