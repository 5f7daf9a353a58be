import fc from 'fast-check';
import { decodeHour, decodeIdentities, decodeMetrics, encodeHour } from './hour-blob.js';
import { columnsOf, samplesOf } from './hour-columns.js';
import type { StoredSample } from './stored-sample.js';

const encode = (samples: readonly StoredSample[]) => encodeHour(columnsOf(samples)).blob;
const decode = (blob: Buffer) => samplesOf(decodeHour(blob));

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

const additional = optional(
  fc
    .record({
      corePercents: optional(fc.array(percent, { maxLength: 4 })),
      swapUsedBytes: optional(fc.maxSafeNat()),
      tcpConnections: optional(fc.nat()),
      clockOffsetMs: optional(fc.double({ noNaN: true, noDefaultInfinity: true })),
      targets: optional(
        fc.array(
          fc.record({ name: fc.string(), method: fc.constantFrom('icmp', 'tcp'), lossPercent: percent }),
          {
            maxLength: 2,
          },
        ),
      ),
      problems: optional(
        fc.array(fc.record({ collector: fc.string(), reason: fc.string() }), { maxLength: 1 }),
      ),
    })
    .map(given),
);

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
    additional,
  })
  .map(given)
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
      expect(decode(encode(samples))).toEqual(samples);
    }),
    { numRuns: 300 },
  );
});

test('single metrics are the same as those of the samples', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 30 }), (samples) => {
      const { timesMs, values } = decodeMetrics(encode(samples), ['cpuPercent', 'load1', 'swapUsedPercent']);
      expect(timesMs).toEqual(samples.map(({ correctedAtMs }) => correctedAtMs));
      expect(values.cpuPercent).toEqual(samples.map(({ metrics }) => metrics.cpuPercent));
      expect(values.load1).toEqual(samples.map(({ metrics }) => metrics.load1));
      expect(values.swapUsedPercent).toEqual(samples.map(() => undefined));
    }),
  );
});

test('identities are the same as those of the samples', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 30 }), (samples) => {
      const identities = samples.map(
        ({ metrics: _metrics, devices: _devices, additional: _additional, ...identity }) => identity,
      );
      expect(decodeIdentities(encode(samples))).toEqual(identities);
    }),
  );
});

test('up to where the readings of devices begin it tells the metrics', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 30 }), (samples) => {
      const { blob, readingsAt } = encodeHour(columnsOf(samples));
      const { values } = decodeMetrics(blob.subarray(0, readingsAt), ['cpuPercent']);
      expect(values.cpuPercent).toEqual(samples.map(({ metrics }) => metrics.cpuPercent));
    }),
  );
});

test('a counter that wraps, a layout that changes and gaps within an hour lose nothing', () => {
  const mount = {
    mountPoint: '/',
    device: 'a',
    fileSystem: 'xfs',
    totalBytes: 9,
    usedBytes: 1,
    availableBytes: 8,
    usedPercent: 11.11,
  };
  const samples = Array.from({ length: 40 }, (_, index): StoredSample => ({
    epoch: 1,
    seq: index,
    runId: 'run',
    bootId: 'boot',
    monotonicMs: index * 10_000,
    // An hour in which the agent was silent for a while.
    observedAtMs: hourMs + index * 10_000 + (index > 20 ? 900_000 : 0),
    correctedAtMs: hourMs + index * 10_000 + (index > 20 ? 900_000 : 0),
    receivedAtMs: hourMs + index * 10_000 + 900_010,
    intervalSeconds: 10,
    metrics:
      index % 7 === 3 ? {} : { uptimeSeconds: index < 25 ? 2 ** 32 - 25 + index : index - 25, load1: 0.1 },
    devices: {
      mounts: index < 10 ? [mount] : [mount, { ...mount, mountPoint: '/data' }],
      disks: [],
      interfaces: [],
    },
    ...(index % 6 === 0 && { additional: { targets: [{ name: '网关', method: 'tcp', lossPercent: 0 }] } }),
  }));
  expect(decode(encode(samples))).toEqual(samples);
});

test('bytes of another layout and damaged bytes are refused, not misread', () => {
  const blob = encode([]);
  expect(() => decode(Buffer.concat([Buffer.of(9), blob.subarray(1)]))).toThrow(
    'hour blob of layout 9; this version reads 1 and 2',
  );
  const [one] = fc.sample(sample, { numRuns: 1, seed: 7 });
  const whole = encode([one!]);
  expect(() => decode(whole.subarray(0, whole.length - 8))).toThrow();
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
  expect(encode(samples).length / values).toBeLessThan(2);
});

