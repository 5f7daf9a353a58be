import type pg from 'pg';
import { hostMetricNames, type HostMetricName } from '../../../libs/contract/src/index.js';
import { BinaryCopyWriter } from '../../../apps/server/src/platform/database/binary-copy.js';
import { transactionOf } from '../../../apps/server/src/platform/database/database.js';
import { summarizeHour, uniteSummaries } from '../../../apps/server/src/telemetry/hours/fold-hour.js';
import { summaryRowColumns, writeSummaryRow } from '../../../apps/server/src/telemetry/hours/summary-rows.js';
import { dayMs } from '../../../apps/server/src/telemetry/recent/sample-days.js';
import { randomFrom, serverId, syntheticSample } from '../store/synthetic-samples.js';

/** Of a day as many samples as give its summary a spread; a summary is as large whatever it comes from. */
const samplesOfDay = 240;

/** Days, a month, status and the latest of so many servers; no samples: what is asked of all reads none. */
export async function fillFleet(
  database: pg.Client,
  servers: number,
  days: number,
  untilMs: number,
): Promise<void> {
  const client = transactionOf(database);
  const numbers = Array.from({ length: servers }, (_, index) => index + 1);
  const ids = numbers.map(serverId);
  const fromMs = untilMs - days * dayMs;
  await client.query(
    `INSERT INTO server (id, name, hostname, is_local, enrolled_at, approved_at)
     SELECT id, id, id, false, $2, $2 FROM unnest($1::uuid[]) AS id`,
    [ids, new Date(fromMs)],
  );
  const rows = {
    day: new BinaryCopyWriter(1024 * servers * days),
    month: new BinaryCopyWriter(1024 * servers),
  };
  for (const number of numbers) {
    const random = randomFrom(number);
    const summaries = Array.from({ length: days }, (_, day) => summaryOfDay(number, day, random));
    summaries.forEach((summary, day) =>
      writeSummaryRow(rows.day, serverId(number), fromMs + day * dayMs, summary),
    );
    writeSummaryRow(rows.month, serverId(number), fromMs, uniteSummaries(summaries));
  }
  for (const unit of ['day', 'month'] as const)
    await client.copyIn(`server_${unit} (${summaryRowColumns(unit).join(', ')})`, rows[unit].finish());
  // Up but for an hour or so every third day.
  await client.query(
    `INSERT INTO status_interval (server_id, from_at, to_at, observation, evidence, is_unreachable)
     SELECT id, at, at + interval '70 hours', 'up', 'samples', false
       FROM unnest($1::uuid[]) AS id, generate_series($2::timestamptz, $3::timestamptz, interval '72 hours') AS at
     UNION ALL
     SELECT id, at + interval '70 hours', at + interval '72 hours', 'down', 'silence', true
       FROM unnest($1::uuid[]) AS id, generate_series($2::timestamptz, $3::timestamptz, interval '72 hours') AS at`,
    [ids, new Date(fromMs), new Date(untilMs - 3 * dayMs)],
  );
  await client.query(
    `INSERT INTO server_latest (server_id, observed_at, seq, run_id, boot_id, monotonic_ms, received_at,
       interval_seconds, metrics, readings, last_report_at, clock_offset_ms, dropped_samples)
     SELECT id, $2, 0, 'run', 'boot', 0, $2, 10, decode(repeat('4045000000000000', ${hostMetricNames.length}), 'hex'), $3, $2, 0, 0
       FROM unnest($1::uuid[]) AS id`,
    [
      ids,
      new Date(untilMs),
      JSON.stringify({ devices: syntheticSample(1, 1, untilMs, randomFrom(1)).devices }),
    ],
  );
  await client.query('ANALYZE');
}

function summaryOfDay(server: number, day: number, random: () => number) {
  const samples = Array.from({ length: samplesOfDay }, (_, index) =>
    syntheticSample(server, day * 8640 + index * (8640 / samplesOfDay), 0, random),
  );
  const metrics = Object.fromEntries(
    hostMetricNames.map((name: HostMetricName) => [name, samples.map((sample) => sample.metrics[name])]),
  );
  return summarizeHour({ identities: samples as never[], metrics });
}
