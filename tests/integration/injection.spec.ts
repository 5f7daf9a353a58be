import { AgentCredentialsService } from '../../apps/server/src/accounts/agent-credentials.service.js';
import { errorBodySchema, type ErrorBody } from '../../libs/contract/src/index.js';
import {
  queryFieldsOf,
  textFieldsOf,
  textsOf,
  withValue,
  type ApiDescription,
} from '../support/text-fields.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';
import { unzip } from '../support/unzip.js';

/** Texts that mean something elsewhere: to a database, a page, a spreadsheet, a file system, a template, a reader. */
const hostile = {
  SQL: `'); DROP TABLE server; --`,
  script: '<script>alert(1)</script>',
  formula: `=cmd|' /C calc'!A0`,
  path: '../../etc/passwd',
  NUL: 'a\0b',
  'half a character': 'a\ud800b',
  'very long': 'x'.repeat(20_000),
  'signs that change direction': 'web\u202e10-\u2066x',
  template: '{{7*7}}${7*7}$1%s',
};

interface Route {
  /** The ids of the path, in their order. */
  readonly ids?: () => string[];
  /** A body that is taken as it is. */
  readonly body: () => Promise<object> | object;
  /** Where what was taken is read again; the answer itself, where left out. */
  readonly readAt?: (answer: { id?: string; serverId?: string }) => string;
  /** What is never given back: secrets, and marks that are compared only. */
  readonly isKept?: (field: string) => boolean;
  /** Fields that have to say the same. */
  readonly alike?: readonly string[];
  readonly headers?: () => Record<string, string>;
}

let hub: TestHub;
let agent: TestAgent;
let systemId: string;
let projectId: string;
let contract: { id: string };
let ruleId: string;
let windowId: string;
let description: ApiDescription;
let seq = 0;
let number = 0;

beforeAll(async () => {
  hub = await TestHub.start();
  agent = await hub.enrol('web-01');
  ({ systemId, projectId } = await hub.place([agent.serverId]));
  const { items } = await hub.get<{ items: { id: string }[] }>('/api/v1/contracts');
  contract = items[0]!;
  description = (await (await hub.request('GET', '/api/docs-json')).json()) as ApiDescription;
});
afterAll(() => hub.stop());

const newRule = () => ({
  name: 'a rule',
  condition: {
    signal: 'cpuPercent',
    comparison: 'atLeast',
    threshold: 90,
    forSeconds: 60,
    keepFiringSeconds: 60,
  },
  severity: 'minor',
  isEnabled: true,
});
const asAgent = () => ({ authorization: `Bearer ${agent.credential}` });
const inHours = (hours: number) => new Date(hub.clock.nowMs() + hours * 3_600_000).toISOString();
const made = async (path: string, body: object) => (await hub.admin<{ id: string }>('POST', path, body)).id;
const rates = { receiveBytesPerSecond: 1, transmitBytesPerSecond: 1, errorsPerSecond: 0, dropsPerSecond: 0 };
const devices = {
  mounts: [
    {
      mountPoint: '/',
      device: '/dev/sda1',
      fileSystem: 'xfs',
      totalBytes: 100,
      usedBytes: 50,
      availableBytes: 50,
      usedPercent: 50,
    },
  ],
  disks: [{ name: 'sda', readBytesPerSecond: 1, writeBytesPerSecond: 1, busyPercent: 1 }],
  interfaces: [{ name: 'eth0', isUp: true, ...rates }],
};
/** Taken, and not given back yet. */
const additional = {
  targets: [{ name: 'gateway', method: 'tcp' as const, latencyMs: 1, lossPercent: 0 }],
  problems: [{ collector: 'disks', reason: 'none' }],
};
const everything = () => true;
const newAccount = () => ({
  username: `person-${++number}`,
  displayName: '张三',
  role: 'operator',
  organizationId: null,
});
const newMaintenance = () => ({
  target: { kind: 'system', systemId },
  from: inHours(1),
  to: inHours(2),
  reason: 'a reason',
});
const newContract = () => ({
  systemId,
  vendorOrganizationId: null,
  number: `contract ${++number}`,
  serviceFrom: inHours(-24 * (100_000 - 10 * number)),
  serviceTo: inHours(-24 * (100_000 - 10 * number) + 24),
  serviceCalendar: {
    workingDays: [1, 2, 3, 4, 5],
    fromTime: '09:00',
    toTime: '17:30',
    holidays: ['2026-10-01'],
    extraWorkingDays: ['2026-10-10'],
  },
  promises: {
    responseMinutesMax: null,
    repairHoursMax: null,
    availabilityPercentMin: null,
    inspectionReportsPerYear: null,
    dataUpdatesPerYear: null,
    backupsPerYear: null,
    staffCount: null,
  },
});
const newSystem = () => ({ projectId, name: `system ${++number}`, shortName: 'short' });
const newProject = () => ({
  name: `project ${++number}`,
  ownerOrganizationId: null,
  evaluatorOrganizationId: null,
});

