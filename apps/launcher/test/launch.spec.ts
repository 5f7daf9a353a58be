import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearFolder, findProcesses, fixture, makeFolder, runNode, waitFor, type Run } from './support';

let dataPath: string;

const launch = (...modes: string[]): Run => runNode([fixture('launch-fake.mjs'), dataPath, ...modes]);
const read = (name: string): string => {
  try {
    return readFileSync(path.join(dataPath, name), 'utf8');
  } catch {
    return '';
  }
};
const childrenOf = (): Record<string, { pid: number; startedAt: string }> =>
  JSON.parse(read('run/launcher.json') || '{}').children ?? {};
const pidOf = (name: string): number | undefined => childrenOf()[name]?.pid;
const untilWelcome = (run: Run) => waitFor('the welcome', () => run.output().includes('Ctrl-C 停止'));
const untilBack = (name: string, before: number) =>
  waitFor(`another ${name}`, () => {
    const pid = pidOf(name);
    return pid !== before && read('events.txt').includes(`${pid}\n`) ? pid : undefined;
  });
const startAndWelcome = async (...modes: string[]) => {
  const run = launch(...modes);
  await untilWelcome(run);
  const hub = await waitFor('the hub', () => pidOf('hub'));
  const agent = await waitFor(
    'the agent',
    () => read('events.txt').includes('agent started') && pidOf('agent'),
  );
  return { run, hub, agent };
};
const nothingLeft = () => waitFor('all processes to be gone', () => findProcesses(dataPath).length === 0);

beforeEach(() => {
  dataPath = makeFolder();
});
afterEach(() => clearFolder(dataPath));

describe('npm start', () => {
  it('brings hub and agent up and tells address and first password', async () => {
    const { run } = await startAndWelcome();
    expect(run.output()).toContain('http://127.0.0.1:18999');
    expect(run.output()).toMatch(/─\n[^✓]*admin\n[^✓]*correct-horse-battery\n\s*─/);
    expect(statSync(path.join(dataPath, 'logs')).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(dataPath, 'run/launcher.json')).mode & 0o777).toBe(0o600);
    expect(read('run/launcher.json')).not.toContain('one-time-token');
  });

  it('names the account and where its password is from when that was given, on the first run only', async () => {
    const first = await startAndWelcome('given-password');
    expect(first.run.output()).toContain('账号 admin · 密码为 OPSGAUGE_ADMIN_PASSWORD 所设');
    expect(first.run.output()).toContain('account admin · password as set in OPSGAUGE_ADMIN_PASSWORD');
    first.run.child.kill('SIGTERM');
    await first.run.exitCode;
    const later = await startAndWelcome('later-run');
    expect(later.run.output()).not.toContain('admin');
  });

  it('enrols the agent at the loopback, its token in the environment of that one command only', async () => {
    await startAndWelcome();
    const seen = JSON.parse(read('agent/enrolment.json'));
    expect(seen).toMatchObject({ hubUrl: 'http://127.0.0.1:18999', token: 'one-time-token' });
    expect(seen.args.join(' ')).not.toContain('one-time-token');
    expect(read('events.txt')).toContain('agent started without-token');
  });

  it('enrols once, and again when the hub does not know the agent', async () => {
    const first = await startAndWelcome();
    first.run.child.kill('SIGTERM');
    expect(await first.run.exitCode).toBe(0);
    const second = await startAndWelcome();
    expect(read('events.txt').match(/agent enrolled/g)).toHaveLength(1);
    second.run.child.kill('SIGTERM');
    await second.run.exitCode;
    await startAndWelcome('forgetful');
    expect(read('events.txt').match(/agent enrolled/g)).toHaveLength(2);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s: agent, then hub, and nothing is left',
    async (signal) => {
      const { run } = await startAndWelcome();
      run.child.kill(signal);
      expect(await run.exitCode).toBe(0);
      expect(read('events.txt')).toMatch(/agent SIGTERM \d+\nhub SIGTERM \d+\n$/);
      expect(findProcesses(dataPath)).toEqual([]);
    },
  );

  it('takes the SIGINT that npm passes on for the same key press', async () => {
    const { run } = await startAndWelcome();
    run.child.kill('SIGINT');
    run.child.kill('SIGINT');
    expect(await run.exitCode).toBe(0);
    expect(read('events.txt')).toMatch(/agent SIGTERM \d+\nhub SIGTERM \d+\n$/);
  });

  it('stops a hub that does not listen at the second Ctrl-C', async () => {
    const { run } = await startAndWelcome('stubborn');
    run.child.kill('SIGINT');
    await waitFor('the hint', () => run.output().includes('Ctrl-C again'));
    run.child.kill('SIGINT');
    expect(await run.exitCode).toBe(0);
    expect(findProcesses(dataPath)).toEqual([]);
  });

  it('leaves no tool running when stopped while it installs or builds', async () => {
    const run = launch('ready', 'slow-prepare');
    await waitFor('the tool', () => read('grandchild.txt'));
    run.child.kill('SIGINT');
    expect(await run.exitCode).toBe(0);
    await nothingLeft();
  });
});

