import { spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentProbeResultSchema, inspectionReadingSchema, sampleSchema } from '@opsgauge/contract';
import { startProcess } from '../testing/agent-process.js';
import { bundle } from '../testing/bundle.js';
import { LoopbackHub } from '../testing/loopback-hub.js';
import { makeTemporaryFolder, removeTemporaryFolders } from '../testing/temporary-folder.js';
import { until } from '../testing/until.js';

let program = '';
let hub: LoopbackHub;
const started: ChildProcess[] = [];

beforeAll(async () => {
  program = bundle('main.ts', makeTemporaryFolder());
  hub = new LoopbackHub();
  await hub.start();
});

afterAll(async () => {
  for (const each of started) each.kill('SIGKILL');
  await hub.stop();
  removeTemporaryFolders();
});

/** A command that asks no hub in this process, so that waiting for it blocks nobody. */
const call = (parameters: string[], environment: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parameters], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
};

const begin = (parameters: string[], environment: NodeJS.ProcessEnv = {}) => {
  const one = startProcess(process.execPath, [program, ...parameters], environment);
  started.push(one.child);
  return one;
};

const complete = async (parameters: string[], environment: NodeJS.ProcessEnv = {}) => {
  const { child, output } = begin(parameters, environment);
  const [status] = (await once(child, 'close')) as [number];
  return { status, ...output };
};

const enrol = (state: string, ...more: string[]) =>
  complete(['enroll', '--hub', hub.address, '--state', state, ...more], {
    OPSGAUGE_ENROLMENT_TOKEN: 'one-time-token',
  });

it('says what is wrong in one line, with an exit code of its own', () => {
  const state = join(makeTemporaryFolder(), 'none');
  const cases: [string[], number, RegExp][] = [
    [[], 2, /no command/],
    [['fly'], 2, /no command "fly"/],
    [['status', '--colour'], 2, /Unknown option '--colour'/],
    [['run', '--state', state], 3, /not enrolled/],
    [['status', '--state', state], 3, /not enrolled/],
    [['enroll', '--state', state], 2, /no hub/],
    [
      ['enroll', '--state', state, '--hub', 'http://hub.example.org', '--token', 'x'],
      2,
      /plain http is only for a hub on this machine/,
    ],
    [['enroll', '--state', state, '--hub', 'https://127.0.0.1:1'], 2, /no token/],
    [
      ['enroll', '--state', state, '--hub', 'https://127.0.0.1:1', '--token', 'one-time-token'],
      5,
      /cannot be reached/,
    ],
  ];
  for (const [parameters, status, message] of cases) {
    const found = call(parameters, { OPSGAUGE_ENROLMENT_TOKEN: '' });
    expect({ parameters, status: found.status }).toEqual({ parameters, status });
    expect(found.stderr).toMatch(message);
    expect(found.stderr.split('\n')).toHaveLength(1);
  }
});

it('helps with each command', () => {
  expect(call(['help']).stdout).toMatch(/enroll[\s\S]*Exit codes/);
  for (const name of ['enroll', 'run', 'once', 'inspect', 'status', 'install', 'uninstall', 'version'])
    expect(call([name, '--help']).stdout).toContain(`opsgauge-agent ${name}`);
});

it('tells its version, and on request the size and checksum of its file', () => {
  expect(call(['version']).stdout).toMatch(/^\d+\.\d+\.\d+$/);
  const bytes = readFileSync(program);
  const sum = createHash('sha256').update(bytes).digest('hex');
  expect(call(['version', '--file']).stdout.split('\n')[1]).toBe(
    `${program} ${bytes.length} bytes sha256:${sum}`,
  );
});

it('prints one sample, and an inspection where neither ps nor systemctl is to be found', () => {
  expect(sampleSchema.parse(JSON.parse(call(['once', '--json']).stdout)).metrics).toHaveProperty(
    'cpuPercent',
  );
  const reading = inspectionReadingSchema.parse(
    JSON.parse(call(['inspect', '--json'], { PATH: '/nonexistent' }).stdout),
  );
  expect(reading.topProcesses).toEqual([]);
  expect(reading.notes.map((note) => note.part)).toEqual(expect.arrayContaining(['topProcesses']));
});

it('installs itself below a root as a hardened service, and leaves nothing when it is removed', () => {
  const root = makeTemporaryFolder();
  expect(call(['install', '--root', root])).toMatchObject({ status: 0, stderr: '' });
  const unit = readFileSync(join(root, 'etc/systemd/system/opsgauge-agent.service'), 'utf8');
  const command = /^ExecStart="(.+?)" .*"(.+?)" run --state \/var\/lib\/opsgauge-agent$/m.exec(unit);
  expect(command?.[2]).toBe('/usr/lib/opsgauge-agent/opsgauge-agent.js');
  for (const line of ['DynamicUser=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=CAP_NET_RAW'])
    expect(unit).toContain(`\n${line}\n`);
  const installed = join(root, command?.[2] ?? '');
  expect(readFileSync(installed)).toEqual(readFileSync(program));
  expect(statSync(installed).mode & 0o777).toBe(0o644);
  mkdirSync(join(root, 'var/lib/opsgauge-agent/spool'), { recursive: true });
  writeFileSync(join(root, 'etc/opsgauge-agent.env'), '');
  expect(call(['uninstall', '--root', root, '--keep-state']).status).toBe(0);
  expect(existsSync(join(root, 'var/lib/opsgauge-agent/spool'))).toBe(true);
  expect(call(['uninstall', '--root', root]).status).toBe(0);
  const left = readdirSync(root, { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile() || entry.name.includes('opsgauge'))).toEqual([]);
});