const newChannel = () => ({
  name: `channel ${++number}`,
  kind: 'json',
  organizationId: null,
  language: 'zh-CN',
  isEnabled: true,
  addresses: [],
  url: 'http://127.0.0.1:1/hook',
  signatureSecret: 'a secret',
});
/** A webhook has no addresses, and what it is called by is a secret. */
const isChannelSecret = (field: string) =>
  ['url', 'signatureSecret'].includes(field) || field.startsWith('addresses');
const newSubscription = () => ({
  organizationId: null,
  systemId,
  leastSeverity: 'minor',
  kinds: ['began'],
  channelId,
});
const newShift = () => ({
  target: { kind: 'system', systemId },
  personName: '张三',
  phone: '13800000000',
  mailAddress: 'zhang@example.gov.cn',
  channelId: null,
  language: 'zh-CN',
  from: inHours(1),
  to: inHours(9),
});
// A target of one kind does not look at the other's id.
const isOtherTarget = (field: string) => field.startsWith('target.');

let channelId: string;
let subscriptionId: string;
let shiftId: string;
const newProbe = () => ({
  name: `probe ${++number}`,
  target: { kind: 'http', url: 'http://127.0.0.1:9/', method: 'HEAD', expectedText: 'welcome' },
  isEnabled: false,
});

let accountId: string;
let probeId: string;
let organizationId: string;
let inspectionId: string;
let sourceId: string;
let alertSource: { id: string; token: string };
let zabbixToken: string;
let faultId: string;

