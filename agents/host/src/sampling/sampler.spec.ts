import { sampleSchema } from '@opsgauge/contract';
import type { Collector } from '../collectors/collector.js';
import { createHostCollectors } from '../collectors/host-collectors.js';
import { createHostFiles } from '../system/host-files.js';
import { createLog, silentLog } from '../system/log.js';
import { until } from '../testing/until.js';
import { SampleTaker } from './sample-taker.js';
import { Sampler } from './sampler.js';
import { SamplingLoop } from './sampling-loop.js';
import { TickSchedule } from './schedule.js';

it('goes on without a collector that fails, and logs it once when it begins and once when it ends', async () => {
  let isBroken = true;
  const broken: Collector = {
    name: 'broken',
    collect: () => {
      if (isBroken) throw new Error('hidden');
      return { metrics: { processCount: 3 } };
    },
  };
  const lines: string[] = [];
  const sampler = new Sampler(
    [broken, { name: 'load', collect: () => ({ metrics: { load1: 1 } }) }],
    createLog((line) => lines.push(line)),
  );
  expect((await sampler.read()).metrics).toEqual({ load1: 1 });
  await sampler.read();
  expect([...sampler.failures]).toEqual([['broken', 'hidden']]);
  isBroken = false;
  expect((await sampler.read()).metrics).toEqual({ load1: 1, processCount: 3 });
  expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([
    'collector cannot read',
    'collector works again',
  ]);
});

it('takes a complete sample of this very host, as the contract wants it', async () => {
  const files = createHostFiles();
  const taker = new SampleTaker(files, new Sampler(createHostCollectors(files), silentLog));
  await taker.warmUp();
  const sample = sampleSchema.parse({ epoch: 1, seq: 0, ...(await taker.take(10)) });
  const always = [
    'cpuPercent',
    'ioWaitPercent',
    'load1',
    'memoryUsedPercent',
    'memoryUsedBytes',
    'processCount',
    'uptimeSeconds',
  ];
  expect(Object.keys(sample.metrics)).toEqual(expect.arrayContaining(always));
  expect(sample.devices.mounts.map((mount) => mount.mountPoint)).toContain('/');
});

it('samples faster while somebody looks, at once and not only after the interval, and states the ordinary interval', async () => {
  const files = createHostFiles();
  const sampler = new Sampler([{ name: 'load', collect: () => ({ metrics: { load1: 1 } }) }], silentLog);
  const seen: number[] = [];
  const loop = new SamplingLoop({
    taker: new SampleTaker(files, sampler),
    intervalSeconds: 3600,
    log: silentLog,
    onSample: ({ intervalSeconds }) => seen.push(intervalSeconds),
  });
  const running = loop.run();
  await until(() => seen.length === 1, 'the first sample');
  loop.watch(0.01, 60_000);
  expect(loop.isWatched).toBe(true);
  await until(() => seen.length >= 5, 'faster samples');
  expect(new Set(seen)).toEqual(new Set([3600]));
  loop.watch(0.01, 0);
  expect(loop.isWatched).toBe(false);
  loop.stop();
  await running;
});

describe('the schedule', () => {
  it('keeps to its grid when a tick is late', () => {
    const schedule = new TickSchedule(1000, 10_000, 0.5);
    expect(schedule.nextDueMs(1000)).toBe(6000);
    schedule.advance();
    expect(schedule.nextDueMs(9000)).toBe(16_000);
    schedule.advance();
    expect(schedule.nextDueMs(19_999)).toBe(26_000);
  });

  it('skips what was missed while the host was asleep', () => {
    const schedule = new TickSchedule(0, 10_000, 0.5);
    expect(schedule.nextDueMs(3_600_001)).toBe(3_595_000);
    schedule.advance();
    expect(schedule.nextDueMs(3_600_001)).toBe(3_605_000);
  });

  it('takes another interval from the tick just done', () => {
    const schedule = new TickSchedule(0, 10_000, 1);
    schedule.advance();
    schedule.setInterval(60_000);
    expect(schedule.nextDueMs(10_000)).toBe(70_000);
  });
});
