import { jest } from '@jest/globals';
import type {
  Acknowledgement,
  ErrorBody,
  RawSamplesResponse,
  SamplesResponse,
  ServersResponse,
} from '../../libs/contract/src/index.js';
import { LatestStore } from '../../apps/server/src/telemetry/latest-store.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

let hub: TestHub;
let agent: TestAgent;
let startMs: number;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());
beforeEach(async () => {
  agent = await hub.enrol('web-01');
  startMs = hub.clock.nowMs() - 3_600_000;
});

const errorOf = async (response: Response) => ({
  status: response.status,
  ...((await response.json()) as ErrorBody),
});
const stored = (from = startMs - 1, to = startMs + 3_600_000) =>
  hub.get<RawSamplesResponse>(
    `/api/v1/servers/${agent.serverId}/samples/raw?from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}&limit=1000`,
  );

describe('a request that cannot be read', () => {
  const post = (body: string, token = agent.credential) =>
    hub.request('POST', '/api/v1/agent/reports', body, { authorization: `Bearer ${token}` });

  it('names malformed JSON', async () => {
    expect(await errorOf(await post('{"samples": [}'))).toMatchObject({
      status: 400,
      code: 'malformed_json',
    });
  });

  it('refuses 5 MB', async () => {
    expect(await errorOf(await post(`"${'x'.repeat(5_000_000)}"`))).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
  });

  it('refuses a wrong token, and says nothing of the server', async () => {
    expect(await errorOf(await post('{}', 'wrong'))).toMatchObject({
      status: 401,
      code: 'agent_credential_invalid',
    });
  });

  it('names the field that is missing', async () => {
    expect(await errorOf(await post('{"samples": []}'))).toMatchObject({
      status: 400,
      code: 'invalid_request',
      field: 'sentAt',
    });
  });

  it('answers every error with the correlation id of its header', async () => {
    const response = await post('{');
    const { correlationId } = (await response.json()) as ErrorBody;
    expect(correlationId).toBe(response.headers.get('x-correlation-id'));
  });
});