/** Every route that takes a body. A route that is added has to be added here too. */
const routes: Record<string, Route> = {
  'POST /api/v1/session': {
    body: () => ({ username: `nobody-${++number}`, password: 'wrong' }),
    isKept: everything,
  },
  'PUT /api/v1/session/password': {
    body: () => ({ currentPassword: 'wrong', newPassword: 'another-long-secret' }),
    isKept: everything,
  },
  'PUT /api/v1/session/totp': { body: () => ({ code: '000000' }), isKept: everything },
  'DELETE /api/v1/session/totp': { body: () => ({ code: '000000' }), isKept: everything },
  'POST /api/v1/invitations': {
    body: () => ({ token: 'made-up-token', password: 'another-long-secret' }),
    isKept: everything,
  },
  'POST /api/v1/session/tokens': { body: () => ({ name: 'program', expiresInDays: 1 }) },
  'POST /api/v1/session/views': { body: () => ({ page: 'faults', name: 'mine', query: 'text=x' }) },
  'POST /api/v1/accounts': { body: newAccount },
  'PATCH /api/v1/accounts/{id}': { ids: () => [accountId], body: () => ({ displayName: '李四' }) },
  'POST /api/v1/accounts/{id}/grants': {
    ids: () => [accountId],
    body: () => ({ target: { kind: 'system', systemId } }),
    isKept: everything,
  },
  'POST /api/v1/organizations': { body: () => ({ name: `organization ${++number}`, kind: 'vendor' }) },
  'PATCH /api/v1/organizations/{id}': {
    ids: () => [organizationId],
    body: () => ({ name: `organization ${++number}`, kind: 'vendor' }),
  },
  'POST /api/v1/contracts': { body: newContract },
  'PATCH /api/v1/contracts/{id}': { ids: () => [contract.id], body: newContract },
  'POST /api/v1/projects': { body: newProject },
  'PATCH /api/v1/projects/{id}': { ids: () => [projectId], body: newProject },
  'POST /api/v1/systems': { body: newSystem },
  'PATCH /api/v1/systems/{id}': { ids: () => [systemId], body: newSystem },
  'PUT /api/v1/systems/{id}/components': {
    ids: () => [systemId],
    body: () => ({
      components: [{ serverId: agent.serverId, dependence: 'group', groupName: 'web' }],
      groups: [{ name: 'web', requiredCount: 1 }],
    }),
    alike: ['components.0.groupName', 'groups.0.name'],
  },
  'PUT /api/v1/servers/{id}/system': {
    ids: () => [agent.serverId],
    body: () => ({ systemId }),
    isKept: everything,
  },
  'PATCH /api/v1/servers/{id}': { ids: () => [agent.serverId], body: () => ({ name: 'web-01' }) },
  'POST /api/v1/maintenance-windows': {
    body: () => ({ ...newMaintenance(), recurrence: 'FREQ=DAILY;COUNT=2' }),
    // A target of one kind does not look at the other's id.
    isKept: (field) => field.startsWith('target.'),
  },
  'POST /api/v1/maintenance-windows/requests': {
    body: newMaintenance,
    isKept: (field) => field.startsWith('target.'),
  },
  'POST /api/v1/maintenance-windows/requests/{id}/decision': {
    ids: () => [windowId],
    body: async () => {
      windowId = await made('/api/v1/maintenance-windows/requests', newMaintenance());
      return { isApproved: true, note: 'as agreed' };
    },
  },
  'POST /api/v1/maintenance-windows/{id}/cancellations': {
    ids: () => [windowId],
    body: async () => {
      const window = { ...newMaintenance(), recurrence: 'FREQ=DAILY;COUNT=2' };
      windowId = await made('/api/v1/maintenance-windows', window);
      return { from: window.from };
    },
  },
  'POST /api/v1/fault-rules': { body: newRule, isKept: (field) => field !== 'name' },
  'PUT /api/v1/fault-rules/{id}': { ids: () => [ruleId], body: newRule, isKept: (field) => field !== 'name' },
  'PUT /api/v1/fault-rules/{id}/exceptions': {
    ids: () => [ruleId],
    body: () => ({
      target: { kind: 'system', systemId },
      threshold: 95,
      forSeconds: null,
      severity: null,
      isEnabled: null,
    }),
    isKept: everything,
  },
  'POST /api/v1/fault-rules/trials': {
    body: () => ({
      condition: newRule().condition,
      target: { kind: 'system', systemId },
      from: inHours(-1),
      to: inHours(0),
    }),
    isKept: everything,
  },
  'POST /api/v1/faults': {
    body: () => ({
      systemId,
      serverId: agent.serverId,
      text: 'a fault',
      severity: 'minor',
      startAt: inHours(-1),
      note: 'by telephone',
    }),
  },
  'POST /api/v1/faults/{id}/events': {
    ids: () => [faultId],
    body: () => ({ action: 'comment', note: 'a note' }),
    // An action does not look at what belongs to another.
    isKept: (field) => field !== 'note',
  },
  'POST /api/v1/root-causes': {
    body: () => ({ rootCauseCode: `cause-${++number}`, nameChinese: '原因', nameEnglish: 'cause' }),
  },
  // A target of one kind does not look at the others' host; an address is given back as it was.
  'POST /api/v1/probes': { body: newProbe, isKept: (field) => field === 'target.host' },
  'POST /api/v1/probes/trial': {
    body: () => ({ target: newProbe().target, timeoutSeconds: 1 }),
    isKept: everything,
  },
  'PUT /api/v1/probes/{id}': {
    ids: () => [probeId],
    body: newProbe,
    isKept: (field) => field === 'target.host',
  },
  'POST /api/v1/agent/enroll': {
    body: async () => ({
      token: (await hub.app.get(AgentCredentialsService).createToken()).token,
      hostname: 'web-02',
      platform: 'linux',
      architecture: 'x64',
      operatingSystem: 'openEuler',
      agentVersion: '0.1.0',
    }),
    readAt: ({ serverId }) => `/api/v1/servers/${serverId}`,
    isKept: (field) => ['token', 'platform', 'architecture'].includes(field),
    headers: () => ({}),
  },
  'POST /api/v1/agent/reports': {
    body: () => ({
      sentAt: new Date(hub.clock.nowMs()).toISOString(),
      agentVersion: '0.1.0',
      samples: [sampleAt(hub.clock.nowMs(), ++seq, { devices, additional })],
    }),
    readAt: () => `/api/v1/servers/${agent.serverId}`,
    isKept: (field) => /bootId$|runId$|\.additional\./i.test(field),
    headers: asAgent,
  },
  'POST /api/v1/incoming/sources': { body: () => ({ name: `monitor ${++number}`, kind: 'zabbix' }) },
  'PUT /api/v1/incoming/sources/{id}/rules': {
    ids: () => [alertSource.id],
    body: () => ({
      assignments: [{ label: 'team', value: 'portal', target: { kind: 'system', systemId } }],
      severities: [{ word: 'p1', severity: 'critical' }],
    }),
    // A target of one kind does not look at the other's id; words are kept in small letters.
    isKept: (field) => field.startsWith('assignments.0.target.') || field === 'severities.0.word',
  },
  'POST /api/v1/incoming/alertmanager': {
    body: () => ({
      version: '4',
      groupKey: 'a group',
      alerts: [
        {
          status: 'firing',
          labels: { alertname: 'InstanceDown' },
          startsAt: inHours(-1),
          endsAt: '0001-01-01T00:00:00Z',
          fingerprint: `alert ${++number}`,
        },
      ],
    }),
    isKept: everything,
    headers: () => ({ authorization: `Bearer ${alertSource.token}` }),
  },
  'POST /api/v1/incoming/zabbix': {
    body: () => ({
      version: '1',
      eventId: `${++number}`,
      triggerId: '23512',
      status: 'problem',
      name: 'a problem',
      severity: 'High',
      host: 'web-01',
      hostName: 'web-01',
      address: '10.1.2.3',
      startedAt: inHours(-1),
      endedAt: null,
      tags: [{ tag: 'scope', value: 'capacity' }],
    }),
    isKept: everything,
    headers: () => ({ authorization: `Bearer ${zabbixToken}` }),
  },
  'POST /api/v1/remote-write/sources': { body: () => ({ name: `prometheus ${++number}` }) },
  'PUT /api/v1/remote-write/sources/{id}/instances': {
    ids: () => [sourceId],
    body: () => ({ instance: 'web-01:9100', target: { kind: 'newServer', name: `host ${++number}` } }),
    // A target of one kind does not look at the other's id; its name is the server's.
    isKept: (field) => field === 'target.serverId',
  },
  'PUT /api/v1/notification-mail-server': {
    body: () => ({
      host: '127.0.0.1',
      port: 1,
      security: 'none',
      username: 'opsgauge',
      password: 'a password',
      fromAddress: 'opsgauge@example.gov.cn',
      fromName: 'OpsGauge',
    }),
    isKept: (field) => field === 'password',
  },
  'POST /api/v1/notification-mail-server/test': {
    body: () => ({ address: 'zhang@example.gov.cn' }),
    isKept: everything,
  },
  'POST /api/v1/notification-channels': { body: newChannel, isKept: isChannelSecret },
  'PATCH /api/v1/notification-channels/{id}': {
    ids: () => [channelId],
    body: newChannel,
    isKept: isChannelSecret,
  },
  'POST /api/v1/notification-subscriptions': { body: newSubscription },
  'PATCH /api/v1/notification-subscriptions/{id}': {
    ids: () => [subscriptionId],
    body: newSubscription,
  },
  'POST /api/v1/notification-duty-shifts': { body: newShift, isKept: isOtherTarget },
  'PATCH /api/v1/notification-duty-shifts/{id}': {
    ids: () => [shiftId],
    body: newShift,
    isKept: isOtherTarget,
  },
  'POST /api/v1/agent/inspections/{id}': {
    ids: () => [inspectionId],
    body: async () => {
      const path = `/api/v1/servers/${agent.serverId}/inspections`;
      inspectionId = (await hub.admin<{ id: string }>('POST', path)).id;
      return inspectionReading();
    },
    readAt: () => `/api/v1/inspections/${inspectionId}`,
    headers: asAgent,
  },
};

