/** Runs the PostgreSQL half of the tests once more on PostgreSQL 15, the oldest that is supported, where it is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const binaries = '/usr/lib/postgresql/15/bin';

if (existsSync(`${binaries}/postgres`)) {
  const run = spawnSync(
    'vitest',
    [
      'run',
      '--project=server',
      '--project=test',
      '--testNamePattern=PostgreSQL',
      '--outputFile.json=node_modules/.vitest/report-postgres-15.json',
    ],
    {
      stdio: 'inherit',
      // The long proofs have just been made on the newer one.
      env: {
        KILL_TEST_SECONDS: '12',
        ORDER_TEST_CHANGES: '1500',
        ...process.env,
        DIRSYNC_TEST_POSTGRES_BIN: binaries,
      },
    },
  );
  process.exitCode = run.status ?? 1;
} else {
  console.log(`PostgreSQL 15 is not installed at ${binaries}: its run is skipped.`);
}
