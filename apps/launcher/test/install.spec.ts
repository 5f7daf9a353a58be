import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ChildRegistry } from '../src/child-registry.mjs';
import { install, isInstallStale } from '../src/install.mjs';
import { findNpm } from '../src/npm-command.mjs';
import { clearFolder, makeFolder } from './support';

let root: string;
const file = (...names: string[]) => path.join(root, ...names);
const writeJson = (name: string, value: unknown) => writeFileSync(file(name), JSON.stringify(value));
const registry = () => new ChildRegistry(file('registry.json'));

/** A repository with one workspace and no dependency, so that npm needs no network. */
beforeEach(() => {
  root = makeFolder();
  mkdirSync(file('libs', 'one'), { recursive: true });
  writeJson('libs/one/package.json', { name: '@test/one', version: '1.0.0' });
  writeJson('package.json', { name: 'test', version: '1.0.0', workspaces: ['libs/*'] });
  writeJson('package-lock.json', {
    name: 'test',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'test', version: '1.0.0', workspaces: ['libs/*'] },
      'libs/one': { name: '@test/one', version: '1.0.0' },
      'node_modules/@test/one': { resolved: 'libs/one', link: true },
    },
  });
});
afterEach(() => clearFolder(root));

it('is stale in a fresh clone, and no longer after npm ci', async () => {
  expect(isInstallStale(root)).toBe(true);
  await install(root, { registry: registry() });
  expect(existsSync(file('node_modules', '@test', 'one', 'package.json'))).toBe(true);
  expect(isInstallStale(root)).toBe(false);
});

it('is stale when the lock asks for another package, and when node_modules lost its record', async () => {
  await install(root, { registry: registry() });
  const lock = JSON.parse(readFileSync(file('package-lock.json'), 'utf8'));
  lock.packages['node_modules/two'] = { version: '2.0.0', integrity: 'sha512-x' };
  writeJson('package-lock.json', lock);
  expect(isInstallStale(root)).toBe(true);
  lock.packages['node_modules/two'].optional = true;
  writeJson('package-lock.json', lock);
  expect(isInstallStale(root)).toBe(false);
  rmSync(file('node_modules', '.package-lock.json'));
  expect(isInstallStale(root)).toBe(true);
});

it('takes over what was installed by hand from the same lock', () => {
  const { file: npm, args } = findNpm();
  expect(spawnSync(npm, [...args, 'install', '--no-audit'], { cwd: root }).status).toBe(0);
  expect(isInstallStale(root)).toBe(false);
  expect(existsSync(file('node_modules', '.opsgauge-install'))).toBe(true);
  appendFileSync(file('package-lock.json'), '\n');
  expect(isInstallStale(root)).toBe(false);
});

it('shows what npm says when it fails', async () => {
  writeJson('package.json', { name: 'test', version: '1.0.0', dependencies: { two: '2.0.0' } });
  const failure = install(root, { registry: registry() });
  await expect(failure).rejects.toMatchObject({
    message: expect.stringContaining('npm ci 失败'),
    details: expect.arrayContaining([expect.stringContaining('two@2.0.0')]),
  });
  expect(isInstallStale(root)).toBe(true);
});

it('says in one line that there is no lock, and that there is no npm', () => {
  rmSync(file('package-lock.json'));
  expect(() => isInstallStale(root)).toThrow('缺少 package-lock.json');
  expect(() => findNpm({ environment: {}, nodePath: file('node') })).toThrow('找不到 npm');
});

it('finds npm by the one that runs us, beside Node, then by the PATH', () => {
  const place = (...names: string[]) => {
    mkdirSync(path.dirname(file(...names)), { recursive: true });
    writeFileSync(file(...names), '', { mode: 0o755 });
    return file(...names);
  };
  const nodePath = place('bin', 'node');
  const onPath = place('elsewhere', 'npm');
  const environment = { PATH: file('elsewhere') };
  expect(findNpm({ environment, nodePath })).toEqual({ file: onPath, args: [] });
  const beside = place('bin', 'npm');
  expect(findNpm({ environment, nodePath })).toEqual({ file: beside, args: [] });
  const running = place('npm-cli.js');
  const runByNpm = { ...environment, npm_execpath: running };
  expect(findNpm({ environment: runByNpm, nodePath })).toEqual({ file: nodePath, args: [running] });
  const runByAnother = { ...environment, npm_execpath: place('yarn.js') };
  expect(findNpm({ environment: runByAnother, nodePath })).toEqual({ file: beside, args: [] });
});
