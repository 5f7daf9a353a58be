import fc from 'fast-check';
import { decodeHour, decodeMetrics, encodeHour } from './hour-blob.js';
import type { StoredSample } from './stored-sample.js';

const hourMs = Date.parse('2024-02-29T15:00:00Z');
const percent = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
const anyNumber = fc.oneof(
  percent,
  fc.nat(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeNat(),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const given = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const devices = fc.record({
  mounts: fc.array(
    fc
      .record({
        mountPoint: fc.string({ minLength: 1, unit: 'grapheme' }),
        device: fc.string(),
        fileSystem: fc.constantFrom('ext4', 'xfs', ''),
        totalBytes: fc.maxSafeNat(),
        usedBytes: anyNumber,
        availableBytes: fc.maxSafeNat(),
        usedPercent: percent,
        inodesUsedPercent: optional(percent),
      })
      .map(given),
    { maxLength: 3 },
  ),
  disks: fc.constant([]),
  interfaces: fc.array(
    fc.record({
      name: fc.constantFrom('eth0', 'eth1', '网卡'),
      isUp: fc.boolean(),
      receiveBytesPerSecond: anyNumber,
      transmitBytesPerSecond: fc.nat(),
      errorsPerSecond: percent,
      dropsPerSecond: percent,
    }),
    { maxLength: 2 },
  ),
});

const sample = fc
  .record({
    offsetMs: fc.nat(3_599_999),
    correctionMs: fc.integer({ min: -90_000_000, max: 90_000_000 }),
    delayMs: fc.integer({ min: -5000, max: 90_000_000 }),
    epoch: fc.nat(),
    seq: fc.nat(),
    runId: fc.constantFrom('run-1', 'run-2'),
    bootId: fc.uuid(),
    monotonicMs: anyNumber,
    intervalSeconds: fc.constantFrom(1, 10, 60, 300, 0.5),
    metrics: fc
      .record({
        cpuPercent: optional(percent),
        load1: optional(anyNumber),
        memoryUsedBytes: optional(fc.maxSafeNat()),
      })
      .map(given),
    devices,
  })
  .map(({ offsetMs, correctionMs, delayMs, ...rest }) => {
    const observedAtMs = hourMs + offsetMs;
    return {
      ...rest,
      observedAtMs,
      correctedAtMs: observedAtMs + correctionMs,
      receivedAtMs: observedAtMs + delayMs,
    } as unknown as StoredSample;
  });

test('whatever an hour holds comes out bit by bit as it went in', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 30 }), (samples) => {
      expect(decodeHour(encodeHour(samples))).toEqual(samples);
    }),
    { numRuns: 300 },
  );
});

test('single metrics are the same as those of the samples', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 30 }), (samples) => {
      const { timesMs, values } = decodeMetrics(encodeHour(samples), [
        'cpuPercent',
        'load1',
        'swapUsedPercent',
      ]);
      expect(timesMs).toEqual(samples.map(({ correctedAtMs }) => correctedAtMs));
      expect(values.cpuPercent).toEqual(samples.map(({ metrics }) => metrics.cpuPercent));
      expect(values.load1).toEqual(samples.map(({ metrics }) => metrics.load1));
      expect(values.swapUsedPercent).toEqual(samples.map(() => undefined));
    }),
  );
});

test('bytes of another layout and damaged bytes are refused, not misread', () => {
  const blob = encodeHour([]);
  expect(() => decodeHour(Buffer.concat([Buffer.of(9), blob.subarray(1)]))).toThrow(
    'hour blob of layout 9; this version reads 1',
  );
  const [one] = fc.sample(sample, { numRuns: 1, seed: 7 });
  const whole = encodeHour([one!]);
  expect(() => decodeHour(whole.subarray(0, whole.length - 8))).toThrow();
});

test('an hour of a quiet host takes less than two bytes a value', () => {
  const random = (seed: number) => Math.abs(Math.sin(seed) * 10_000) % 1;
  const samples = Array.from({ length: 360 }, (_, index): StoredSample => {
    const observedAtMs = hourMs + index * 10_000 + Math.floor(random(index) * 12);
    const percentNow = (base: number, spread: number, salt: number) =>
      Math.round((base + spread * random(index * 7 + salt)) * 100) / 100;
    return {
      epoch: 1,
      seq: index,
      runId: 'run',
      bootId: 'boot',
      monotonicMs: index * 10_000,
      observedAtMs,
      correctedAtMs: observedAtMs,
      receivedAtMs: observedAtMs + 8,
      intervalSeconds: 10,
      metrics: {
        cpuPercent: percentNow(12, 4, 1),
        ioWaitPercent: percentNow(0, 0.6, 2),
        load1: percentNow(0.5, 0.2, 3),
        memoryUsedPercent: percentNow(40, 0.1, 4),
        memoryUsedBytes: 8_000_000_000 + Math.floor(random(index) * 100) * 4096,
        diskUsedPercent: 61.2,
        processCount: 120,
        uptimeSeconds: 500_000 + index * 10,
        networkReceiveBytesPerSecond: Math.floor(2000 * random(index + 5)),
        networkTransmitBytesPerSecond: Math.floor(900 * random(index + 6)),
      },
      devices: {
        mounts: [
          {
            mountPoint: '/',
            device: '/dev/vda1',
            fileSystem: 'ext4',
            totalBytes: 5e10,
            usedBytes: 3e10 + index * 4096,
            availableBytes: 2e10 - index * 4096,
            usedPercent: 61.2,
            inodesUsedPercent: 5.1,
          },
        ],
        disks: [],
        interfaces: [],
      },
    };
  });
  const values = samples.length * (10 + 5);
  expect(encodeHour(samples).length / values).toBeLessThan(2);
});
