import path from 'node:path';
import { fileURLToPath } from 'node:url';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

const root = path.dirname(fileURLToPath(import.meta.url));

/** The server's rooms in floors: each imports only from those above it. */
const rooms = [
  'platform',
  'documents',
  'accounts',
  'inventory',
  'telemetry',
  'status',
  'faults',
  'work',
  'inspections',
  'evaluation',
  'notify',
  'live',
];

const element = (type, pattern, extra = {}) => ({ type, pattern, ...extra });
const elements = [
  element('domain', 'libs/domain'),
  element('contract', 'libs/contract'),
  element('charts', 'libs/charts'),
  element('agent', 'agents/*'),
  ...rooms.map((room) => element(`room-${room}`, `apps/server/src/${room}`)),
  element('server', 'apps/server'),
  element('feature', 'apps/dashboard/src/features/*', { capture: ['feature'] }),
  element('dashboard-shared', 'apps/dashboard/src/shared'),
  element('dashboard-testing', 'apps/dashboard/src/testing'),
  element('dashboard-app', 'apps/dashboard'),
  element('launcher', 'apps/launcher'),
  element('tests', 'tests'),
];

const libraries = ['domain', 'contract', 'charts'];
const policy = (from, to, selector = {}) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: to }, ...selector } } },
});

const directions = [
  policy('contract', ['domain']),
  policy('agent', ['contract']),
  ...rooms.map((room, floor) =>
    policy(`room-${room}`, [...libraries, ...rooms.slice(0, floor).map((above) => `room-${above}`)]),
  ),
  policy('server', [...libraries, ...rooms.map((room) => `room-${room}`)]),
  policy('dashboard-shared', [...libraries, 'dashboard-testing']),
  policy('dashboard-testing', libraries),
  policy('feature', [...libraries, 'dashboard-shared', 'dashboard-testing']),
  policy('dashboard-app', [...libraries, 'dashboard-shared', 'feature']),
  policy('tests', [
    ...libraries,
    'agent',
    'server',
    ...rooms.map((room) => `room-${room}`),
    'dashboard-app',
    'launcher',
  ]),
];

const noFocusedTests = {
  'no-restricted-syntax': [
    'error',
    {
      selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
      message: 'Every test runs.',
    },
    {
      selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
      message: 'Every test runs.',
    },
  ],
};

export default typescript.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'data/**', '.nx/**', 'tests/support/lint/fixtures/**'] },
  ...typescript.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // Nest reads constructor parameters' types at run time, so their imports must stay values.
    files: ['apps/server/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/root-path': root,
      'boundaries/elements': elements,
      'import/resolver': { [path.join(root, 'tests/support/lint/resolve-source.cjs')]: {} },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies: directions }],
    },
  },
  {
    files: ['apps/dashboard/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // Texts that prove the rules (tests/support/lint); no project knows them, so nothing is known of their types.
  { files: ['**/violation-*.ts'], ...typescript.configs.disableTypeChecked },
  { files: ['**/*.spec.{ts,tsx}'], rules: noFocusedTests },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pass the moment in.' },
        { object: 'DateTime', property: 'now', message: 'Pass the moment in.' },
        { object: 'Math', property: 'random', message: 'The domain is pure.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['node:*', '@nestjs/*', 'typeorm', 'pg'], message: 'The domain does no I/O.' }],
        },
      ],
    },
  },
  { files: ['tests/**/run.ts', 'tests/bench/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
