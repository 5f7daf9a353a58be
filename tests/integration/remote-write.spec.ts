import type { RemoteWriteSource, Server } from '../../libs/contract/src/index.js';
import { untold } from '../../libs/contract/src/index.js';
import {
  encodeWriteRequest,
  packWriteRequest,
  type SeriesToWrite,
} from '../../apps/server/src/telemetry/remote-write/encode-write-request.js';
import { RemoteScrapes } from '../../apps/server/src/telemetry/remote-write/remote-scrapes.service.js';
import { TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

const sources = '/api/v1/remote-write/sources';
/** Longer than the parts of a scrape may take. */
const partsMs = 7000;

let hub: TestHub;
let source: RemoteWriteSource & { token: string };
beforeEach(async () => {
  hub = await TestHub.start();
  source = await hub.admin('POST', sources, { name: '机房一 Prometheus' });
});
afterEach(() => hub.stop());

const series = (
  name: string,
  labels: Record<string, string>,
  samples: [number, number][],
  instance = 'web-01:9100',
): SeriesToWrite => ({
  labels: Object.entries({ __name__: name, instance, job: 'node', ...labels }).map(([label, value]) => ({
    name: label,
    value,
  })),
  samples: samples.map(([timestamp, value]) => ({ timestamp, value })),
});
/** A scrape in one request: a CPU that was busy for `busySeconds` since boot of `seconds`. */
const scrape = (atMs: number, busySeconds: number, seconds: number, instance?: string): SeriesToWrite[] => [
  series('node_cpu_seconds_total', { cpu: '0', mode: 'user' }, [[atMs, busySeconds]], instance),
  series('node_cpu_seconds_total', { cpu: '0', mode: 'idle' }, [[atMs, seconds - busySeconds]], instance),
  series('node_load1', {}, [[atMs, 0.5]], instance),
  series('node_uname_info', { nodename: 'web-01.example.org' }, [[atMs, 1]], instance),
  series('go_goroutines', {}, [[atMs, 8]], instance),
];
const write = (body: Buffer, headers: Record<string, string> = {}, token = source.token) =>
  fetch(new URL('/api/v1/remote-write', hub.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-protobuf',
      'content-encoding': 'snappy',
      'x-prometheus-remote-write-version': '0.1.0',
      authorization: `Bearer ${token}`,
      ...headers,
    },
    body: new Uint8Array(body),
  });
const answerTo = async (response: Response | Promise<Response>) => {
  const { status } = await response;
  const text = await (await response).text();
  return [status, text === '' ? null : (JSON.parse(text) as { code: string }).code];
};
/** Past the time in which parts of a scrape come, reads what was written. */
const settle = async () => {
  hub.clock.advance(partsMs);
  await hub.app.get(RemoteScrapes).read();
};
const assign = (instance: string, target: object) =>
  hub.admin<RemoteWriteSource>('PUT', `${sources}/${source.id}/instances`, { instance, target });
/** The server that is made for the usual instance. */
const newServer = async (instance = 'web-01:9100', name = '门户'): Promise<string> => {
  const { instances } = await assign(instance, { kind: 'newServer', name });
  return instances.find((one) => one.instance === instance)!.serverId!;
};
const samplesOf = (serverId: string) =>
  hub.sql<{ at: Date; cpu_percent: number | null; load1: number; interval_seconds: number }>(
    `SELECT observed_at AS at, cpu_percent, load1, interval_seconds FROM sample_recent
      WHERE server_id = $1 ORDER BY observed_at`,
    [serverId],
  );

