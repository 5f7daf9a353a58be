import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findForeign, findUnpinned, findUnresolved } from '../../../tests/support/lockcheck.mjs';

const root = path.join(import.meta.dirname, '../../..');

it('passes for this repository', () => {
  const { stdout, status } = spawnSync(process.execPath, ['tests/support/lockcheck.mjs'], { cwd: root });
  expect([String(stdout), status]).toEqual(['lock ok\n', 0]);
});

it('finds optional platform packages that the lock names but does not resolve', () => {
  const packages = {
    '': {},
    'node_modules/tool': {
      optionalDependencies: { '@tool/linux': '1.0.0', '@tool/mac': '1.0.0', near: '1.0.0' },
    },
    'node_modules/@tool/linux': {},
    'node_modules/tool/node_modules/near': {},
  };
  expect(findUnresolved(packages)).toEqual(['node_modules/tool: optional @tool/mac is not in the lock']);
});

it('finds packages from anywhere but the npm registry', () => {
  const packages = {
    'node_modules/good': { resolved: 'https://registry.npmjs.org/good/-/good-1.0.0.tgz' },
    'node_modules/unsaid': { version: '1.0.0' },
    'node_modules/own': { resolved: 'libs/own', link: true },
    'node_modules/mirror': { resolved: 'https://registry.npmmirror.com/mirror/-/mirror-1.0.0.tgz' },
    'node_modules/lookalike': { resolved: 'https://registry.npmjs.org.example.com/x.tgz' },
    'node_modules/git': { resolved: 'git+ssh://git@github.com/some/thing.git#1' },
    'node_modules/outside': { resolved: '../outside', link: true },
  };
  expect(findForeign(packages).map((line) => line.split(':')[0])).toEqual([
    'node_modules/mirror',
    'node_modules/lookalike',
    'node_modules/git',
    'node_modules/outside',
  ]);
});

it('finds versions that are not exact', () => {
  const manifest = {
    dependencies: { exact: '1.2.3', caret: '^1.2.3', beta: '18.4.0-beta.17' },
    devDependencies: { latest: 'latest', partial: '1.2' },
    optionalDependencies: { star: '*' },
    peerDependencies: { react: '>=18' },
    overrides: { nanoid: '5.1.6', outer: { inner: '~1.0.0' } },
  };
  expect(findUnpinned('package.json', manifest).map((line) => line.split(' ')[1])).toEqual([
    'caret',
    'latest',
    'partial',
    'star',
    'inner',
  ]);
});
