import pg from 'pg';
import { migrate } from '../../apps/server/src/platform/database/migrate.js';
import { migrations } from '../../apps/server/src/platform/database/migrations/index.js';
import { FoldingService } from '../../apps/server/src/telemetry/hours/folding.service.js';
import { LatestStore } from '../../apps/server/src/telemetry/latest-store.js';
import { SampleReader } from '../../apps/server/src/telemetry/reading/sample-reader.service.js';
import { emptyDatabase } from '../support/database-cluster.js';
import { TestHub } from '../support/test-hub.js';

const serverId = '00000000-0000-4000-8000-000000000001';
const hour = 3_600_000;
/** Of two days, and one by a clock that was never set; the last was corrected by an hour. */
const observed = ['1999-12-31T10:00:00.000Z', '2026-11-19T23:59:59.999Z', '2026-11-20T10:00:00.123Z'];
const devices = {
  mounts: [
    {
      mountPoint: '/数据',
      device: 'sda',
      fileSystem: 'xfs',
      totalBytes: 5e12,
      usedBytes: 1,
      availableBytes: 2,
      usedPercent: 0.1,
    },
  ],
  disks: [],
  interfaces: [
    {
      name: 'eth0',
      isUp: true,
      receiveBytesPerSecond: 1.5,
      transmitBytesPerSecond: 0,
      errorsPerSecond: 0,
      dropsPerSecond: 0,
    },
  ],
};

it('samples of the first layout are the same after the tables were cut into partitions', async () => {
  const database = await emptyDatabase();
  const before = migrations.slice(
    0,
    migrations.findIndex(({ name }) => name.startsWith('Partitions')),
  );
  try {
    await migrate(database.connection, before);
    const client = new pg.Client(database.connection);
    await client.connect();
    for (const [seq, at] of observed.entries()) {
      await client.query(
        `INSERT INTO sample_recent (server_id, observed_at, seq, epoch, run_id, boot_id, monotonic_ms, corrected_at,
           received_at, interval_seconds, cpu_percent, memory_used_bytes, devices)
         VALUES ($1, $2, $3, 7, 'run', 'boot', 12.5, $4, $2, 10, 12.34, 8589934593, $5)`,
        [serverId, at, seq, seq === 2 ? '2026-11-20T11:00:00.123Z' : null, JSON.stringify(devices)],
      );
    }
    await client.query(
      `INSERT INTO server_latest VALUES ($1, $2, 2, 'run', 'boot', 12.5, $2, 10, '{"cpuPercent":12.34}', $3, $2, 0, NULL, 0)`,
      [serverId, observed[2], JSON.stringify(devices)],
    );
    await client.end();
    await migrate(database.connection);
    const hub = await TestHub.start({ connection: database.connection });
    try {
      const read = () =>
        hub.app.get(SampleReader).read(serverId, { fromMs: 0, toMs: Date.parse('2026-11-21T00:00:00Z') });
      const expected = observed.map((at, seq) => ({
        epoch: 7,
        seq,
        runId: 'run',
        bootId: 'boot',
        monotonicMs: 12.5,
        observedAtMs: Date.parse(at),
        correctedAtMs: Date.parse(at) + (seq === 2 ? hour : 0),
        receivedAtMs: Date.parse(at),
        intervalSeconds: 10,
        metrics: { cpuPercent: 12.34, memoryUsedBytes: 8_589_934_593 },
        devices,
      }));
      expect(await read()).toEqual(expected);
      const [latest] = await hub.app.get(LatestStore).list();
      expect({ metrics: latest!.metrics, readings: latest!.readings }).toEqual({
        metrics: { cpuPercent: 12.34 },
        readings: { devices },
      });
      hub.clock.moveTo(Date.parse('2026-11-21T00:00:00Z'));
      await hub.app.get(FoldingService).fold();
      await hub.sql('DELETE FROM sample_recent');
      expect(await read()).toEqual(expected);
    } finally {
      await hub.stop();
    }
  } finally {
    await database.drop();
  }
});

it('samples every minute or every five are watched, folded and charted like those of every ten seconds', async () => {
  const hub = await TestHub.start();
  try {
    for (const intervalSeconds of [60, 300]) {
      const agent = await hub.enrol(`slow-${intervalSeconds}`);
      const startMs = Math.floor(hub.clock.nowMs() / hour) * hour;
      const samples = Array.from({ length: (2 * 3600) / intervalSeconds }, (_, seq) => ({
        epoch: 1,
        seq,
        runId: 'run',
        bootId: 'boot',
        monotonicMs: seq * intervalSeconds * 1000,
        observedAt: new Date(startMs + seq * intervalSeconds * 1000).toISOString(),
        intervalSeconds,
        metrics: { cpuPercent: seq % 100 },
      }));
      await agent.reportLive(samples);
      hub.clock.moveTo(startMs + 2 * hour + 6 * 60_000);
      await hub.app.get(FoldingService).fold();
      const lastMs = startMs + 2 * hour - intervalSeconds * 1000;
      const window = `from=${new Date(startMs).toISOString()}&to=${new Date(lastMs).toISOString()}`;
      const chart = await hub.get<{
        bucketSeconds: number;
        series: { cpuPercent: { mean: (number | null)[] } };
      }>(`/api/v1/servers/${agent.serverId}/samples?${window}&points=600&metrics=cpuPercent`);
      // Wide enough that a bucket without a sample is a gap.
      expect(chart.bucketSeconds).toBe(2 * intervalSeconds);
      expect(chart.series.cpuPercent.mean).not.toContain(null);
      const availability = await hub.get<{ downMs: number; unknownMs: number }>(
        `/api/v1/servers/${agent.serverId}/availability?${window}`,
      );
      expect(availability).toMatchObject({ downMs: 0, unknownMs: 0 });
    }
  } finally {
    await hub.stop();
  }
});
