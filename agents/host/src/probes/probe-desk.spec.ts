import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentProbe } from '@opsgauge/contract';
import type { ProbeTarget } from '@opsgauge/contract/probing';
import { silentLog } from '../system/log.js';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.js';
import { until } from '../testing/until.js';
import { ProbeDesk } from './probe-desk.js';
import { readProbes } from './read-probes.js';

afterAll(() => removeTemporaryFolders());

const probe: AgentProbe = {
  id: 'b2c1d0e9-1111-4222-8333-444455556666',
  target: { kind: 'tcp', host: '127.0.0.1', port: 1 },
  intervalSeconds: 5,
  timeoutSeconds: 1,
};

const openDesk = async (file: string, isAllowed = true) => {
  const asked: ProbeTarget[] = [];
  const askOnce = (target: ProbeTarget) => {
    asked.push(target);
    return Promise.resolve({ outcome: 'ok' as const, durationMs: 3 });
  };
  return { asked, desk: await ProbeDesk.open({ file, log: silentLog, isAllowed, askOnce }) };
};

it('hands each result to one sample, says how long ago it was, and goes on after a restart', async () => {
  const file = join(makeTemporaryFolder(), 'probes.json');
  const first = await openDesk(file);
  first.desk.setProbes([probe]);
  await until(() => first.asked.length === 1, 'the first attempt');
  await until(() => existsSync(file), 'the file');
  const nowMs = performance.now() + 4_000;
  const [result] = first.desk.take(nowMs);
  expect(result).toMatchObject({ probeId: probe.id, outcome: 'ok', durationMs: 3 });
  expect(result!.agoMs).toBeGreaterThanOrEqual(4_000);
  expect(first.desk.take(nowMs)).toEqual([]);
  first.desk.stop();

  const second = await openDesk(file);
  await until(() => second.asked.length === 1, 'an attempt after the restart');
  second.desk.setProbes([]);
  second.desk.stop();
});

it('asks nothing where it is not allowed to', async () => {
  const file = join(makeTemporaryFolder(), 'probes.json');
  const { desk, asked } = await openDesk(file, false);
  desk.setProbes([probe]);
  await until(() => existsSync(file), 'the file');
  expect(asked).toEqual([]);
  desk.stop();
});

it('takes nothing but the three kinds, in their bounds', () => {
  const odd = [
    { ...probe, target: { kind: 'command', host: 'reboot', port: 1 } },
    { ...probe, target: { kind: 'icmp', host: '-f', port: 1 } },
    { ...probe, target: { kind: 'tcp', host: 'host', port: 70_000 } },
    { ...probe, target: { kind: 'http', url: 'file:///etc/passwd' } },
    { ...probe, intervalSeconds: 1 },
    { ...probe, timeoutSeconds: 600 },
    null,
  ];
  expect(readProbes([...odd, probe])).toEqual([probe]);
  expect(readProbes('all')).toEqual([]);
  expect(readProbes(Array.from({ length: 100 }, () => probe))).toHaveLength(64);
});
