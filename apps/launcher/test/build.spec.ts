import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { build, isBuildStale } from '../src/build.mjs';
import { ChildRegistry } from '../src/child-registry.mjs';
import { clearFolder, fixture, makeFolder, runNode, waitFor } from './support';

let root: string;
const file = (...names: string[]) => path.join(root, ...names);
const runs = () =>
  existsSync(file('runs.txt')) ? readFileSync(file('runs.txt'), 'utf8').trim().split('\n') : [];
const buildNow = () => build(root, { registry: new ChildRegistry(file('registry.json')) });

/** A repository whose nx is the fixture, and whose install is up to date. */
beforeEach(() => {
  root = makeFolder();
  for (const folder of ['libs/one/src', 'node_modules/.bin', '.nx'])
    mkdirSync(file(folder), { recursive: true });
  writeFileSync(file('package.json'), JSON.stringify({ name: 'test', workspaces: ['libs/*'] }));
  writeFileSync(file('package-lock.json'), JSON.stringify({ packages: {} }));
  writeFileSync(file('node_modules/.package-lock.json'), JSON.stringify({ packages: {} }));
  writeFileSync(file('libs/one/package.json'), JSON.stringify({ name: 'one' }));
  writeFileSync(file('libs/one/src/index.ts'), 'export {};');
  copyFileSync(fixture('fake-nx.mjs'), file('nx.mjs'));
  symlinkSync(file('nx.mjs'), file('node_modules/.bin/nx'));
});
afterEach(() => clearFolder(root));

it('is stale before the first build and not after it', async () => {
  expect(isBuildStale(root)).toBe(true);
  await buildNow();
  expect(isBuildStale(root)).toBe(false);
});

it.each(['libs/one/src/index.ts', 'libs/one/package.json', 'package-lock.json', 'libs/one/src/new.ts'])(
  'is stale when %s changes',
  async (name) => {
    await buildNow();
    writeFileSync(file(name), '{ "changed": true }');
    expect(isBuildStale(root)).toBe(true);
  },
);

it('is stale when a built file is missing, not when a source was only touched or a test was added', async () => {
  await buildNow();
  utimesSync(file('libs/one/src/index.ts'), 1, 1);
  writeFileSync(file('libs/one/src/index.spec.ts'), 'it');
  expect(isBuildStale(root)).toBe(false);
  rmSync(file('libs/one/dist/index.js'));
  expect(isBuildStale(root)).toBe(true);
});

it('shows what a build that fails says, and stays stale', async () => {
  writeFileSync(file('broken'), '');
  await expect(buildNow()).rejects.toMatchObject({
    details: ['error: cannot find name', '  at one'],
  });
  expect(isBuildStale(root)).toBe(true);
});

it('builds once however many prepare at the same time, even over the lock of a killed one', async () => {
  const killed = runNode([fixture('prepare-fake.mjs'), root]);
  await waitFor('the build', () => runs().length === 1);
  killed.child.kill('SIGKILL');
  await killed.exitCode;
  const preparations = [1, 2, 3, 4].map(() => runNode([fixture('prepare-fake.mjs'), root]));
  expect(await Promise.all(preparations.map(({ exitCode }) => exitCode))).toEqual([0, 0, 0, 0]);
  const [, ...after] = runs();
  const completed = after.filter((event) => event === 'end');
  expect(after.filter((event) => event === 'begin')).toHaveLength(1);
  expect(completed.length).toBeLessThanOrEqual(2);
  expect(isBuildStale(root)).toBe(false);
});
