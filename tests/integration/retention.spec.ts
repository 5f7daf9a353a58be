import crypto from 'node:crypto';
import type {
  Acknowledgement,
  RawSamplesResponse,
  SamplesResponse,
  StorageResponse,
} from '../../libs/contract/src/index.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import { FoldingService } from '../../apps/server/src/telemetry/hours/folding.service.js';
import { KeptSpans } from '../../apps/server/src/telemetry/retention/kept-spans.js';
import { sampleColumns } from '../../apps/server/src/telemetry/recent/sample-rows.js';
import { RetentionService } from '../../apps/server/src/telemetry/retention/retention.service.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let hub: TestHub;
let agent: TestAgent;
/** Midnight of the day on which the samples are taken. */
let startMs: number;

const begin = async (environment: Record<string, string> = {}) => {
  hub = await TestHub.start({ environment });
  agent = await hub.enrol('web-01');
  startMs = Math.floor(hub.clock.nowMs() / day) * day;
  hub.clock.moveTo(startMs + 3 * hour);
};
afterEach(() => hub.stop());

const sample = (index: number, shiftMs = 0) =>
  sampleAt(startMs + index * minute + shiftMs, index, {
    intervalSeconds: 60,
    metrics: { cpuPercent: index % 100 },
  });
const samples = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => sample(from + index));
const fold = () => hub.app.get(FoldingService).fold();
const retain = () => hub.app.get(RetentionService).run();
const days = async () => {
  const rows = await hub.sql<{ name: string }>(
    `SELECT relid::regclass::text AS name FROM pg_partition_tree('sample_recent') WHERE isleaf ORDER BY 1`,
  );
  return rows.map(({ name }) => name).filter((name) => /\d$/.test(name));
};
const dayName = (ms: number) =>
  `sample_recent_${new Date(ms).toISOString().slice(0, 10).replaceAll('-', '')}`;
const raw = (fromMs = startMs, toMs = startMs + day) =>
  hub.get<RawSamplesResponse>(
    `/api/v1/servers/${agent.serverId}/samples/raw?from=${new Date(fromMs).toISOString()}&to=${new Date(toMs).toISOString()}&limit=1000`,
  );
const seqs = async () => (await raw()).items.map(({ seq }) => seq);
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

it('a day goes when its samples are in hours, and not before; every figure stays', async () => {
  await begin();
  await agent.report(samples(0, 150));
  hub.clock.moveTo(startMs + 4 * day);
  await retain();
  expect(await days()).toContain(dayName(startMs));
  await fold();
  await retain();
  expect(await days()).not.toContain(dayName(startMs));
  expect(await days()).toContain(dayName(startMs + 6 * day));
  expect(await hub.sql('SELECT FROM sample_recent')).toEqual([]);
  expect(await seqs()).toEqual(range(150));
});

it('what is sent again after its day has gone is there once, and what comes late is added', async () => {
  await begin();
  await agent.report(samples(0, 150).filter(({ seq }) => seq < 100 || seq > 110));
  hub.clock.moveTo(startMs + 4 * day);
  await fold();
  await retain();
  await agent.report(samples(0, 150));
  expect(await seqs()).toEqual(range(150));
  await fold();
  await retain();
  expect(await days()).not.toContain(dayName(startMs));
  expect(await seqs()).toEqual(range(150));
});

it('what was written as its day was going is put back, folded, and goes with the next run', async () => {
  await begin();
  await agent.report(samples(0, 120));
  hub.clock.moveTo(startMs + 4 * day);
  await fold();
  // As if a run was cut off after the day had left its table, with rows that came in between.
  await hub.sql(`ALTER TABLE sample_recent DETACH PARTITION ${dayName(startMs)}`);
  await hub.sql(`ALTER TABLE ${dayName(startMs)} RENAME TO leaving_${dayName(startMs)}`);
  const changed: Record<string, string> = { seq: '500', observed_at: "observed_at + interval '5 seconds'" };
  await hub.sql(
    `INSERT INTO leaving_${dayName(startMs)} (${sampleColumns.join(', ')})
     SELECT ${sampleColumns.map((name) => changed[name] ?? name).join(', ')} FROM leaving_${dayName(startMs)} WHERE seq = 7`,
  );
  await retain();
  expect(await hub.sql(`SELECT FROM pg_class WHERE relname LIKE 'leaving%'`)).toEqual([]);
  expect(await seqs()).toEqual([...range(8), 500, ...range(120).slice(8)]);
  await fold();
  await retain();
  expect(await hub.sql('SELECT FROM sample_recent')).toEqual([]);
  expect(await seqs()).toEqual([...range(8), 500, ...range(120).slice(8)]);
});

