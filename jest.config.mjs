const swc = (options = {}) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, tsx: options.tsx ?? false },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        ...(options.tsx ? { react: { runtime: 'automatic' } } : {}),
      },
    },
    module: { type: 'es6' },
  },
];

const node = (displayName, roots, extra = {}) => ({
  displayName,
  roots: roots.map((root) => `<rootDir>/${root}`),
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['@opsgauge/source', 'node', 'node-addons'] },
  transform: { '^.+\\.tsx$': swc({ tsx: true }), '^.+\\.ts$': swc() },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/data/'],
  ...extra,
});

const database = {
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
};

const isLong = process.env.OPSGAUGE_LONG_TESTS === '1';

export default {
  testTimeout: isLong ? 1_200_000 : 120_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/tests/support/longest-first.mjs',
  projects: isLong
    ? [node('long', ['tests/long'], database)]
    : [
        node('unit', ['libs', 'agents', 'apps', 'tests/vectors', 'tests/support']),
        node('server', ['tests/integration'], database),
        node('browser', ['tests/e2e'], {
          globalSetup: '<rootDir>/tests/support/browser-setup.mjs',
        }),
      ],
};
