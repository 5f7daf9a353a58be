import type pg from 'pg';
import { hostMetricNames, type Sample } from '../../../libs/contract/src/index.js';
import { BinaryCopyWriter } from '../../../apps/server/src/platform/database/binary-copy.js';
import { transactionOf } from '../../../apps/server/src/platform/database/database.js';
import { packNumbers, skeletonIdOf } from '../../../apps/server/src/telemetry/readings/packed-readings.js';
import { takeApart } from '../../../apps/server/src/telemetry/readings/skeleton.js';
import { dayMs, dayTable } from '../../../apps/server/src/telemetry/recent/sample-days.js';
import { sampleColumns, writeSampleRow } from '../../../apps/server/src/telemetry/recent/sample-rows.js';

/** Of a mount: total, used, available and percentage; of an interface: link, in, out, errors, drops. */
const deviceValues = 4 + 5;
export const valuesPerSample = hostMetricNames.length + deviceValues;
const intervalMs = 10_000;
const samplesPerDay = dayMs / intervalMs;

export const serverId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Numbers from 0 to 1 that are the same at each run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const hundredths = (value: number) => Math.round(value * 100) / 100;

/** One sample of a host that works by day and rests by night, drifts, and has bursts; each host and day is different. */
export function syntheticSample(server: number, index: number, atMs: number, random: () => number): Sample {
  const burst = random() < 0.004 ? 60 * random() : 0;
  const load = 12 + (server % 9) + 14 * Math.sin(index / 1375 + server) + 6 * Math.sin(index / 9000);
  const cpu = Math.min(100, Math.max(0, load + 5 * random() + burst));
  const memory = 35 + (server % 20) + 4 * Math.sin(index / 4000 + server) + 0.2 * random();
  const diskUsedPercent = hundredths(40 + (index % 500_000) / 9000);
  const receive = Math.floor(20_000 * random());
  const transmit = Math.floor(9000 * random());
  return {
    epoch: 1,
    seq: index,
    runId: 'run',
    bootId: 'boot',
    monotonicMs: index * intervalMs,
    observedAt: new Date(atMs).toISOString(),
    intervalSeconds: 10,
    metrics: {
      cpuPercent: hundredths(cpu),
      ioWaitPercent: hundredths((cpu / 40) * random()),
      stealPercent: 0,
      load1: hundredths(cpu / 25 + random() / 5),
      memoryUsedPercent: hundredths(memory),
      memoryUsedBytes: Math.floor((memory * 160_000_000) / 4096) * 4096,
      swapUsedPercent: 0,
      diskUsedPercent,
      diskReadBytesPerSecond: Math.floor(cpu * 900 * random()),
      diskWriteBytesPerSecond: Math.floor(cpu * 21_000 * random()),
      networkReceiveBytesPerSecond: receive,
      networkTransmitBytesPerSecond: transmit,
      networkErrorsPerSecond: 0,
      tcpRetransmitsPerSecond: random() < 0.02 ? hundredths(random()) : 0,
      processCount: 140 + Math.floor(cpu / 5),
      uptimeSeconds: 500_000 + index * 10,
    },
    devices: {
      mounts: [
        {
          mountPoint: '/',
          device: '/dev/vda1',
          fileSystem: 'ext4',
          totalBytes: 1e11,
          usedBytes: 4e10 + index * 8192,
          availableBytes: 6e10 - index * 8192,
          usedPercent: diskUsedPercent,
        },
      ],
      disks: [],
      interfaces: [
        {
          name: 'eth0',
          isUp: true,
          receiveBytesPerSecond: receive,
          transmitBytesPerSecond: transmit,
          errorsPerSecond: 0,
          dropsPerSecond: 0,
        },
      ],
    },
  };
}

/**
 * Writes `days` of samples before `untilMs`, one every 10 seconds, of `servers` hosts: the same at each run.
 *
 * @returns how many samples there are
 */
export async function fillSamples(
  database: pg.Client,
  servers: number,
  days: number,
  untilMs: number,
): Promise<number> {
  const fromMs = untilMs - days * dayMs;
  const client = transactionOf(database);
  for (let dayAt = fromMs - (fromMs % dayMs); dayAt < untilMs; dayAt += dayMs) {
    await client.query('SELECT ensure_partition($1, $2, $3, $4)', [
      'sample_recent',
      dayTable(dayAt),
      new Date(dayAt),
      new Date(dayAt + dayMs),
    ]);
  }
  const randoms = Array.from({ length: servers }, (_, index) => randomFrom(index + 1));
  const skeletons = new Map<string, number>();
  // As they come: all servers of a moment together, an hour in each transaction.
  for (let first = 0; first < days * samplesPerDay; first += 360) {
    const writer = new BinaryCopyWriter(servers * 360 * 400);
    for (let index = first; index < first + 360; index += 1) {
      for (let server = 1; server <= servers; server += 1) {
        const random = randoms[server - 1]!;
        const observedAtMs = fromMs + index * intervalMs + Math.floor(random() * 12);
        const sample = syntheticSample(server, index, observedAtMs, random);
        const { skeleton, numbers } = takeApart({ devices: sample.devices });
        if (!skeletons.has(skeleton)) skeletons.set(skeleton, skeletonIdOf(skeleton));
        writeSampleRow(
          writer,
          {
            serverId: serverId(server),
            sample,
            observedAtMs,
            correctedAtMs: observedAtMs,
            receivedAtMs: observedAtMs + 8,
          },
          packNumbers(skeletons.get(skeleton)!, numbers),
        );
      }
    }
    await client.copyIn(`sample_recent (${sampleColumns.join(', ')})`, writer.finish());
  }
  for (let server = 1; server <= servers; server += 1) {
    await client.query(
      `INSERT INTO server (id, name, hostname, is_local, enrolled_at, approved_at) VALUES ($1, $2, $2, false, $3, $3)`,
      [serverId(server), `bench-${server}`, new Date(fromMs)],
    );
    for (const [skeleton, id] of skeletons) {
      await client.query('INSERT INTO reading_skeleton VALUES ($1, $2, $3)', [
        serverId(server),
        id,
        skeleton,
      ]);
    }
    await client.query(
      `INSERT INTO server_latest (server_id, observed_at, seq, run_id, boot_id, monotonic_ms, received_at,
         interval_seconds, metrics, readings, last_report_at, clock_offset_ms, dropped_samples)
       VALUES ($1, $2, 0, 'run', 'boot', 0, $2, 10, '', '{"devices":{"mounts":[],"disks":[],"interfaces":[]}}', $2, 0, 0)`,
      [serverId(server), new Date(untilMs)],
    );
  }
  await database.query('ANALYZE');
  return servers * days * samplesPerDay;
}