it('a host that nobody has assigned is refused by name, and listed; assigned, it becomes a server with samples', async () => {
  const startMs = hub.clock.nowMs();
  const refused = await write(packWriteRequest(scrape(startMs, 10, 100)));
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    code: 'remote_instance_unknown',
    field: 'instance',
    message: expect.stringContaining('web-01:9100'),
  });
  const { items } = await hub.get<{ items: RemoteWriteSource[] }>(sources);
  expect(items).toMatchObject([
    {
      name: '机房一 Prometheus',
      instances: [{ instance: 'web-01:9100', hostname: 'web-01.example.org', serverId: null }],
    },
  ]);
  expect(JSON.stringify(items)).not.toContain(source.token);

  const serverId = await newServer();
  expect(await answerTo(write(packWriteRequest(scrape(startMs + 15_000, 13, 115))))).toEqual([204, null]);
  expect(await answerTo(write(packWriteRequest(scrape(startMs + 30_000, 19, 130))))).toEqual([204, null]);
  hub.clock.advance(30_000);
  await settle();
  expect(await samplesOf(serverId)).toEqual([
    { at: new Date(startMs + 15_000), cpu_percent: null, load1: 0.5, interval_seconds: 60 },
    { at: new Date(startMs + 30_000), cpu_percent: 40, load1: 0.5, interval_seconds: 15 },
  ]);
  const server = await hub.get<Server>(`/api/v1/servers/${serverId}`);
  expect(server).toMatchObject({
    name: '门户',
    hostname: 'web-01.example.org',
    isApproved: true,
    status: 'up',
    intervalSeconds: 15,
    latest: { cpuPercent: 40, load1: 0.5 },
  });
  const inspection = hub.as('admin', 'POST', `/api/v1/servers/${serverId}/inspections`);
  expect(await answerTo(inspection)).toEqual([409, 'server_without_agent']);
});

it('a scrape that comes in parts, twice and out of order is one sample', async () => {
  const serverId = await newServer();
  const startMs = hub.clock.nowMs();
  const parts = (atMs: number, busy: number, total: number) => {
    const [user, ...rest] = scrape(atMs, busy, total);
    return [packWriteRequest([user!]), packWriteRequest(rest)];
  };
  const [firstA, firstB] = parts(startMs, 10, 100);
  const [secondA, secondB] = parts(startMs + 10_000, 15, 110);
  for (const body of [secondB, firstB, firstA, firstA, secondB, secondA]) await write(body!);
  hub.clock.advance(10_000);
  await settle();
  const expected = [
    expect.objectContaining({ at: new Date(startMs), cpu_percent: null }),
    expect.objectContaining({ at: new Date(startMs + 10_000), cpu_percent: 50 }),
  ];
  expect(await samplesOf(serverId)).toEqual(expected);
  // Long after it was read, the same again, and one from before.
  await write(firstA!);
  await write(packWriteRequest(scrape(startMs - 10_000, 5, 90)));
  await write(packWriteRequest(scrape(startMs + 20_000, 16, 120)));
  hub.clock.advance(10_000);
  await settle();
  expect(await samplesOf(serverId)).toEqual([
    expect.objectContaining({ at: new Date(startMs - 10_000), cpu_percent: null, load1: 0.5 }),
    ...expected,
    expect.objectContaining({ at: new Date(startMs + 20_000), cpu_percent: 10 }),
  ]);
  expect(await hub.sql('SELECT 1 FROM remote_write_scrape')).toEqual([]);
});

it('is read without anybody’s asking, and what another hub left too', async () => {
  const serverId = await newServer();
  await write(packWriteRequest(scrape(hub.clock.nowMs(), 10, 100)));
  const other = await hub.another();
  hub.clock.advance(partsMs);
  await until('the sample', async () => (await samplesOf(serverId)).length === 1);
  await other.stop();
});

it('who adds a Prometheus is told the address to write to, and that no other machine reaches this one', () => {
  expect(source).toMatchObject({ hub: hub.url, isLocalOnly: true, certificate: null });
});

it('several hosts of one Prometheus are told apart, and one unknown costs the others nothing', async () => {
  const [one, other] = [await newServer('a:9100', 'a'), await newServer('b:9100', 'b')];
  const atMs = hub.clock.nowMs();
  const written = ['a:9100', 'b:9100', 'c:9100'].flatMap((instance) => scrape(atMs, 1, 10, instance));
  expect(await answerTo(write(packWriteRequest(written)))).toEqual([400, 'remote_instance_unknown']);
  await settle();
  expect(await samplesOf(one)).toHaveLength(1);
  expect(await samplesOf(other)).toHaveLength(1);
  const { items } = await hub.get<{ items: RemoteWriteSource[] }>(sources);
  expect(items[0]!.instances.map(({ instance, serverName }) => [instance, serverName])).toEqual([
    ['a:9100', 'a'],
    ['b:9100', 'b'],
    ['c:9100', null],
  ]);
});

