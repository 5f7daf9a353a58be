import {
  rawSamplesResponseSchema,
  type SampleInput,
  type SamplesResponse,
} from '../../libs/contract/src/index.js';
import { histogramOf } from '../../libs/domain/src/index.js';
import { FoldingService } from '../../apps/server/src/telemetry/hours/folding.service.js';
import { unpackHistogram } from '../../apps/server/src/telemetry/hours/histogram-bytes.js';
import { decodeHour } from '../../apps/server/src/telemetry/hours/hour-blob.js';
import { samplesOf } from '../../apps/server/src/telemetry/hours/hour-columns.js';
import { SampleReader } from '../../apps/server/src/telemetry/reading/sample-reader.service.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

const minute = 60_000;
const hour = 60 * minute;

let hub: TestHub;
let agent: TestAgent;
/** The start of the first of three hours, of which the last is going on. */
let startMs: number;

beforeEach(async () => {
  hub = await TestHub.start();
  agent = await hub.enrol('web-01');
  startMs = Math.floor(hub.clock.nowMs() / hour) * hour - 2 * hour;
  hub.clock.moveTo(startMs + 2 * hour + 30 * minute);
});
afterEach(() => hub.stop());

const fold = () => hub.app.get(FoldingService).fold();

/** One a minute: from 10 to 69 per cent in each hour, and a mount that fills. */
const minuteSample = (index: number): SampleInput =>
  sampleAt(startMs + index * minute, index, {
    intervalSeconds: 60,
    metrics: { cpuPercent: 10 + (index % 60), load1: 0.25, memoryUsedBytes: 8_000_000_000 + index },
    devices: {
      mounts: [
        {
          mountPoint: '/',
          device: '/dev/vda1',
          fileSystem: 'ext4',
          totalBytes: 100,
          usedBytes: 50,
          availableBytes: 50,
          usedPercent: 50,
        },
      ],
      disks: [],
      interfaces: [],
    },
  });
const minutes = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => minuteSample(from + index));

const countsByHour = async () => {
  const rows = await hub.sql<{ hour_at: Date; sample_count: number }>(
    'SELECT hour_at, sample_count FROM server_hour ORDER BY hour_at',
  );
  return rows.map(({ hour_at, sample_count }) => [(hour_at.getTime() - startMs) / hour, sample_count]);
};
const foldedSamples = async () => {
  const rows = await hub.sql<{ samples: Buffer }>('SELECT samples FROM server_hour_raw ORDER BY hour_at');
  return rows.flatMap(({ samples }) => samplesOf(decodeHour(samples)));
};
const recentSamples = () =>
  hub.app.get(SampleReader).recent(agent.serverId, { fromMs: startMs, toMs: startMs + 3 * hour });
const chart = (fromMs: number, toMs: number, points: number) =>
  hub.get<SamplesResponse>(
    `/api/v1/servers/${agent.serverId}/samples?from=${new Date(fromMs).toISOString()}&to=${new Date(toMs).toISOString()}&points=${points}`,
  );

/** Means are sums of doubles, and depend on their order in the last digits. */
const near = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'number' ? Number(one.toPrecision(12)) : one,
  );

it('hours that are over are folded, each sample once and unchanged; the one that goes on is left alone', async () => {
  await agent.report(minutes(0, 150));
  await fold();
  expect(await countsByHour()).toEqual([
    [0, 60],
    [1, 60],
  ]);
  expect(await foldedSamples()).toEqual((await recentSamples()).slice(0, 120));
  const [row] = await hub.sql<{ cpu_histogram: Buffer; cpu_percent_mean: number; load1_count: number }>(
    'SELECT * FROM server_hour ORDER BY hour_at LIMIT 1',
  );
  expect(row).toMatchObject({ cpu_percent_mean: 39.5, load1_count: 60 });
  expect(unpackHistogram(row!.cpu_histogram)).toEqual(
    histogramOf(minutes(0, 60).map(({ metrics }) => metrics.cpuPercent!)),
  );
});

