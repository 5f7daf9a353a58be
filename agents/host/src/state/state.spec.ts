import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FixtureHost } from '../collectors/fixture-host.js';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.js';
import { writeFileAtomically } from './atomic-file.js';
import { parseHubAddress } from './hub-address.js';
import { findLockHolder, takeLock } from './lock.js';
import { readSettings } from './settings.js';
import { locateStateFolder } from './state-folder.js';

afterAll(removeTemporaryFolders);

it.each([
  ['https://hub.example.org/', 'https://hub.example.org'],
  ['https://hub.example.org:8443/ops/', 'https://hub.example.org:8443/ops'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://127.9.9.9', 'http://127.9.9.9'],
  ['http://localhost:8080/', 'http://localhost:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('takes the hub %s', (given, expected) => expect(parseHubAddress(given)).toBe(expected));

it.each([
  ['hub.example.org', 'not an address'],
  ['http://hub.example.org', 'plain http'],
  ['http://127.0.0.1.example.org', 'plain http'],
  ['http://localhost.example.org', 'plain http'],
  ['ftp://127.0.0.1', 'not by ftp'],
  ['https://user:secret@hub.example.org', 'neither'],
  ['https://hub.example.org/?a=b', 'neither'],
])('refuses the hub %s', (given, message) => expect(() => parseHubAddress(given)).toThrow(message));

it('looks for its state where it is told, then in the environment, then where it belongs', () => {
  const environment = { OPSGAUGE_AGENT_STATE: '/elsewhere' };
  expect(locateStateFolder('/here', environment, true).path).toBe('/here');
  expect(locateStateFolder(undefined, environment, true).path).toBe('/elsewhere');
  expect(locateStateFolder(undefined, {}, true).path).toBe('/var/lib/opsgauge-agent');
  expect(locateStateFolder(undefined, {}, false).path).toMatch(/\/\.opsgauge-agent$/);
});

it('names a setting that is wrong', () => {
  expect(readSettings({})).toEqual({
    spoolBytesMax: 268_435_456,
    spoolDaysMax: 7,
    targets: [],
    measuresTargets: true,
    runsProbes: true,
    services: [],
  });
  expect(readSettings({ OPSGAUGE_AGENT_TARGETS: 'db=10.0.0.5:5432, gate=[fe80::1]' }).targets).toEqual([
    { name: 'db', host: '10.0.0.5', port: 5432 },
    { name: 'gate', host: 'fe80::1', port: 80 },
  ]);
  expect(readSettings({ OPSGAUGE_AGENT_TARGETS: 'none' }).measuresTargets).toBe(false);
  expect(readSettings({}).runsProbes).toBe(true);
  expect(readSettings({ OPSGAUGE_AGENT_PROBES: 'none' }).runsProbes).toBe(false);
  expect(readSettings({ OPSGAUGE_AGENT_SERVICES: 'nginx.service, cron' }).services).toEqual([
    'nginx',
    'cron',
  ]);
  for (const wrong of ['db', 'db=-f', 'db=host:0', 'db=host;reboot'])
    expect(() => readSettings({ OPSGAUGE_AGENT_TARGETS: wrong })).toThrow('OPSGAUGE_AGENT_TARGETS');
  expect(() => readSettings({ OPSGAUGE_AGENT_SPOOL_BYTES: 'much' })).toThrow('OPSGAUGE_AGENT_SPOOL_BYTES');
});

it('replaces a file as a whole, for its owner alone', async () => {
  const path = join(makeTemporaryFolder(), 'file');
  await writeFileAtomically(path, 'one');
  await writeFileAtomically(path, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

describe('the lock', () => {
  const host = (startedTicks: number, bootId = 'this-boot') =>
    new FixtureHost({
      [`/proc/${process.pid}/stat`]: `${process.pid} (a (strange) name) S${' 0'.repeat(18)} ${startedTicks} 0 0`,
      '/proc/sys/kernel/random/boot_id': `${bootId}\n`,
    });

  it('is taken by one process and given back', () => {
    const path = join(makeTemporaryFolder(), 'lock');
    const release = takeLock(path, host(500));
    expect(findLockHolder(path, host(500))).toMatchObject({ pid: process.pid, startedTicks: '500' });
    expect(() => takeLock(path, host(500))).toThrow('already runs');
    release();
    takeLock(path, host(500))();
  });

  it.each([
    ['the process id belongs to a younger process', host(900)],
    ['the host has booted since', host(500, 'next-boot')],
  ])('is taken over when %s', (_, later) => {
    const path = join(makeTemporaryFolder(), 'lock');
    takeLock(path, host(500));
    takeLock(path, later)();
  });

  it('is taken over when it holds nonsense', () => {
    const path = join(makeTemporaryFolder(), 'lock');
    writeFileSync(path, 'nonsense');
    takeLock(path, host(500))();
  });
});