it('a gap without evidence of boot and run is silence: down from the first scrape that was missed', async () => {
  const startMs = hub.clock.nowMs() - 600_000;
  const serverId = await newServer();
  hub.clock.moveTo(startMs);
  await hub.sql('DELETE FROM hub_run');
  await hub.sql('INSERT INTO hub_run (id, started_at, last_beat_at) VALUES (gen_random_uuid(), $1, $2)', [
    new Date(startMs - 60_000),
    new Date(startMs + 600_000),
  ]);
  const at = async (second: number) => {
    hub.clock.moveTo(startMs + second * 1000);
    await write(packWriteRequest(scrape(startMs + second * 1000, second, 10 * second + 1)));
    await settle();
  };
  for (const second of [0, 10, 20, 30, 200, 210]) await at(second);
  const read = await until('the reading', async () => {
    const rows = await hub.sql<{ observation: string; evidence: string; from_s: number; to_s: number }>(
      `SELECT observation, evidence,
              round(extract(epoch FROM from_at) - $2)::int AS from_s, round(extract(epoch FROM to_at) - $2)::int AS to_s
         FROM status_interval WHERE server_id = $1 ORDER BY from_at`,
      [serverId, startMs / 1000],
    );
    return rows.some(({ observation }) => observation === 'down') && rows;
  });
  // Time that simply follows is stored in one piece or several, by when it was read.
  const down = { observation: 'down', evidence: 'silence', from_s: 40, to_s: 200 };
  expect(read.filter(({ observation }) => observation !== 'up')).toEqual([down]);
  expect(read[0]).toMatchObject({ observation: 'up', evidence: 'samples', from_s: 0 });
  expect(read[read.findIndex(({ from_s }) => from_s === 40) - 1]).toMatchObject({
    evidence: 'samples',
    to_s: 40,
  });
  const stored = await hub.sql('SELECT DISTINCT boot_id, run_id FROM sample_recent WHERE server_id = $1', [
    serverId,
  ]);
  expect(stored).toEqual([{ boot_id: untold, run_id: untold }]);
});

it('a server with an agent, one that is another instance already and a retired one are not assigned', async () => {
  const agent = await hub.enrol('with-agent');
  const taken = await newServer('a:9100', 'a');
  const refusalOf = async (serverId: string) =>
    answerTo(
      hub.as('admin', 'PUT', `${sources}/${source.id}/instances`, {
        instance: 'b:9100',
        target: { kind: 'server', serverId },
      }),
    );
  expect(await refusalOf(agent.serverId)).toEqual([409, 'server_reports_itself']);
  expect(await refusalOf(taken)).toEqual([409, 'conflict']);
  expect(await refusalOf(source.id)).toEqual([404, 'not_found']);
  await assign('a:9100', { kind: 'none' });
  await assign('b:9100', { kind: 'server', serverId: taken });
  await hub.admin('PATCH', `/api/v1/servers/${taken}`, { isRetired: true });
  expect(await refusalOf(taken)).toEqual([409, 'server_retired']);
  const written = packWriteRequest(scrape(hub.clock.nowMs(), 1, 10, 'b:9100'));
  expect(await answerTo(write(written))).toEqual([400, 'remote_instance_unknown']);
});

