import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import { sampleAt, TestHub } from '../support/test-hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());

const read = async () => (await hub.request('GET', '/metrics')).text();
/** The value of one line, labels included; undefined where there is none. */
const valueOf = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

it('is text that Prometheus reads: every series described once and typed, every value a number', async () => {
  const response = await hub.request('GET', '/metrics');
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  const types = new Map<string, string>();
  for (const line of text.trimEnd().split('\n')) {
    const [, name, type] = /^# TYPE ([a-z0-9_]+) (counter|gauge|histogram)$/.exec(line) ?? [];
    if (name && type) {
      expect(types.has(name)).toBe(false);
      types.set(name, type);
    } else if (!line.startsWith('# HELP ')) {
      const [, series, value] = /^([a-z0-9_]+)(?:\{(?:[a-z]+="[^"\n]*",?)+\})? (\S+)$/.exec(line) ?? [];
      expect(types.has(series!.replace(/_(bucket|sum|count)$/, '')) || types.has(series!)).toBe(true);
      expect(Number(value)).not.toBeNaN();
    }
  }
  expect(valueOf(text, 'opsgauge_database_up')).toBe(1);
  expect(valueOf(text, 'opsgauge_database_size_bytes')).toBeGreaterThan(1_000_000);
  expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  expect(valueOf(text, 'process_cpu_seconds_total')).toBeGreaterThan(0);
  expect(valueOf(text, 'nodejs_eventloop_lag_max_seconds')).toBeGreaterThan(0);
});

it('counts what agents hand in', async () => {
  const before = await read();
  const agent = await hub.enrol('web-01');
  const nowMs = hub.clock.nowMs();
  const good = [1, 2, 3].map((seq) => sampleAt(nowMs - seq * 10_000, seq));
  await agent.report(good);
  await agent.post([good[0], { ...good[1], metrics: { load1: 'high' } }]);
  const after = await read();
  const grown = (series: string) => valueOf(after, series)! - (valueOf(before, series) ?? 0);
  expect(grown('opsgauge_ingest_reports_total{outcome="answered"}')).toBe(2);
  expect(grown('opsgauge_ingest_samples_total{status="accepted"}')).toBe(3);
  expect(grown('opsgauge_ingest_samples_total{status="duplicate"}')).toBe(1);
  expect(grown('opsgauge_ingest_samples_total{status="rejected"}')).toBe(1);
  expect(grown('opsgauge_ingest_batch_samples_sum')).toBe(4);
  expect(grown('opsgauge_ingest_report_seconds_count')).toBe(2);
  expect(grown('opsgauge_ingest_report_seconds_bucket{le="+Inf"}')).toBe(2);
  expect(valueOf(after, 'opsgauge_agents_reporting')).toBe(1);
  expect(valueOf(after, 'opsgauge_ingest_queue_samples')).toBe(0);
  expect(valueOf(after, 'opsgauge_discontinuities_waiting')).toBeGreaterThanOrEqual(0);
});

it('tells when each job last ended well', async () => {
  const series = 'opsgauge_job_last_success_timestamp_seconds{job="open-evaluations"}';
  expect(valueOf(await read(), series)).toBeUndefined();
  await hub.app.get(Jobs).runNow('open-evaluations');
  expect(Math.abs(valueOf(await read(), series)! - hub.clock.nowMs() / 1000)).toBeLessThan(60);
});

it.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])(
  'is closed to what a proxy on this machine hands on (%s)',
  async (header) => {
    const response = await hub.request('GET', '/metrics', undefined, { [header]: '127.0.0.1' });
    expect(response.status).toBe(403);
  },
);

it('is open from elsewhere to administrators only', async () => {
  const asRole = async (role: 'admin' | 'operator') =>
    (await hub.as(role, 'GET', '/api/v1/metrics', undefined, { 'x-forwarded-for': '10.0.0.1' })).status;
  expect(await asRole('admin')).toBe(200);
  expect(await asRole('operator')).toBe(403);
  expect((await hub.request('GET', '/api/v1/metrics')).status).toBe(401);
});
