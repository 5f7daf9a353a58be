import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import pg from 'pg';
import { BackupRuns } from '../../apps/server/src/platform/backup/backup-runs.js';
import { readManifest } from '../../apps/server/src/platform/backup/manifest.js';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded-postgres.js';
import type {
  ActualsResponse,
  AvailabilityResponse,
  EnrolmentResponse,
  EvaluationsResponse,
} from '../../libs/contract/src/index.js';
import { HubProcess, maintain } from '../support/hub-process.js';
import { scratchDirectory } from '../support/scratch-directory.js';
import { sampleAt } from '../support/test-hub.js';
import { until } from '../support/until.js';

let folder: string;
let hub: HubProcess;
let credential: string;
let serverId: string;
const at = (name: string) => path.join(folder, name);
const enrolment = (token: string) => ({
  token,
  hostname: 'hub-01',
  platform: 'linux',
  architecture: 'x64',
  agentVersion: '0.1.0',
});

beforeAll(async () => {
  folder = scratchDirectory('opsgauge-backup-');
  hub = await HubProcess.start(at('first'));
  ({ credential, serverId } = await hub.post<EnrolmentResponse>(
    '/api/v1/agent/enroll',
    enrolment(hub.enrolmentToken),
  ));
});
afterAll(async () => {
  await hub.stop();
  for (const name of ['first', 'second']) {
    if (fs.existsSync(at(name))) await new EmbeddedPostgres(at(name)).stop();
  }
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Reports as fast as they are answered, until told to stop; counts what was acknowledged. */
function load(from: number) {
  const state = { acknowledged: 0, isStopping: false };
  const work = (async () => {
    for (let seq = from; !state.isStopping; seq += 50) {
      const batch = Array.from({ length: 50 }, (_, index) =>
        sampleAt(Date.now() - 50 + index, seq + index, { bootId: 'boot-2', intervalSeconds: 1 }),
      );
      await hub.report(credential, batch);
      state.acknowledged += batch.length;
    }
  })();
  return { state, finish: () => ((state.isStopping = true), work) };
}

it('a backup made under load, restored elsewhere after kill -9, is the same hub', async () => {
  const enrolledMs = Date.now();
  await until('two seconds of service', () => Date.now() > enrolledMs + 2100);
  await hub.report(credential, [
    sampleAt(enrolledMs + 500, 1, { intervalSeconds: 1 }),
    sampleAt(enrolledMs + 1000, 2, { intervalSeconds: 1 }),
    sampleAt(enrolledMs + 2000, 3, { bootId: 'boot-2', intervalSeconds: 1 }),
  ]);
  const { items } = await hub.get<EvaluationsResponse>('/api/v1/evaluations');
  const actuals = await hub.get<ActualsResponse>(`/api/v1/evaluations/${items[0]!.id}/actuals`);
  // Up to the third sample, so that what comes after the backup cannot change the reading.
  const evidence = new URL(actuals.items[0]!.evidenceUrl, hub.url);
  evidence.searchParams.set('to', new Date(enrolledMs + 2000).toISOString());
  const figureOf = async (from: HubProcess) => {
    const { intervals, ...figure } = await from.get<AvailabilityResponse>(
      `${evidence.pathname}${evidence.search}`,
    );
    return { intervals, figure };
  };
  const figure = await until('the reboot is read', async () => {
    const read = await figureOf(hub);
    return read.intervals.some(({ observation }) => observation === 'down') && read;
  });

  const writing = load(100);
  await until('the load runs', () => writing.state.acknowledged > 500);
  const acknowledged = writing.state.acknowledged;
  const made = await maintain(at('first'), 'backup', at('backup'));
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(new BackupRuns({ dataDirectory: at('first') }).list()).toMatchObject([
    { ok: true, message: at('backup'), bytes: expect.any(Number) as number },
  ]);
  await until('the load goes on', () => writing.state.acknowledged > acknowledged);
  await writing.finish();
  await hub.kill();

  const manifest = readManifest(at('backup'));
  const rowsOf = (name: string) => manifest.tables.find((table) => table.name === name)!.rows;
  expect(rowsOf('sample_recent')).toBeGreaterThanOrEqual(acknowledged + 3);
  expect(rowsOf('audit_entry')).toBe(manifest.auditHead!.number);

  const restored = await maintain(at('second'), 'restore', at('backup'));
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(restored.stdout).toContain(`audit head ${manifest.auditHead!.number} ${manifest.auditHead!.hash}`);
  const verified = await maintain(at('second'), 'verify', '--database');
  expect(verified).toEqual({
    code: 0,
    stderr: '',
    stdout: `audit chain intact: ${manifest.auditHead!.number} entries, head ${manifest.auditHead!.hash}\n`,
  });
  await maintain(at('second'), 'backup', at('again'));
  expect(readManifest(at('again'))).toEqual({ ...manifest, madeAt: expect.any(String) as string });

  const second = await HubProcess.start(at('second'));
  try {
    expect(await figureOf(second)).toEqual(figure);
    // The restored agent reports on with the credential it has.
    await second.report(credential, [sampleAt(Date.now(), 9_000_000, { bootId: 'boot-2' })]);
    expect(serverId).toBe((await second.get<{ items: { id: string }[] }>('/api/v1/servers')).items[0]!.id);
  } finally {
    await second.stop();
  }
});

it('verify names the first broken entry and ends with 1, on a database that runs already', async () => {
  const embedded = new EmbeddedPostgres(at('second'));
  await embedded.start();
  const client = new pg.Client(embedded.connection('opsgauge'));
  await client.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(`UPDATE audit_entry SET target_name = 'hub-02' WHERE number = 1`);
  await client.end();
  const { code, stdout } = await maintain(at('second'), 'verify', '--database');
  expect(stdout).toMatch(
    /^audit chain BROKEN at entry 1 \(changed\): entry 1 \(account\.create, .*\) was changed/,
  );
  expect(code).toBe(1);
  expect(embedded.isRunning()).toBe(true);
  await embedded.stop();
});

describe('what cannot be', () => {
  it('a restore onto a data folder in use', async () => {
    const { code, stderr } = await maintain(at('first'), 'restore', at('backup'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^the data folder .*first is not empty; a hub is running on it: stop it/);
  });

  it('a backup into a folder with something in it', async () => {
    const { code, stderr } = await maintain(at('first'), 'backup', at('backup'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/backup is not empty: name a new folder for each backup\n$/);
  });

  it('a restore of what is no backup', async () => {
    const { code, stderr } = await maintain(at('third'), 'restore', at('first'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/first holds no finished backup: there is no manifest.json\n$/);
    expect(fs.readdirSync(at('third'))).toEqual([]);
  });

  it('a restore of a backup in which a row was changed, and the folder can be used again', async () => {
    fs.cpSync(at('backup'), at('forged'), { recursive: true });
    const file = path.join(at('forged'), 'tables/user_account.copy.gz');
    const rows = zlib.gunzipSync(fs.readFileSync(file)).toString();
    fs.writeFileSync(file, zlib.gzipSync(rows.replace('admin', 'nimda')));
    const forged = await maintain(at('fourth'), 'restore', at('forged'));
    expect(forged.code).toBe(1);
    expect(forged.stderr).toMatch(/^tables\/user_account\.copy\.gz is not what was backed up/);
    expect((await maintain(at('fourth'), 'restore', at('backup'))).code).toBe(0);
  });
});
