import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { enrolmentScript } from './enrolment-script.js';

const agent = 'the agent';
const agentSha256 = crypto.createHash('sha256').update(agent).digest('hex');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-script-'));

afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

interface Host {
  readonly isRoot: boolean;
  readonly hasSystemd: boolean;
  readonly environment?: Record<string, string>;
  /** Whether the agent can make itself a service. */
  readonly canInstall?: boolean;
}

/** Runs the script on a host made of stand-ins: who one is, what the hub hands out, and a Node that notes its calls. */
function run({ isRoot, hasSystemd, environment = {}, canInstall = true }: Host) {
  const folder = fs.mkdtempSync(path.join(work, 'host-'));
  const at = (...names: string[]) => path.join(folder, ...names);
  fs.mkdirSync(at('tools'));
  const tool = (name: string, text: string) =>
    fs.writeFileSync(at('tools', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  tool('id', `echo ${isRoot ? 0 : 1000}`);
  // curl -fsS -o FILE URL
  tool('curl', `printf '%s' '${agent}' >"$3"`);
  tool('nohup', 'exec "$@"');
  tool(
    'node',
    `[ "$1" = -e ] && exit 0\nshift\necho "$1" >>'${at('calls')}'\n` +
      `[ "$1" != install ] || exit ${canInstall ? 0 : 1}`,
  );
  if (hasSystemd) fs.mkdirSync(at('systemd'));
  const script = enrolmentScript({ agentSha256 })
    .replaceAll('/run/systemd/system', at('systemd'))
    .replaceAll('/opt/opsgauge-agent', at('programs'))
    .replaceAll('/usr/lib/opsgauge-agent', at('installed'));
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', script, 'install.sh', 'https://hub.example.org'],
    {
      encoding: 'utf8',
      env: {
        PATH: `${at('tools')}:${process.env['PATH']}`,
        HOME: folder,
        OPSGAUGE_ENROLMENT_TOKEN: 'one-time-token',
        ...environment,
      },
    },
  );
  return {
    status,
    stdout,
    stderr,
    isFolderLeft: fs.existsSync(at('programs')),
    calls: () => callsIn(at('calls')),
  };
}

const callsIn = (file: string) => fs.readFileSync(file, 'utf8').trim().split('\n');

/** The agent in the background notes its call when it likes. */
async function untilRunning(calls: () => string[]): Promise<string[]> {
  while (!calls().includes('run')) await new Promise((resolve) => setImmediate(resolve));
  return calls();
}

it('makes the agent a service for root where systemd runs, and leaves only what was installed', () => {
  const { status, stdout, calls, isFolderLeft } = run({ isRoot: true, hasSystemd: true });
  expect(status).toBe(0);
  expect(calls()).toEqual(['enroll', 'install']);
  expect(stdout).toMatch(/runs as the service opsgauge-agent[^]*to remove it: .*uninstall/);
  expect(isFolderLeft).toBe(false);
});

it.each<[string, Host, RegExp]>([
  ['for another user', { isRoot: false, hasSystemd: true }, /paste a fresh line as root/],
  ['where there is no systemd', { isRoot: true, hasSystemd: false }, /let the host's start-up run/],
  [
    'where the state is to lie elsewhere',
    { isRoot: true, hasSystemd: true, environment: { OPSGAUGE_AGENT_STATE: '/srv/state' } },
    /let the host's start-up run/,
  ],
])('starts it in the background %s, and says how it becomes permanent', async (_, host, hint) => {
  const { status, stdout, calls } = run(host);
  expect(status).toBe(0);
  expect(await untilRunning(calls)).toEqual(['enroll', 'run']);
  expect(stdout).toMatch(/runs as process \d+, log in /);
  expect(stdout).toMatch(hint);
});

it('starts it in the background where it cannot be made a service', async () => {
  const { status, stderr, calls, isFolderLeft } = run({ isRoot: true, hasSystemd: true, canInstall: false });
  expect(status).toBe(0);
  expect(await untilRunning(calls)).toEqual(['enroll', 'install', 'run']);
  expect(stderr).toMatch(/could not be made a service/);
  expect(isFolderLeft).toBe(true);
});
