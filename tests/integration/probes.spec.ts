import type {
  Probe,
  ProbeAttemptResponse,
  ProbeResultsResponse,
  ProbeSeriesResponse,
  ProbeStatesResponse,
  ResponseTimeResponse,
} from '../../libs/contract/src/index.js';
import { ProbeRetention } from '../../apps/server/src/telemetry/probes/probe-retention.service.js';
import { ProbeTargets } from '../support/probe-targets.js';
import { TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

let hub: TestHub;
let targets: ProbeTargets;
beforeAll(async () => {
  targets = await ProbeTargets.start();
  hub = await TestHub.start();
});
afterAll(async () => {
  await hub.stop();
  await targets.stop();
});

const day = 86_400_000;
const page = (path: string, more: object = {}) => ({ kind: 'http', url: `${targets.http}${path}`, ...more });
const secure = (origin: string, more: object = {}) => ({ kind: 'http', url: `${origin}/good`, ...more });
const attempt = (target: object, timeoutSeconds = 5) =>
  hub.admin<ProbeAttemptResponse>('POST', '/api/v1/probes/trial', { target, timeoutSeconds });
const stateOf = async (id: string) =>
  (await hub.get<ProbeStatesResponse>('/api/v1/probes/states')).items.find(({ probeId }) => probeId === id)!;
const instant = (ms: number) => new Date(ms).toISOString();
const around = () =>
  `from=${instant(hub.clock.nowMs() - 3_600_000)}&to=${instant(hub.clock.nowMs() + 3_600_000)}`;

describe('one attempt', () => {
  it.each<[string, () => object, object]>([
    ['a page', () => page('/good'), { outcome: 'ok', statusCode: 200 }],
    ['its headers only', () => page('/good', { method: 'HEAD' }), { outcome: 'ok', statusCode: 200 }],
    ['a text that is there', () => page('/good', { expectedText: '欢迎访问' }), { outcome: 'ok' }],
    ['a text that is not', () => page('/good', { expectedText: '登录' }), { outcome: 'text_missing' }],
    ['a text in another character set', () => page('/gbk', { expectedText: '欢迎' }), { outcome: 'ok' }],
    ['a wrong status', () => page('/broken'), { outcome: 'status_wrong', statusCode: 500 }],
    ['a status that is wanted', () => page('/broken', { expectedStatus: 500 }), { outcome: 'ok' }],
    ['a redirect', () => page('/moved'), { outcome: 'redirected', statusCode: 302 }],
    ['a redirect that is wanted', () => page('/moved', { expectedStatus: 302 }), { outcome: 'ok' }],
    ['a redirect that is followed', () => page('/moved', { followsRedirects: true }), { outcome: 'ok' }],
    ['redirects without end', () => page('/round', { followsRedirects: true }), { outcome: 'redirected' }],
    [
      'a redirect to where nobody is to go',
      () => page('/elsewhere', { followsRedirects: true }),
      { outcome: 'address_forbidden' },
    ],
    ['a body without end', () => page('/huge'), { outcome: 'body_too_large' }],
    ['a connection cut in mid-answer', () => page('/cut'), { outcome: 'connection_lost' }],
    [
      'a port nobody listens on',
      () => ({ kind: 'http', url: `http://127.0.0.1:${targets.closedPort}/` }),
      { outcome: 'refused', durationMs: null },
    ],
    [
      'a name nobody has',
      () => ({ kind: 'http', url: 'http://nobody.invalid/' }),
      { outcome: 'name_unknown' },
    ],
    [
      'a metadata address',
      () => ({ kind: 'http', url: 'http://169.254.169.254/' }),
      { outcome: 'address_forbidden' },
    ],
    [
      'the same, as a number',
      () => ({ kind: 'http', url: 'http://2852039166/' }),
      { outcome: 'address_forbidden' },
    ],
    ['a certificate nobody vouches for', () => secure(targets.https), { outcome: 'certificate_untrusted' }],
    [
      'the same, where nobody has to',
      () => secure(targets.https, { verifiesCertificate: false }),
      { outcome: 'ok' },
    ],
    ['a certificate that is over', () => secure(targets.expired), { outcome: 'certificate_expired' }],
    [
      'TLS where there is none',
      () => ({ kind: 'http', url: targets.http.replace('http', 'https') }),
      { outcome: 'tls_failed' },
    ],
    ['a port', () => ({ kind: 'tcp', host: '127.0.0.1', port: targets.tcpPort }), { outcome: 'ok' }],
    [
      'a closed port',
      () => ({ kind: 'tcp', host: '127.0.0.1', port: targets.closedPort }),
      { outcome: 'refused' },
    ],
    [
      'a forbidden port',
      () => ({ kind: 'tcp', host: '169.254.169.254', port: 80 }),
      { outcome: 'address_forbidden' },
    ],
    [
      'the echo of a host',
      () => ({ kind: 'icmp', host: '127.0.0.1', port: targets.tcpPort }),
      { outcome: 'ok', lossPercent: 0 },
    ],
    [
      'the echo of a forbidden host',
      () => ({ kind: 'icmp', host: '169.254.169.254' }),
      { outcome: 'address_forbidden' },
    ],
  ])('%s', async (_what, target, expected) => {
    expect(await attempt(target())).toMatchObject(expected);
  });

  it('takes as long as the last byte of a page does, and no longer than it is given', async () => {
    expect(await attempt(page('/slow'), 1)).toMatchObject({ outcome: 'timed_out', durationMs: 1000 });
    expect(await attempt(page('/mute'), 1)).toMatchObject({ outcome: 'timed_out', durationMs: 1000 });
  });

  it('tells when a certificate ends, also of one that is no good', async () => {
    const good = await attempt(secure(targets.https));
    expect(good.certificateDaysLeft).toBeGreaterThan(3600);
    expect((await attempt(secure(targets.expired))).certificateDaysLeft).toBeLessThan(-300);
  });
});

describe('a probe', () => {
  const input = { name: 'portal', intervalSeconds: 5, timeoutSeconds: 2 };
  const add = (more: object) => hub.admin<Probe>('POST', '/api/v1/probes', { ...input, ...more });

  it('is run by the hub, and fails after two failures in a row', async () => {
    const probe = await add({ target: page('/switched') });
    const up = await until('the page is up', async () => {
      const state = await stateOf(probe.id);
      return state.observation === 'up' ? state : undefined;
    });
    expect(up).toMatchObject({ last: { outcome: 'ok', statusCode: 200 }, failures: 0 });
    expect(up.p95Ms).toBeGreaterThan(0);
    expect(up.curveMs).toHaveLength(24);

    targets.status = 503;
    const down = await until(
      'the page is down',
      async () => {
        const state = await stateOf(probe.id);
        return state.observation === 'down' ? state : undefined;
      },
      25_000,
    );
    expect(down.failures).toBe(2);
    const { items } = await hub.get<ProbeResultsResponse>(
      `/api/v1/probes/${probe.id}/results?${around()}&failed=true`,
    );
    expect(items.map(({ outcome }) => outcome)).toEqual(['status_wrong', 'status_wrong']);
    // Back-dated to the first of the failures.
    expect(down.since).toBe(items.at(-1)!.observedAt);
    const series = await hub.get<ProbeSeriesResponse>(`/api/v1/probes/${probe.id}/series?${around()}`);
    expect(series.stretches.map(({ observation }) => observation)).toEqual(['up', 'down']);
    expect(series.points.reduce((sum, { failures }) => sum + failures, 0)).toBe(2);

    await hub.admin('PUT', `/api/v1/probes/${probe.id}`, {
      ...input,
      target: page('/switched'),
      isEnabled: false,
    });
    const before = await stateOf(probe.id);
    hub.clock.advance(60_000);
    expect(await stateOf(probe.id)).toMatchObject({ observation: 'unknown', attempts: before.attempts });
    await hub.admin('DELETE', `/api/v1/probes/${probe.id}`);
    expect((await hub.as('admin', 'GET', `/api/v1/probes/${probe.id}`)).status).toBe(404);
  }, 60_000);

  it('refuses what makes no sense, by the field', async () => {
    const { systemId } = await hub.place([], 'refusals');
    const { serverId } = await hub.enrol('probed-01');
    const target = { kind: 'tcp', host: '127.0.0.1', port: 1 };
    const cases: [object, string][] = [
      [{ target: { kind: 'http', url: 'file:///etc/passwd' } }, 'target.url'],
      [{ target: { kind: 'http', url: 'http://user:secret@host/' } }, 'target.url'],
      [{ target: { kind: 'icmp', host: '-f' } }, 'target.host'],
      [{ target, timeoutSeconds: 6 }, 'timeoutSeconds'],
      [{ target, serverId, isEvidenceOfHost: true, runnerServerId: serverId }, 'runnerServerId'],
      [{ target, isEvidenceOfHost: true }, 'serverId'],
      [{ target, isCanary: true, intervalSeconds: 60 }, 'intervalSeconds'],
      [{ target, isCanary: true, runnerServerId: serverId }, 'runnerServerId'],
      [{ target, systemId: '00000000-0000-4000-8000-000000000000' }, 'systemId'],
    ];
    for (const [more, field] of cases) {
      const response = await hub.as('admin', 'POST', '/api/v1/probes', { ...input, ...more });
      expect({ more, status: response.status, ...((await response.json()) as object) }).toMatchObject({
        status: 400,
        field,
      });
    }
    const probe = await add({ target, isEnabled: false });
    const changed = await hub.as('admin', 'PUT', `/api/v1/probes/${probe.id}`, {
      ...input,
      target,
      systemId,
    });
    expect(await changed.json()).toMatchObject({ code: 'probe_subject_fixed', field: 'systemId' });
  });

  it('is seen by who sees what it is about, and by nobody else', async () => {
    const { systemId } = await hub.place([], 'seen');
    await hub.grant('owner', { kind: 'system', systemId });
    const target = { kind: 'tcp', host: '127.0.0.1', port: targets.tcpPort };
    const seen = await add({ name: 'seen', target, systemId, isEnabled: false });
    const unseen = await add({ name: 'unseen', target, isEnabled: false });
    const listed = (await (await hub.as('owner', 'GET', '/api/v1/probes')).json()) as { items: Probe[] };
    expect(listed.items.map(({ id }) => id)).toEqual([seen.id]);
    expect(listed.items[0]).toMatchObject({ systemName: 'seen', runnerServerName: null });
    expect((await hub.as('owner', 'GET', `/api/v1/probes/${unseen.id}/series?${around()}`)).status).toBe(404);
    const states = (await (
      await hub.as('owner', 'GET', '/api/v1/probes/states')
    ).json()) as ProbeStatesResponse;
    expect(states.items.map(({ probeId }) => probeId)).toEqual([seen.id]);
  });
});

describe('response time of a system', () => {
  it('is p95 of its pages in service hours, whole and by quarter, also from a deleted probe', async () => {
    const { systemId } = await hub.place([], 'measured');
    const probe = await hub.admin<Probe>('POST', '/api/v1/probes', {
      name: 'measured',
      target: page('/good'),
      systemId,
      intervalSeconds: 3600,
      isEnabled: false,
    });
    const hourMs = Math.floor((hub.clock.nowMs() - day) / 3_600_000) * 3_600_000;
    const durations = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [20 * (index + 1), 1]));
    await hub.sql(`INSERT INTO probe_hour VALUES ($1, $2, 110, 10, $3, 101000, 20, 2000, 0, 0)`, [
      probe.id,
      new Date(hourMs),
      durations,
    ]);
    await hub.sql(`INSERT INTO probe_stretch VALUES ($1, $2, $3, 'up')`, [
      probe.id,
      new Date(hourMs),
      new Date(hourMs + 3_600_000),
    ]);
    await hub.admin('DELETE', `/api/v1/probes/${probe.id}`);
    const path = `/api/v1/systems/${systemId}/response-time`;
    const whole = await hub.get<ResponseTimeResponse>(
      `${path}?from=${instant(hourMs)}&to=${instant(hourMs + 3_600_000)}`,
    );
    expect(whole).toMatchObject({
      measure: 'response-time-p95@1',
      actualSeconds: '1.900',
      numerator: '95',
      denominator: '100',
      coveragePercent: '100.0000',
      isCoverageSufficient: true,
      evidence: [{ probeName: 'measured', attempts: 110, hours: 1 }],
    });
    expect(whole.quarters).toHaveLength(1);
    const none = await hub.get<ResponseTimeResponse>(
      `${path}?from=${instant(hourMs - 3_600_000)}&to=${instant(hourMs)}`,
    );
    expect(none).toMatchObject({
      actualSeconds: null,
      coveragePercent: '0.0000',
      isCoverageSufficient: false,
    });
  });
});

it('lets results go after their time, and keeps what was made of them', async () => {
  const months = async () =>
    (
      await hub.sql<{ name: string }>(
        `SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent = 'probe_result'::regclass ORDER BY 1`,
      )
    ).map(({ name }) => name);
  await hub.app.get(ProbeRetention).run(hub.clock.nowMs());
  const now = await months();
  expect(now.length).toBeGreaterThanOrEqual(1);
  await hub.app.get(ProbeRetention).run(hub.clock.nowMs() + 100 * day);
  expect((await months()).filter((name) => now.includes(name))).toEqual([]);
  expect((await hub.sql('SELECT FROM probe_hour')).length).toBeGreaterThan(0);
});
