import { existsSync, readdirSync } from 'node:fs';
import { inspectionReadingSchema } from '@opsgauge/contract';
import { FixtureHost } from '../collectors/fixture-host.js';
import { Backoff } from '../delivery/backoff.js';
import { HubConnection } from '../delivery/hub-connection.js';
import { createHostFiles } from '../system/host-files.js';
import { silentLog } from '../system/log.js';
import { LoopbackHub } from '../testing/loopback-hub.js';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.js';
import { until } from '../testing/until.js';
import { InspectionDesk } from './inspection-desk.js';
import { makeInspectionReading } from './inspection-reading.js';
import { parseUnits } from './services.js';

afterAll(removeTemporaryFolders);

it('reads this very machine as the contract wants it', async () => {
  const reading = inspectionReadingSchema.parse(await makeInspectionReading(createHostFiles(), silentLog));
  expect(reading.operatingSystem.hostname).not.toBe('');
  expect(reading.hardware.logicalCores).toBeGreaterThan(0);
  expect(reading.metrics.cpuPercent).toBeGreaterThanOrEqual(0);
  expect(reading.devices.mounts.map((mount) => mount.mountPoint)).toContain('/');
});

it('names each part it could not read where /proc is hidden', async () => {
  const reading = inspectionReadingSchema.parse(await makeInspectionReading(new FixtureHost(), silentLog));
  const parts = reading.notes.map((note) => note.part);
  expect(parts).toEqual(expect.arrayContaining(['cpu', 'memory', 'mounts', 'bootedAt', 'hardware']));
  expect(reading.metrics).toEqual({});
});

it('takes failed, running and stopped services apart', () => {
  const text = `cron.service loaded active running Regular background program processing daemon
nginx.service loaded failed failed A high performance web server
apt-daily.service loaded inactive dead Daily apt download activities
gone.service not-found inactive dead gone.service
`;
  expect(parseUnits(text)).toEqual([
    { name: 'cron', state: 'running' },
    { name: 'nginx', state: 'failed' },
    { name: 'apt-daily', state: 'stopped' },
  ]);
});

describe('the desk', () => {
  it('makes each inspection once, keeps it through a restart until the hub has it, and forgets none', async () => {
    const hub = new LoopbackHub();
    await hub.start();
    const folder = makeTemporaryFolder();
    const real = await makeInspectionReading(createHostFiles(), silentLog);
    let made = 0;
    let connection = new HubConnection(hub.address);
    const makeReading = async (): Promise<string> => {
      made += 1;
      return JSON.stringify(real);
    };
    const open = () =>
      InspectionDesk.open({
        folder,
        connection,
        log: silentLog,
        credential: () => 'secret-credential',
        makeReading,
        backoff: new Backoff(() => 0.01),
      });
    hub.intervene = () => ({ status: 503 });
    const first = await open();
    const firstRun = first.run();
    first.request('one');
    first.request('one');
    first.request('../../etc/passwd');
    await until(() => hub.requests.length >= 2, 'the hub was asked twice');
    first.stop();
    connection.close();
    await firstRun;
    expect(readdirSync(folder)).toEqual(['one.pending.json']);

    hub.intervene = () => undefined;
    connection = new HubConnection(hub.address);
    const second = await open();
    const secondRun = second.run();
    await until(() => !existsSync(`${folder}/one.pending.json`), 'it is delivered');
    second.request('one');
    second.request('two');
    await until(() => hub.inspections.has('two'), 'the second one is delivered');
    second.stop();
    connection.close();
    await secondRun;
    await hub.stop();
    expect(made).toBe(2);
    expect(inspectionReadingSchema.parse(hub.inspections.get('one'))).toEqual(real);
    expect(hub.requests.every((request) => request.authorization === 'Bearer secret-credential')).toBe(true);
    expect([...hub.inspections.keys()]).toEqual(['one', 'two']);
  });
});