it('enrols once, and again only when told so; the credential is for its owner alone', async () => {
  const state = join(makeTemporaryFolder(), 'state');
  hub.intervene = () => ({
    status: 401,
    body: { code: 'enrolment_token_invalid', message: 'The token is used up.', correlationId: 'c' },
  });
  expect(await enrol(state)).toMatchObject({
    status: 5,
    stderr: expect.stringContaining('The token is used up.'),
  });
  hub.intervene = () => undefined;
  expect(await enrol(state)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('enrolled as here'),
  });
  expect(hub.requests.at(-1)?.body).toMatchObject({ token: 'one-time-token', platform: 'linux' });
  expect(statSync(state).mode & 0o777).toBe(0o700);
  expect(statSync(join(state, 'enrolment.json')).mode & 0o777).toBe(0o600);
  expect((await enrol(state)).status).toBe(4);
  expect((await enrol(state, '--again')).status).toBe(0);
});

it('loads neither the contract’s parser nor systeminformation to sample and report', () => {
  const text = readFileSync(bundle('agent.ts', makeTemporaryFolder()), 'utf8');
  for (const unwanted of ['ZodError', 'osInfo', 'safeParse']) expect(text).not.toContain(unwanted);
});

it('takes every sample once through kill -9 of itself and absence of the hub, never runs twice, and stops when asked', async () => {
  const state = join(makeTemporaryFolder(), 'state');
  await enrol(state);
  hub.samples.clear();

  const first = begin(['run', '--state', state]);
  await until(() => hub.samples.size >= 3, 'three samples arrive');
  expect(await complete(['run', '--state', state])).toMatchObject({
    status: 6,
    stderr: expect.stringContaining('already runs'),
  });
  await hub.stop();
  const depth = () =>
    (JSON.parse(call(['status', '--state', state, '--json']).stdout) as { spoolDepth: number }).spoolDepth;
  await until(() => depth() >= 2, 'samples are waiting');
  first.child.kill('SIGKILL');
  await once(first.child, 'close');

  await hub.start();
  const second = begin(['run', '--state', state]);
  hub.hints = { inspectNow: { inspectionId: 'b1e5d0a2' } };
  await until(
    () => hub.inspections.has('b1e5d0a2') && depth() === 0,
    'the inspection and the backlog arrive',
  );
  second.child.kill('SIGTERM');
  const askedAtMs = performance.now();
  const [status] = (await once(second.child, 'close')) as [number];
  expect(status).toBe(0);
  expect(performance.now() - askedAtMs).toBeLessThan(5_000);

  const samples = [...hub.samples.values()];
  expect(new Set(samples.map((sample) => sample.epoch)).size).toBe(1);
  expect(hub.seqs).toEqual(hub.seqs.map((_, index) => index));
  expect(new Set(samples.map((sample) => sample.runId)).size).toBe(2);
  inspectionReadingSchema.parse(hub.inspections.get('b1e5d0a2'));
  const log = first.output.stdout + second.output.stdout;
  for (const line of log.trim().split('\n'))
    expect(JSON.parse(line)).toEqual(
      expect.objectContaining({
        level: expect.any(String),
        time: expect.any(String),
        message: expect.any(String),
      }),
    );
  expect(log).not.toContain('secret-credential');
  expect(readFileSync(join(state, 'enrolment.json'), 'utf8')).toContain('secret-credential');
});

it('probes what the hub names, and nothing any more once it is named no more', async () => {
  const state = join(makeTemporaryFolder(), 'state');
  await enrol(state);
  const probeId = '0d6c7f5e-2222-4333-8444-555566667777';
  const target = { kind: 'tcp' as const, host: '127.0.0.1', port: Number(new URL(hub.address).port) };
  const probes = [{ id: probeId, target, intervalSeconds: 5, timeoutSeconds: 2 }];
  hub.configuration = { timeZone: 'Asia/Shanghai', probes };
  const { child } = begin(['run', '--state', state], { OPSGAUGE_AGENT_TARGETS: 'none' });
  const results = () => [...hub.samples.values()].flatMap((sample) => sample.probeResults ?? []);
  await until(() => results().length > 0, 'a result of the probe');
  expect(agentProbeResultSchema.parse(results()[0])).toMatchObject({ probeId, outcome: 'ok' });
  const probesFile = join(state, 'probes.json');
  expect(JSON.parse(readFileSync(probesFile, 'utf8'))).toEqual(probes);
  hub.configuration = { timeZone: 'Asia/Shanghai' };
  await until(() => readFileSync(probesFile, 'utf8') === '[]', 'the probe is named no more');
  hub.configuration = undefined;
  child.kill('SIGTERM');
  await once(child, 'close');
});