it('folding again writes nothing', async () => {
  await agent.report(minutes(0, 150));
  const versions = () =>
    hub.sql('SELECT h.xmin, r.xmin FROM server_hour h JOIN server_hour_raw r USING (hour_at)');
  await fold();
  const before = await versions();
  await hub.sql(`INSERT INTO late_hour SELECT server_id, hour_at FROM server_hour`);
  await fold();
  expect(await versions()).toEqual(before);
  expect(await hub.sql('SELECT FROM late_hour')).toEqual([]);
});

it('an hour waits until what was on its way is written', async () => {
  await agent.report(minutes(0, 120));
  hub.clock.moveTo(startMs + 2 * hour + 4 * minute);
  await fold();
  expect(await countsByHour()).toEqual([[0, 60]]);
  hub.clock.advance(minute);
  await fold();
  expect(await countsByHour()).toHaveLength(2);
});

it('samples that come late are added to their hour, also when its others are no longer in the table', async () => {
  const late = [7, 8, 9];
  await agent.report(minutes(0, 120).filter((_, index) => !late.includes(index)));
  await fold();
  expect(await countsByHour()).toEqual([
    [0, 57],
    [1, 60],
  ]);
  await hub.sql('DELETE FROM sample_recent');
  await agent.report(late.map(minuteSample));
  await fold();
  expect(await countsByHour()).toEqual([
    [0, 60],
    [1, 60],
  ]);
  expect((await foldedSamples()).map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, seq) => seq));
});

it('a chart says the same from hours as from samples, and across where the hours end', async () => {
  await agent.report(minutes(0, 150).filter((_, index) => index < 40 || index > 70));
  const windows = [
    [startMs, startMs + 2.5 * hour, 3],
    [startMs + 10 * minute, startMs + 2.25 * hour, 3],
    [startMs - 20 * hour, startMs + 4 * hour, 12],
  ] as [number, number, number][];
  const charts = () => Promise.all(windows.map(([from, to, points]) => chart(from, to, points)));
  const fromSamples = await charts();
  expect(fromSamples.map(({ bucketSeconds }) => bucketSeconds)).toEqual([3600, 3600, 7200]);
  await fold();
  const fromHours = await charts();
  for (const [index, { series, ...rest }] of fromSamples.entries()) {
    const { series: other, ...otherRest } = fromHours[index]!;
    expect(otherRest).toEqual(rest);
    for (const name of ['cpuPercent', 'memoryUsedBytes', 'swapUsedPercent'] as const) {
      expect([other[name]!.min, other[name]!.max]).toEqual([series[name]!.min, series[name]!.max]);
      other[name]!.mean.forEach((mean, bucket) => {
        const expected = series[name]!.mean[bucket]!;
        if (mean === null || expected === null) expect(mean).toBe(expected);
        else expect(Math.abs(mean - expected)).toBeLessThanOrEqual(1e-12 * expected);
      });
    }
  }
  // What was folded is enough: without their samples in the table the charts stay.
  await hub.sql(`DELETE FROM sample_recent WHERE observed_at < $1`, [new Date(startMs + 2 * hour)]);
  expect(await charts()).toEqual(fromHours);
});

it('fine charts, devices, percentiles and the samples themselves are the same before and after', async () => {
  await agent.report(minutes(0, 150).filter((_, index) => index < 40 || index > 70));
  const at = (minuteNumber: number) => new Date(startMs + minuteNumber * minute).toISOString();
  const path = `/api/v1/servers/${agent.serverId}/samples`;
  const window = `from=${at(17)}&to=${at(140)}`;
  const read = () =>
    Promise.all(
      [
        `${path}?${window}&points=60&metrics=cpuPercent,load1`,
        `${path}/devices?${window}&points=60&kind=mounts&name=${encodeURIComponent('/')}`,
        `${path}/summary?${window}`,
        `${path}/raw?${window}&limit=100`,
        `${path}/raw?${window}&limit=25&order=last`,
        `${path}/raw?from=${at(60)}&to=${at(75)}`,
      ].map((one) => hub.get<Record<string, unknown>>(one)),
    );
  const before = await read();
  expect(before[1]).toMatchObject({
    series: { usedPercent: { mean: expect.arrayContaining([50]) as unknown } },
  });
  expect(before[2]).toMatchObject({
    basis: 'samples',
    metrics: { cpuPercent: { count: 92, p95: 65, p95ErrorMax: 0 }, load1: { p95: null } },
  });
  expect(before[3]).toMatchObject({ total: 92, rawFrom: new Date(startMs).toISOString() });
  await fold();
  await hub.sql(`DELETE FROM sample_recent WHERE observed_at < $1`, [new Date(startMs + 2 * hour)]);
  const after = await read();
  for (const [index, answer] of before.entries()) expect(near(after[index])).toEqual(near(answer));
});