const inspectionReading = () => ({
  observedAt: new Date(hub.clock.nowMs()).toISOString(),
  agentVersion: '0.1.0',
  operatingSystem: {
    name: 'openEuler',
    release: '24.03',
    kernel: '6.6',
    architecture: 'x86_64',
    hostname: 'web-01',
    bootedAt: inHours(-100),
  },
  hardware: {
    manufacturer: 'Huawei',
    model: 'TaiShan',
    processor: 'Kunpeng',
    physicalCores: 2,
    logicalCores: 4,
    memoryBytes: 1024,
    virtualization: 'none',
  },
  metrics: { cpuPercent: 20, memoryUsedPercent: 40, diskUsedPercent: 30 },
  devices,
  interfaceAddresses: [{ name: 'eth0', addresses: ['10.1.2.3'], speedMegabitsPerSecond: 1000 }],
  services: [{ name: 'sshd', state: 'running' }],
  topProcesses: [{ pid: 1, name: 'init', user: 'root', cpuPercent: 1, memoryPercent: 1 }],
  timeSynchronized: true,
  failedUnits: ['cron.service'],
  configuredServices: [{ name: 'sshd', state: 'running' }],
  notes: [{ part: 'hardware', reason: 'none' }],
});

async function send(key: string, body: unknown): Promise<Response> {
  const { ids, headers } = routes[key]!;
  const [method, template] = key.split(' ') as [string, string];
  const left = ids?.() ?? [];
  const path = template.replaceAll(/\{\w+\}/g, () => left.shift()!);
  // Guesses at passwords are counted by address, and all of these come from one.
  await hub.sql('DELETE FROM login_failure');
  return headers ? hub.request(method, path, body, headers()) : hub.as('admin', method, path, body);
}