it('samples of clocks that were never set are kept, each once, and leave like the others', async () => {
  await begin();
  const years = (from: string) => Date.parse(from) - startMs;
  const strange = [
    years('1970-01-01T00:00:00Z'),
    years('2021-05-05T00:00:00Z'),
    years('2150-01-01T00:00:00Z'),
  ];
  for (const [index, shiftMs] of strange.entries()) {
    const sent = { ...sample(60 + index, shiftMs), bootId: `boot-${index}`, monotonicMs: 1000 };
    const clock = { sentAtMs: Date.parse(sent.observedAt), sentBootId: sent.bootId, sentMonotonicMs: 1000 };
    for (const status of ['accepted', 'duplicate']) {
      const answer = (await (await agent.post([sent], clock)).json()) as Acknowledgement;
      expect(answer.results).toMatchObject([{ status }]);
    }
  }
  hub.clock.moveTo(startMs + 4 * day);
  await fold();
  await retain();
  expect(await hub.sql('SELECT FROM sample_recent')).toEqual([]);
  expect((await raw(startMs, startMs + 4 * hour)).total).toBe(3);
});

describe('beyond the disk budget', () => {
  const months = (count: number) => startMs + count * 31 * day;

  beforeEach(async () => {
    await begin({ OPSGAUGE_RAW_BUDGET_GB: '0.000001' });
    await agent.report(samples(0, 180));
    hub.clock.moveTo(startMs + 4 * day);
    await fold();
    await retain();
  });

  it('samples stay for 35 days; after that their hours stay, and say so', async () => {
    expect((await raw()).total).toBe(180);
    hub.clock.moveTo(months(3));
    await retain();
    expect(await raw()).toMatchObject({ total: 0, basis: 'hours', rawFrom: null });
    const chart = await hub.get<SamplesResponse>(
      `/api/v1/servers/${agent.serverId}/samples?from=${new Date(startMs).toISOString()}&to=${new Date(startMs + 3 * hour).toISOString()}&points=300&metrics=cpuPercent`,
    );
    expect(chart).toMatchObject({ basis: 'hours', bucketSeconds: 3600 });
    expect(chart.series.cpuPercent!.max).toEqual([59, 99, 79]);
  });

  it('spans that somebody asked to keep stay, and only they', async () => {
    await hub.app.get(Database).transaction((client) =>
      hub.app.get(KeptSpans).keep(client, {
        id: crypto.randomUUID(),
        serverId: agent.serverId,
        fromMs: startMs + 70 * minute,
        toMs: startMs + 80 * minute,
        reason: 'fault 7',
      }),
    );
    hub.clock.moveTo(months(3));
    await retain();
    await retain();
    expect(await seqs()).toEqual(range(60).map((index) => 60 + index));
    expect((await raw()).basis).toBe('hours');
  });
});

it('the storage page says what is there', async () => {
  await begin();
  await agent.report(samples(0, 150));
  await fold();
  const storage = await hub.get<StorageResponse>('/api/v1/storage');
  expect(storage).toMatchObject({
    rawBudgetBytes: 20 * 2 ** 30,
    rawKeptDays: 35,
    foldedUntil: new Date(startMs + 2 * hour).toISOString(),
    lateHours: 0,
    keptSpans: 0,
  });
  expect(storage.parts.map(({ part }) => part)).toEqual([
    'recent',
    'raw',
    'hours',
    'days',
    'months',
    'other',
  ]);
  expect(storage.parts[1]).toMatchObject({
    from: new Date(startMs).toISOString(),
    to: new Date(startMs + 2 * hour).toISOString(),
  });
  for (const { part, bytes } of storage.parts) if (part !== 'other') expect(bytes).toBeGreaterThan(0);
  const sum = storage.parts.reduce((total, { bytes }) => total + bytes, 0);
  expect(sum).toBe(storage.databaseBytes);
});