describe('supervision', () => {
  it('starts a killed hub again while the agent goes on', async () => {
    const { run, hub, agent } = await startAndWelcome();
    process.kill(hub, 'SIGKILL');
    await untilBack('hub', hub);
    await waitFor('the line', () => run.output().includes('服务已恢复'));
    expect(run.output()).toContain('服务已退出（SIGKILL），0.2 秒后重新启动');
    expect(pidOf('agent')).toBe(agent);
    expect(read('events.txt').match(/agent started/g)).toHaveLength(1);
  });

  it('starts a killed agent again while the hub goes on', async () => {
    const { run, hub, agent } = await startAndWelcome();
    process.kill(agent, 'SIGKILL');
    await untilBack('agent', agent);
    expect(run.output()).toContain('本机代理已退出（SIGKILL），0.2 秒后重新启动');
    expect(pidOf('hub')).toBe(hub);
  });

  it.each([
    ['failed', '✗ 服务无法启动 · port 8080 is taken\n'],
    ['silent-78', '✗ 服务无法启动'],
  ])('a hub that cannot run (%s) is told in one line and not started again', async (mode, line) => {
    const run = launch(mode);
    expect(await run.exitCode).toBe(1);
    expect(run.output()).toContain(line);
    expect(run.output().trim().split('\n')).toHaveLength(1);
    expect(read('events.txt').match(/hub started/g)).toHaveLength(1);
    expect(findProcesses(dataPath)).toEqual([]);
  });

  it('stops PostgreSQL when the hub was killed and cannot do it', async () => {
    const { run } = await startAndWelcome('stubborn');
    spawn(process.execPath, [fixture('fake-postgres.mjs'), '-D', path.join(dataPath, 'postgres')], {
      detached: true,
      stdio: 'ignore',
    });
    await waitFor('postgres', () => read('postgres/postmaster.pid'));
    run.child.kill('SIGINT');
    await waitFor('the hint', () => run.output().includes('Ctrl-C again'));
    run.child.kill('SIGINT');
    expect(await run.exitCode).toBe(0);
    await nothingLeft();
  });
});

describe('another start on the same data folder', () => {
  it('says where the first one is and leaves it alone', async () => {
    const { run, hub, agent } = await startAndWelcome();
    const second = launch();
    expect(await second.exitCode).toBe(1);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(second.output()).toContain('已在运行');
    expect(second.output()).toContain('http://127.0.0.1:18999');
    expect([pidOf('hub'), pidOf('agent'), run.child.exitCode]).toEqual([hub, agent, null]);
  });

  it('stops what a killed launcher has left and goes on', async () => {
    const { run, hub, agent } = await startAndWelcome();
    run.child.kill('SIGKILL');
    await run.exitCode;
    expect(findProcesses(dataPath)).toEqual(expect.arrayContaining([hub, agent]));
    const second = await startAndWelcome();
    expect(second.run.output()).toContain('已停止上次遗留的进程：agent、hub');
    expect(findProcesses(dataPath)).not.toEqual(expect.arrayContaining([hub]));
    expect(findProcesses(dataPath)).not.toEqual(expect.arrayContaining([agent]));
    expect(findProcesses(dataPath)).toHaveLength(3);
  });

  it('does not touch a process that was given the pid of a leftover', async () => {
    const bystander = runNode([fixture('task-with-grandchild.mjs'), dataPath, 'grandchild']);
    await waitFor('the bystander', () => read('grandchild.txt'));
    const stale = { pid: bystander.child.pid, startedAt: 'some other time' };
    mkdirSync(path.join(dataPath, 'run'));
    mkdirSync(path.join(dataPath, 'postgres'));
    writeFileSync(path.join(dataPath, 'run/launcher.json'), JSON.stringify({ children: { hub: stale } }));
    writeFileSync(path.join(dataPath, 'run/launcher.lock'), JSON.stringify({ ...stale, key: 'old' }));
    writeFileSync(path.join(dataPath, 'postgres/postmaster.pid'), `${stale.pid}\n`);
    const { run } = await startAndWelcome();
    run.child.kill('SIGINT');
    expect(await run.exitCode).toBe(0);
    expect(findProcesses(dataPath)).toEqual([bystander.child.pid]);
  });
});

it('says in one line that the data folder cannot be written', async () => {
  writeFileSync(path.join(dataPath, 'file'), '');
  const run = runNode([fixture('launch-fake.mjs'), path.join(dataPath, 'file', 'data')]);
  expect(await run.exitCode).toBe(1);
  expect(run.output()).toMatch(
    /^✗ 数据目录不可写（ENOTDIR）：.* · the data folder is not writable \(ENOTDIR\)\n$/,
  );
});