it.each(['first', 'last'])(
  'raw samples are handed out page by page, %s first, across what was folded',
  async (order) => {
    await agent.report(minutes(0, 150));
    await fold();
    await hub.sql(`DELETE FROM sample_recent WHERE observed_at < $1`, [new Date(startMs + hour)]);
    const at = (minuteNumber: number) => new Date(startMs + minuteNumber * minute).toISOString();
    const path = `/api/v1/servers/${agent.serverId}/samples/raw?from=${at(17)}&to=${at(140)}`;
    const pageAfter = async (cursor: string | null) =>
      rawSamplesResponseSchema.parse(
        await hub.get(`${path}&limit=50&order=${order}&include=devices${cursor ? `&cursor=${cursor}` : ''}`),
      );
    const pages = [await pageAfter(null)];
    while (pages.at(-1)!.nextCursor !== null) pages.push(await pageAfter(pages.at(-1)!.nextCursor));
    expect(pages.map(({ items, total }) => [items.length, total])).toEqual([
      [50, 123],
      [50, 123],
      [23, 123],
    ]);
    const inOrder = order === 'first' ? pages : pages.toReversed();
    const items = inOrder.flatMap((page) => page.items);
    expect(items.map(({ observedAt }) => observedAt)).toEqual(
      Array.from({ length: 123 }, (_, one) => at(17 + one)),
    );
    expect(items.every(({ devices }) => devices!.mounts.length > 0)).toBe(true);
    const plain = rawSamplesResponseSchema.parse(await hub.get(`${path}&limit=1`));
    expect(plain.items[0]).not.toHaveProperty('devices');
  },
);

it('days and months are summed up once they are over, and again when samples come late', async () => {
  const counts = () =>
    Promise.all(
      ['day', 'month'].map(async (unit) => {
        const rows = await hub.sql<{ count: number; mean: number }>(
          `SELECT sample_count AS count, cpu_percent_mean AS mean FROM server_${unit} ORDER BY ${unit}_at`,
        );
        return rows.map(({ count, mean }) => [count, Math.round(mean * 1000) / 1000]);
      }),
    );
  // A month of Shanghai begins eight hours before that of UTC.
  const monthMs = Date.parse('2027-03-01T00:00:00+08:00');
  hub.clock.moveTo(monthMs - 10 * minute);
  const sample = (index: number) =>
    sampleAt(monthMs - hour + index * minute, index, { metrics: { cpuPercent: index } });
  await agent.report([0, 1, 2].map(sample));
  await fold();
  expect(await counts()).toEqual([[], []]);
  hub.clock.moveTo(monthMs + 6 * minute);
  await fold();
  expect(await counts()).toEqual([[[3, 1]], [[3, 1]]]);
  await agent.report([sample(9)]);
  await fold();
  expect(await counts()).toEqual([[[4, 3]], [[4, 3]]]);
  expect(await hub.sql('SELECT revision FROM server_hour_raw')).toEqual([{ revision: 2 }]);
});

it('hubs that fold at once fold each sample once', async () => {
  const other = await hub.another();
  try {
    await agent.report(minutes(0, 120));
    await Promise.all([fold(), other.app.get(FoldingService).fold(), fold()]);
    expect((await foldedSamples()).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 120 }, (_, seq) => seq),
    );
  } finally {
    await other.stop();
  }
});