/** Written by the first version that folded hours, of layout 1; what a hub keeps for years is read by all that come. */
const goldenBlob =
  'Ab1RMW8TMRR+vvOlzYmCRCrKBJHnVG2qTreA+AWRqkzVDc75hVjc2cF2Tk2rSGbsgMTSBRWBKqRuqH8AkGBhZICJAYmhPwAxI5Sk' +
  'OTV/AC9P/r7vfe97dhhFZqQ227We1m6zfU72j9gTqQRLWKFHylnWYg4PnGXJ0RzpaKkcS9jW5cnF5fN3rMUEljLDKSSw3CoFb7MW' +
  '68sc98bWYcEShgdul01arJ/zx5Yl++mkVY2RyqHp8wyXRileTB3RDbavNzJpu0OWTtJ53p3Bf4qb3lnVPYumRLEG/tv5+4+Ds1Ny' +
  'dkriTBuDmZNa1QDg9d84EpjzMYUdQiIc6mxAoQYQWnxKoRME9UIr7bSSWRz8fnnDHx/648PV2SOUPKewDhCakaIAAHS6JIUAaJwN' +
  'Rx00GSq3EpLobeNFGOWai3YjIlF3dr4/WNRbBRbajLsWxaOxQxuD994/BO/Jynx5S4ECbcwvze2m047nM20d/Ncfn/8EALcrdrQw' +
  'qoO/ePXpJwmCjYrkJZc57+W4ULz58OyEELK+1H6VPQp+pQBrV1S7Of3NiJAwIPcqzGCGspzbddDsYaaVqBESwhdyv1I5w5UtpFuW' +
  'Tb1uwt1KhcZos0wDbFS0MHp4jQ1JKOAf';

/** The second layout, of the same samples. */
const goldenBlob2 =
  'AgMGBXRpbWVzEAppZGVudGl0aWVzPwpjcHVQZXJjZW50CQVsb2FkMQsPbWVtb3J5VXNlZEJ5dGVzDAhyZWFkaW5nc6cCY2i4snzv/oxF' +
  'cxj/PuQEAGNmLSrN0zVkS8rPL4FRRmwMDAwL/nGxMRgxzvvHxcLAxsDAwhDAxMTF9GkWT0NnVUNnFQuDCEiQAUQwMTABAGNmZF0iPIEZ' +
  'AGNlZA0Fg6v2MBoAY2hoaGhwYGhoYAQA1ZC/SgNBEMZn9w4SGx9i6oUoWF3pExwEq3DFejvBxb29sLs5DOEggq1lStEnkDyBoCJY2lsE' +
  'UuQJLC3k4ol/X8Bu+M3HN983MQBw/sCnqKjSOXlMpliUYxs8JoN2TEttAybYW88X6/NrFK24QYqqXqXkLgocakP9iQ9UYIJ0EvZQYCiD' +
  'NPuT0BjbsTECx55USi6nxvITfdPISmojDw19oXUmUGl/3OTKBGobyA3lJvFgilYWTRwKRzsoUPuDESZDaTwJdJSTrt6tUnJ9ykurPi4F' +
  'J60vdPh7S86V7jdWrhz9pHVW13yrC7On5/sXDjFfZdCF2eLibsl4F2ZXN6dzxiLgLAZ4ZBFsQwQAEVdwy/7397O6ZnGnbR7xVdaBs03v' +
  'DrxeNrXfAA==';

test('hours that were written before are read as they were', () => {
  const at = Date.parse('2026-11-21T02:00:00Z');
  const mount = {
    mountPoint: '/数据',
    device: '/dev/vda1',
    fileSystem: 'ext4',
    totalBytes: 5e10,
    usedPercent: 60.01,
  };
  const golden = [0, 1, 2].map((index) => ({
    epoch: 3,
    seq: 40 + index,
    runId: 'run-1',
    bootId: index < 2 ? 'boot-1' : 'boot-2',
    monotonicMs: 1000.25 + index * 10_000,
    observedAtMs: at + index * 10_001,
    correctedAtMs: at + index * 10_001 - (index === 2 ? 90_000 : 0),
    receivedAtMs: at + index * 10_000 + 25,
    intervalSeconds: 10,
    metrics:
      index === 1
        ? { memoryUsedBytes: 8_589_934_592 }
        : { cpuPercent: 12.34 + index, memoryUsedBytes: 8_589_934_592 + index * 4096, load1: 1 / 3 },
    devices: {
      mounts: [{ ...mount, usedBytes: 3e10 + index, availableBytes: 2e10 - index }],
      disks: [],
      interfaces:
        index === 2
          ? []
          : [
              {
                name: 'eth0',
                isUp: index === 0,
                receiveBytesPerSecond: 100 * index,
                transmitBytesPerSecond: 7,
                errorsPerSecond: 0,
                dropsPerSecond: 0.5,
              },
            ],
    },
  }));
  expect(decode(Buffer.from(goldenBlob, 'base64'))).toEqual(golden);
  expect(decode(Buffer.from(goldenBlob2, 'base64'))).toEqual(golden);
  // What a chart reads of it, too.
  for (const blob of [goldenBlob, goldenBlob2]) {
    expect(decodeMetrics(Buffer.from(blob, 'base64'), ['cpuPercent']).values.cpuPercent).toEqual([
      12.34,
      undefined,
      14.34,
    ]);
  }
});
