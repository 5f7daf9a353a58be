import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearFolder, makeFolder } from './support';

const repository = path.join(import.meta.dirname, '../../..');
let root: string;

beforeEach(() => {
  root = makeFolder();
});
afterEach(() => clearFolder(root));

/** What the checker prints and exits with. */
const check = (folder: string) => {
  const script = path.join(repository, 'tests/support/lockcheck.mjs');
  const { stdout, status } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  return { lines: stdout.trim().split('\n'), status };
};

const write = (name: string, value: object) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), JSON.stringify(value));
};

it('passes for this repository', () => {
  expect(check(repository)).toEqual({ lines: ['lock ok'], status: 0 });
});

it('finds optional platform packages that the lock names but does not resolve', () => {
  write('package.json', { workspaces: [] });
  write('package-lock.json', {
    packages: {
      '': {},
      'node_modules/tool': {
        optionalDependencies: { '@tool/linux': '1.0.0', '@tool/mac': '1.0.0', near: '1.0.0' },
      },
      'node_modules/@tool/linux': {},
      'node_modules/tool/node_modules/near': {},
    },
  });
  const line = 'node_modules/tool: optional @tool/mac is not in the lock';
  expect(check(root)).toEqual({ lines: [line, 'lock: 1 findings'], status: 1 });
});

it('finds packages from anywhere but the npm registry', () => {
  write('package.json', { workspaces: [] });
  write('package-lock.json', {
    packages: {
      'node_modules/good': { resolved: 'https://registry.npmjs.org/good/-/good-1.0.0.tgz' },
      'node_modules/unsaid': { version: '1.0.0' },
      'node_modules/own': { resolved: 'libs/own', link: true },
      'node_modules/mirror': { resolved: 'https://registry.npmmirror.com/mirror/-/mirror-1.0.0.tgz' },
      'node_modules/lookalike': { resolved: 'https://registry.npmjs.org.example.com/x.tgz' },
      'node_modules/git': { resolved: 'git+ssh://git@github.com/some/thing.git#1' },
      'node_modules/outside': { resolved: '../outside', link: true },
    },
  });
  const { lines, status } = check(root);
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'node_modules/mirror',
    'node_modules/lookalike',
    'node_modules/git',
    'node_modules/outside',
    'lock',
  ]);
  expect(status).toBe(1);
});

it('finds versions that are not exact, in every workspace', () => {
  write('package-lock.json', { packages: {} });
  write('package.json', {
    workspaces: ['libs/*'],
    dependencies: { exact: '1.2.3', caret: '^1.2.3', beta: '18.4.0-beta.17' },
    peerDependencies: { react: '>=18' },
    overrides: { nanoid: '5.1.6', outer: { inner: '~1.0.0' } },
  });
  write('libs/one/package.json', {
    devDependencies: { latest: 'latest', partial: '1.2' },
    optionalDependencies: { star: '*' },
  });
  expect(check(root)).toEqual({
    lines: [
      'package.json: caret is "^1.2.3", not an exact version',
      'package.json: inner is "~1.0.0", not an exact version',
      'libs/one/package.json: latest is "latest", not an exact version',
      'libs/one/package.json: partial is "1.2", not an exact version',
      'libs/one/package.json: star is "*", not an exact version',
      'lock: 5 findings',
    ],
    status: 1,
  });
});
