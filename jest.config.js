/** Packages that come as ES modules only: jest loads them through swc like our own sources. */
const esModules = ['node-pg-migrate', 'postal-mime'];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023', keepClassNames: true },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  reporters: ['default', '<rootDir>/tests/support/tally-reporter.js'],
  testTimeout: 60_000,
  maxWorkers: 2,
  // A worker process that has grown large is replaced: the runtime of Temporal is native and lives in each of them.
  workerIdleMemoryLimit: '700MB',
};