it('a token is good until its source is deleted, and for nothing else', async () => {
  const body = packWriteRequest([]);
  expect(await answerTo(write(body))).toEqual([204, null]);
  expect(await answerTo(write(body, {}, 'made-up'))).toEqual([401, 'remote_write_token_invalid']);
  const agent = await hub.enrol('web-01');
  expect(await answerTo(write(body, {}, agent.credential))).toEqual([401, 'remote_write_token_invalid']);
  const asAgent = { authorization: `Bearer ${source.token}` };
  expect((await hub.request('POST', '/api/v1/agent/reports', {}, asAgent)).status).toBe(401);
  expect((await hub.request('GET', '/api/v1/servers', undefined, asAgent)).status).toBe(401);
  await newServer();
  await write(packWriteRequest(scrape(hub.clock.nowMs(), 1, 10)));
  await hub.admin('DELETE', `${sources}/${source.id}`);
  expect(await answerTo(write(body))).toEqual([401, 'remote_write_token_invalid']);
  for (const table of ['remote_write_instance', 'remote_write_host', 'remote_write_scrape']) {
    expect(await hub.sql(`SELECT 1 FROM ${table}`)).toEqual([]);
  }
  const { items } = await hub.get<{ items: { action: string }[] }>(
    '/api/v1/audit?action=remote-write-source',
  );
  expect(items.map(({ action }) => action)).toEqual([
    'remote-write-source.delete',
    'remote-write-source.assign',
    'remote-write-source.create',
  ]);
});

describe('what is no write request', () => {
  const good = () => packWriteRequest(scrape(hub.clock.nowMs(), 1, 10));
  const invalid = [400, 'remote_write_invalid'];

  it.each<[string, () => Buffer]>([
    ['no snappy block', () => encodeWriteRequest(scrape(0, 1, 10))],
    ['a block that breaks off', () => good().subarray(0, 50)],
    ['nothing', () => Buffer.alloc(0)],
    ['a block that would be 4 GB', () => Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f, 0, 97])],
    ['a length that leads backwards', () => Buffer.from([20, 0xfc, 0xf0, 0xff, 0xff, 0xff, 97, 98])],
    ['no message', () => Buffer.from([4, 12, 0x0a, 0x7f, 0x0a, 0x7f])],
    ['an instant that is none', () => packWriteRequest(scrape(9e15, 1, 10))],
    ['a host without a name', () => packWriteRequest(scrape(hub.clock.nowMs(), 1, 10, ''))],
    ['a host with a NUL', () => packWriteRequest(scrape(hub.clock.nowMs(), 1, 10, 'a\0b'))],
    [
      'a mount with a NUL',
      () =>
        packWriteRequest([
          series('node_filesystem_size_bytes', { mountpoint: 'a\0b', device: 'x', fstype: 'xfs' }, [[1, 1]]),
        ]),
    ],
    ['too many series', () => packWriteRequest(Array.from({ length: 20_001 }, () => series('x', {}, [])))],
  ])('%s is refused, and nothing of it kept', async (_, body) => {
    await newServer();
    expect(await answerTo(write(body()))).toEqual(invalid);
    expect(await hub.sql('SELECT 1 FROM remote_write_scrape')).toEqual([]);
  });

  it('another protocol, packing or type of body is refused as such', async () => {
    const version2 = 'application/x-protobuf;proto=io.prometheus.write.v2.Request';
    const refused: [number, string, Record<string, string>][] = [
      [415, 'unsupported_media_type', { 'content-type': version2 }],
      [415, 'unsupported_media_type', { 'content-encoding': 'zstd' }],
      [415, 'unsupported_media_type', { 'content-type': 'text/csv' }],
      [400, 'malformed_json', { 'content-type': 'application/json' }],
    ];
    for (const [status, code, headers] of refused) {
      expect(await answerTo(write(good(), headers))).toEqual([status, code]);
    }
    const version1 = 'application/x-protobuf;proto=prometheus.WriteRequest';
    await newServer();
    expect(await answerTo(write(good(), { 'content-type': version1 }))).toEqual([204, null]);
  });

  it('a body that is too large is refused', async () => {
    expect(await answerTo(write(Buffer.alloc(5_000_000)))).toEqual([413, 'body_too_large']);
  });

  it('samples of days to come are dropped, and those beside them kept', async () => {
    const serverId = await newServer();
    const nowMs = hub.clock.nowMs();
    await write(packWriteRequest(scrape(nowMs + 3 * 86_400_000, 1, 10)));
    await write(packWriteRequest(scrape(nowMs, 1, 10)));
    await settle();
    expect((await samplesOf(serverId)).map(({ at }) => at.getTime())).toEqual([nowMs]);
  });
});