describe('a report with good records and bad ones', () => {
  const answers = async (bad: unknown): Promise<Acknowledgement['results']> => {
    const response = await agent.post([sampleAt(startMs, 1), bad, sampleAt(startMs + 10_000, 2)]);
    expect(response.status).toBe(200);
    return ((await response.json()) as Acknowledgement).results;
  };
  const raw = (changes: object) => ({ ...sampleAt(startMs + 5000, 7), ...changes });

  it.each([
    ['a null', () => raw({ metrics: { cpuPercent: null } }), 'invalid_value', /^metrics\.cpuPercent: /],
    [
      'a negative',
      () => raw({ metrics: { memoryUsedBytes: -1 } }),
      'invalid_value',
      /^metrics\.memoryUsedBytes: /,
    ],
    ['a text for a number', () => raw({ metrics: { load1: '1' } }), 'invalid_value', /^metrics\.load1: /],
    ['no seq', () => raw({ seq: undefined }), 'invalid_value', /^seq: /],
    ['a number for a record', () => 5, 'invalid_value', /object/],
    [
      'a time ten years ahead',
      () => raw({ observedAt: '2036-11-21T00:00:00.000Z' }),
      'time_out_of_range',
      /^observedAt: /,
    ],
    [
      'a time ten years back',
      () => raw({ observedAt: '2016-11-21T00:00:00.000Z' }),
      'time_out_of_range',
      /^observedAt: /,
    ],
  ])('rejects %s by name and keeps the others', async (_, bad, code, message) => {
    const [first, second, third] = await answers(bad());
    expect(first).toMatchObject({ index: 0, seq: 1, status: 'accepted' });
    expect(second).toMatchObject({
      index: 1,
      status: 'rejected',
      code,
      message: expect.stringMatching(message) as string,
    });
    expect(third).toMatchObject({ index: 2, seq: 2, status: 'accepted' });
    expect((await stored()).items.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('rejects 1e999, which JSON reads as infinity', async () => {
    const body = JSON.stringify({
      sentAt: new Date(startMs).toISOString(),
      samples: [raw({ metrics: { load1: 12345 } }), sampleAt(startMs, 1)],
    }).replace('12345', '1e999');
    const response = await hub.request('POST', '/api/v1/agent/reports', body, {
      authorization: `Bearer ${agent.credential}`,
    });
    const { results } = (await response.json()) as Acknowledgement;
    expect(results).toMatchObject([{ status: 'rejected', code: 'invalid_value' }, { status: 'accepted' }]);
  });

  it('ignores an unknown field: agents outlive hubs', async () => {
    expect((await answers(raw({ colour: 'blue' })))[1]).toMatchObject({ seq: 7, status: 'accepted' });
  });

  it('answers a replay as a duplicate, within a report and across reports', async () => {
    expect((await answers(sampleAt(startMs, 1)))[1]).toMatchObject({ seq: 1, status: 'duplicate' });
    const { results } = await agent.report([sampleAt(startMs, 1), sampleAt(startMs + 20_000, 3)]);
    expect(results.map(({ status }) => status)).toEqual(['duplicate', 'accepted']);
    expect((await stored()).total).toBe(3);
  });

  it('keeps one of two equal reports that come at once', async () => {
    const samples = Array.from({ length: 50 }, (_, seq) => sampleAt(startMs + seq * 10_000, seq));
    const [one, other] = await Promise.all([agent.report(samples), agent.report(samples)]);
    const statuses = [...one.results, ...other.results].map(({ status }) => status);
    expect(statuses.filter((status) => status === 'accepted')).toHaveLength(50);
    expect((await stored()).total).toBe(50);
  });
});

describe('a wrong clock', () => {
  it('is corrected by the monotonic clock, whatever the agent states', async () => {
    const nowMs = hub.clock.nowMs();
    const behindMs = 20 * 60_000;
    const observed = nowMs - behindMs;
    await agent.report(
      [
        sampleAt(observed - 30_000, 1, { monotonicMs: 970_000 }),
        sampleAt(observed, 2, { monotonicMs: 1_000_000 }),
      ],
      { sentMonotonicMs: 1_000_000, sentBootId: 'boot-1' },
    );
    const { items } = await stored(nowMs - 60_000, nowMs + 60_000);
    expect(items).toHaveLength(2);
    expect(Math.abs(items[1]!.correctionMs - behindMs)).toBeLessThan(5000);
    expect(items[0]!.observedAt).toBe(new Date(observed - 30_000).toISOString());
  });
});

describe('a range of samples', () => {
  it('has aligned buckets, keeps the extremes, and null where there is a gap', async () => {
    const firstMs = Math.ceil(startMs / 600_000) * 600_000;
    const seqs = Array.from({ length: 180 }, (_, seq) => seq).filter((seq) => seq < 60 || seq >= 120);
    await agent.report(
      seqs.map((seq) =>
        sampleAt(firstMs + seq * 10_000, seq, { metrics: { cpuPercent: seq % 2 ? 80 : 10 } }),
      ),
    );
    const query = `from=${new Date(firstMs).toISOString()}&to=${new Date(firstMs + 1_800_000).toISOString()}&points=30`;
    const range = await hub.get<SamplesResponse>(`/api/v1/servers/${agent.serverId}/samples?${query}`);
    expect(range.bucketSeconds).toBe(60);
    expect(range.times).toHaveLength(30);
    const { mean, min, max } = range.series.cpuPercent!;
    expect(mean.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 45));
    expect(min[0]).toBe(10);
    expect(max[0]).toBe(80);
    expect(mean.slice(10, 20)).toEqual(Array.from({ length: 10 }, () => null));
    expect(mean[20]).toBe(45);
  });

  it.each([
    ['to before from', 'from=2026-11-21T01:00:00Z&to=2026-11-21T00:00:00Z', 'period_invalid', 'to'],
    ['no to', 'from=2026-11-21T01:00:00Z', 'invalid_request', 'to'],
    [
      '601 points',
      'from=2026-11-21T00:00:00Z&to=2026-11-21T01:00:00Z&points=601',
      'invalid_request',
      'points',
    ],
  ])('refuses %s', async (_, query, code, field) => {
    const response = await hub.as('admin', 'GET', `/api/v1/servers/${agent.serverId}/samples?${query}`);
    expect(await errorOf(response)).toMatchObject({ status: 400, code, field });
  });
});

describe('the next samples of a server heard before', () => {
  let asked: jest.SpiedFunction<LatestStore['lock']>;
  beforeEach(async () => {
    await agent.reportLive([sampleAt(startMs, 1), sampleAt(startMs + 10_000, 2)]);
    asked = jest.spyOn(hub.app.get(LatestStore), 'lock');
  });
  afterEach(() => asked.mockRestore());
  const sampleOf = (seq: number) => sampleAt(startMs + (seq - 1) * 10_000, seq);

  it('are written without a question to the database', async () => {
    await agent.reportLive([sampleOf(3), sampleOf(4)]);
    expect(asked).not.toHaveBeenCalled();
    expect((await stored()).items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('are looked at with care where one was there before, and kept once', async () => {
    const { results } = await agent.report([sampleOf(2), sampleOf(3)]);
    expect(results.map(({ status }) => status)).toEqual(['duplicate', 'accepted']);
    expect(asked).toHaveBeenCalled();
    expect((await stored()).items.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('are kept with all that came with them where the host has another device now', async () => {
    const disks = [{ name: 'sdb', readBytesPerSecond: 1, writeBytesPerSecond: 2.5 }];
    await agent.reportLive([sampleAt(startMs + 20_000, 3, { devices: { disks } })]);
    await agent.reportLive([sampleAt(startMs + 30_000, 4, { devices: { disks } })]);
    expect(asked).toHaveBeenCalledTimes(1);
    const { items } = await hub.get<ServersResponse>('/api/v1/servers');
    expect(items.find(({ id }) => id === agent.serverId)!.latest!.devices.disks).toEqual(disks);
  });
});
