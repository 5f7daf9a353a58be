import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const boundary = 'boundaries/dependencies';

/** Files that do not exist, each with one import; the name keeps type-aware rules, which need real files, away. */
const cases: [what: string, file: string, code: string, violated: string[]][] = [
  [
    'a room below',
    'apps/server/src/telemetry',
    `export * from '../status/availability.service.js';`,
    [boundary],
  ],
  ['a room above', 'apps/server/src/status', `export * from '../telemetry/latest-store.js';`, []],
  ['the composition root', 'apps/server/src/live', `export * from '../app.module.js';`, [boundary]],
  ['contract from domain', 'libs/domain/src', `export * from '@opsgauge/contract';`, [boundary]],
  ['domain from contract', 'libs/contract/src', `export * from '@opsgauge/domain';`, []],
  ['domain from the agent', 'agents/host/src', `export * from '@opsgauge/domain';`, [boundary]],
  [
    'the server from the agent',
    'agents/host/src',
    `export * from '../../../apps/server/src/main.js';`,
    [boundary],
  ],
  ['contract from the agent', 'agents/host/src', `export * from '@opsgauge/contract';`, []],
  [
    'a feature from another',
    'apps/dashboard/src/features/overview',
    `export * from '../session/login-page.js';`,
    [boundary],
  ],
  [
    'a feature from shared',
    'apps/dashboard/src/shared',
    `export * from '../features/session/login-page.js';`,
    [boundary],
  ],
  [
    'the clock in the domain',
    'libs/domain/src',
    `export const now = Date.now();`,
    ['no-restricted-properties'],
  ],
  ['I/O in the domain', 'libs/domain/src', `export * from 'node:fs';`, ['no-restricted-imports']],
  ['a focused test', 'libs/domain/src', `it${'.'}only('x', () => {});`, ['no-restricted-syntax']],
];

it('lets imports go one way only', () => {
  const files = cases.map(([, folder, code], index) => ({
    file: path.join(
      root,
      folder,
      code.startsWith('it') ? `violation-${index}.spec.ts` : `violation-${index}.ts`,
    ),
    code: `${code}\n`,
  }));
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(here, 'lint-texts.mjs')], {
    cwd: root,
    input: JSON.stringify(files),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const violated = JSON.parse(stdout) as string[][];
  expect(Object.fromEntries(cases.map(([what], index) => [what, violated[index]]))).toEqual(
    Object.fromEntries(cases.map(([what, , , rules]) => [what, rules])),
  );
});
