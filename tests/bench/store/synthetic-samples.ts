import type pg from 'pg';
import { hostMetricNames } from '../../../libs/contract/src/index.js';

const devices = {
  mounts: [{ mountPoint: '/', device: '/dev/vda1', fileSystem: 'ext4', totalBytes: 1e11 }],
  disks: [],
  interfaces: [{ name: 'eth0', isUp: true, errorsPerSecond: 0, dropsPerSecond: 0 }],
};
/** Of a mount: total, used, available and percentage; of an interface: link, in, out, errors, drops. */
const deviceValues = 4 + 5;
export const valuesPerSample = hostMetricNames.length + deviceValues;

export const serverId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/**
 * Writes `days` of samples, one every 10 seconds, of `servers` hosts that work by day and rest by night, drift, and have
 * bursts: each host and each day is different, and all are the same at each run.
 *
 * @returns how many samples there are
 */
export async function fillSamples(database: pg.Client, servers: number, days: number): Promise<number> {
  await database.query('SELECT setseed(0.42)');
  for (let server = 1; server <= servers; server += 1) {
    await database.query(
      `INSERT INTO sample_recent
       SELECT $1::uuid, at, i, 1, 'run', 'boot', i * 10000, NULL, at + interval '8 ms', 10,
              round(cpu::numeric, 2), round((cpu / 40 * random())::numeric, 2), 0, round((cpu / 25 + random() / 5)::numeric, 2),
              round(memory::numeric, 2), floor(memory * 160000000 / 4096) * 4096, 0, round((40 + i / 9000.0)::numeric, 2),
              floor(cpu * 900 * random()), floor(cpu * 21000 * random()), receive, transmit, 0,
              CASE WHEN random() < 0.02 THEN round((random())::numeric, 2) ELSE 0 END, 140 + floor(cpu / 5), 500000 + i * 10,
              jsonb_build_object(
                'mounts', jsonb_build_array($3::jsonb -> 'mounts' -> 0 || jsonb_build_object(
                  'usedBytes', 4e10 + i * 8192, 'availableBytes', 6e10 - i * 8192, 'usedPercent', round((40 + i / 9000.0)::numeric, 2))),
                'disks', '[]'::jsonb,
                'interfaces', jsonb_build_array($3::jsonb -> 'interfaces' -> 0 || jsonb_build_object(
                  'receiveBytesPerSecond', receive, 'transmitBytesPerSecond', transmit)))
         FROM (SELECT i, date_trunc('milliseconds', now() - make_interval(days => $4) + i * interval '10 seconds') AS at,
                      least(100, greatest(0, 12 + $2 % 9 + 14 * sin(i / 1375.0 + $2) + 6 * sin(i / 9000.0)
                        + 5 * random() + CASE WHEN random() < 0.004 THEN 60 * random() ELSE 0 END)) AS cpu,
                      35 + $2 % 20 + 4 * sin(i / 4000.0 + $2) + 0.2 * random() AS memory,
                      floor(20000 * random()) AS receive, floor(9000 * random()) AS transmit
                 FROM generate_series(0::bigint, $4 * 8640 - 1) AS i) AS made`,
      [serverId(server), server, JSON.stringify(devices), days],
    );
    await database.query(
      `INSERT INTO server_latest
       VALUES ($1, now(), 0, 'run', 'boot', 0, now(), 10, '{}', '{"mounts":[],"disks":[],"interfaces":[]}', now(), 0, NULL, 0)`,
      [serverId(server)],
    );
  }
  await database.query('ANALYZE');
  return servers * days * 8640;
}