/** What becomes of one text in one field; null where all is well. */
async function tryText(key: string, field: string, text: string): Promise<object | null> {
  const { body, readAt, isKept, alike = [] } = routes[key]!;
  const changed = alike.includes(field) ? alike : [field];
  const hostileBody = changed.reduce<unknown>((made, one) => withValue(made, one, text), await body());
  const response = await send(key, hostileBody);
  const raw = await response.text();
  const found = { field, text: text.slice(0, 40), status: response.status, answer: raw.slice(0, 300) };
  if (response.status >= 500) return found;
  const answer =
    raw === '' ? {} : (JSON.parse(raw) as { id?: string; results?: { status: string; message?: string }[] });
  if (!response.ok) {
    const error: ErrorBody = errorBodySchema.parse(answer);
    const isNamed =
      error.code !== 'invalid_request' ||
      (error.field !== undefined && changed.some((one) => one.startsWith(error.field!)));
    return isNamed && !/SELECT|INSERT|UPDATE|\n\s+at /.test(error.message) ? null : found;
  }
  const [result] = answer.results ?? [];
  if (result?.status === 'rejected') return result.message?.includes(field.split('.').at(-1)!) ? null : found;
  if (isKept?.(field)) return null;
  const read = readAt ? await hub.get(readAt(answer)) : answer;
  return textsOf(read).includes(text.trim()) ? null : { ...found, read: JSON.stringify(read).slice(0, 400) };
}

beforeAll(async () => {
  ruleId = await made('/api/v1/fault-rules', newRule());
  accountId = await made('/api/v1/accounts', newAccount());
  probeId = await made('/api/v1/probes', newProbe());
  alertSource = await hub.admin('POST', '/api/v1/incoming/sources', {
    name: 'monitor',
    kind: 'alertmanager',
  });
  const zabbix = { name: 'zabbix', kind: 'zabbix' };
  ({ token: zabbixToken } = await hub.admin<{ token: string }>('POST', '/api/v1/incoming/sources', zabbix));
  sourceId = await made('/api/v1/remote-write/sources', { name: 'prometheus' });
  channelId = await made('/api/v1/notification-channels', newChannel());
  subscriptionId = await made('/api/v1/notification-subscriptions', newSubscription());
  shiftId = await made('/api/v1/notification-duty-shifts', newShift());
  faultId = await made('/api/v1/faults', {
    systemId,
    text: 'a fault',
    severity: 'minor',
    startAt: inHours(-1),
  });
  organizationId = await made('/api/v1/organizations', { name: 'an organization', kind: 'vendor' });
});

it('every route that takes a body is tried', () =>
  expect(Object.keys(routes).sort()).toEqual([...textFieldsOf(description).keys()].sort()));

it.each(Object.keys(routes))('%s takes a good body', async (key) => {
  const response = await send(key, await routes[key]!.body());
  const { code } = response.ok ? { code: null } : errorBodySchema.parse(await response.json());
  // Wrong secrets are good bodies too.
  const ofSecrets = [
    'wrong_credentials',
    'second_factor_wrong',
    'invitation_invalid',
    'second_factor_not_begun',
  ];
  expect([null, ...ofSecrets]).toContain(code);
});

