import { defineConfig } from 'vitest/config';
import { mistakes } from './test/conformance/mistakes.ts';
import { requirements } from './test/conformance/requirements.ts';

export default defineConfig({
  // Packages are read from their sources. `import` must not be named here: CommonJS packages break with it.
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  test: {
    maxWorkers: 2,
    // A test that waits for an event waits for at most this; on a busy machine much takes long.
    testTimeout: 30_000,
    // What is polled for too, not only for the second that is the default.
    expect: { poll: { timeout: 20_000 } },
    // A new embedded database takes seconds.
    hookTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.vitest/report.json' },
    projects: [
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['packages/{client,webhooks}/src/**/*.test.ts', 'openapi/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: ['test/harness/global-postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'test',
          tags: [...requirements, ...mistakes].map(({ id, says }) => ({ name: id, description: says })),
          include: ['test/**/*.test.ts'],
          globalSetup: ['test/harness/global-postgres.ts', 'test/harness/global-servers.ts'],
        },
      },
    ],
  },
});