it.each(Object.keys(routes))(
  '%s refuses a hostile text by its field, or gives it back as it is',
  async (key) => {
    const fields = textFieldsOf(description).get(key)!;
    expect(fields.length).toBeGreaterThan(0);
    const found: object[] = [];
    for (const field of fields) {
      for (const text of Object.values(hostile)) {
        const trouble = await tryText(key, field, text);
        if (trouble) found.push(trouble);
      }
    }
    expect(found).toEqual([]);
  },
);

it('every query takes hostile texts as texts, or refuses them by their name', async () => {
  const found: object[] = [];
  for (const [template, names] of queryFieldsOf(description)) {
    const path = template.replaceAll(/\{\w+\}/g, () =>
      template.includes('/systems/') ? systemId : agent.serverId,
    );
    for (const name of names) {
      for (const text of Object.values(hostile)) {
        // Half a character has no place in an address.
        if (/\p{Surrogate}/u.test(text) || text.length > 1000) continue;
        const response = await hub.as('admin', 'GET', `${path}?${new URLSearchParams({ [name]: text })}`);
        const answer = (await response.json()) as ErrorBody;
        if (response.status >= 500) found.push({ path, name, text, answer });
        if (response.status === 400 && answer.code === 'invalid_request' && !answer.field)
          found.push({ path, name, text, answer });
      }
    }
  }
  expect(found).toEqual([]);
});

it('an id that is none is refused, wherever a path has one', async () => {
  const paths = Object.keys(description.paths).filter((path) => path.includes('{'));
  for (const path of paths.filter((one) => 'get' in description.paths[one]!)) {
    for (const text of [hostile.SQL, hostile.path, hostile.NUL, hostile.template]) {
      const response = await hub.as('admin', 'GET', path.replaceAll(/\{\w+\}/g, encodeURIComponent(text)));
      expect({ path, text, isRefused: [400, 404].includes(response.status) }).toEqual({
        path,
        text,
        isRefused: true,
      });
    }
  }
});

describe('what leaves for a spreadsheet or a word processor', () => {
  const name = `=cmd|' /C calc'!A0`;

  it('holds no cell that a spreadsheet would run', async () => {
    await hub.admin('PATCH', `/api/v1/systems/${systemId}`, { projectId, name, shortName: '+1+1' });
    await hub.admin('PATCH', `/api/v1/servers/${agent.serverId}`, { name: '@SUM(1)' });
    const { items } = await hub.get<{ items: { id: string }[] }>('/api/v1/evaluations');
    for (const path of ['/api/v1/audit', ...items.map(({ id }) => `/api/v1/evaluations/${id}/actuals`)]) {
      const text = await (await hub.as('admin', 'GET', path, undefined, { accept: 'text/csv' })).text();
      expect(text).toContain(',');
      expect({ path, found: /(?:^|[,\n])"?[=+@\t]/.exec(text.replace('\ufeff', ''))?.[0] }).toEqual({ path });
    }
  });

  it('is text in a report, and nothing that is computed or fetched', async () => {
    await hub.admin('PATCH', `/api/v1/servers/${agent.serverId}`, { name: `${name}<w:br/>` });
    const key = 'POST /api/v1/agent/inspections/{id}';
    const reading = withValue(await routes[key]!.body(), 'hardware.model', `${name}<w:br/>`);
    expect((await send(key, reading)).status).toBe(204);
    const response = await hub.as('admin', 'GET', `/api/v1/inspections/${inspectionId}/report.docx`);
    const files = unzip(Buffer.from(await response.arrayBuffer()));
    const xml = files.get('word/document.xml')!.toString('utf8');
    expect(xml).toMatch(/=cmd\|(?:'|&apos;) \/C calc(?:'|&apos;)!A0&lt;w:br\/&gt;/);
    expect(xml).not.toMatch(/<w:br\/>&lt;|DDE|INCLUDETEXT|HYPERLINK/);
    const relations = [...files]
      .filter(([file]) => file.endsWith('.rels'))
      .map(([, content]) => content.toString());
    expect(relations.join()).not.toContain('TargetMode="External"');
  });
});

it('the hub stands as it did', async () => {
  expect((await hub.request('GET', '/api/v1/health')).status).toBe(200);
  expect((await hub.get<{ items: unknown[] }>('/api/v1/servers')).items.length).toBeGreaterThan(0);
  expect((await hub.get<{ problem: unknown }>('/api/v1/audit/verification')).problem).toBeNull();
});
