/**
 * Measures dirsync beside what it is to be measured with, and writes `test/bench/RESULTS.md`.
 * `pnpm bench [suite …] [--rounds 5] [--seconds 3] [--scale 1] [--no-write]`
 */
import { parseArgs } from 'node:util';
import { serverVersion } from '../harness/database.ts';
import { startPostgres } from '../harness/postgres.ts';
import type { Bench, Suite } from './bench.ts';
import { describeMachine } from './machine.ts';
import { findPgbench } from './pgbench.ts';
import { writeSection } from './results.ts';
import { toMarkdown } from './table.ts';
import { eventPipeline } from './suites/event-pipeline.ts';
import { firstSync } from './suites/first-sync.ts';
import { largeDirectories } from './suites/large-directories.ts';
import { largeGroups } from './suites/large-groups.ts';
import { parts } from './suites/parts.ts';
import { peers } from './suites/peers.ts';
import { profile } from './suites/profile.ts';
import { startAndSize } from './suites/start-and-size.ts';
import { writePath } from './suites/write-path.ts';

const suites: readonly Suite[] = [
  writePath,
  largeGroups,
  largeDirectories,
  eventPipeline,
  firstSync,
  profile,
  peers,
  parts,
  startAndSize,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    scale: { type: 'string', default: '1' },
    'no-write': { type: 'boolean', default: false },
  },
});

const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `Unknown suite: ${unknown.join(', ')}. There are ${suites.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

for (const name of ['rounds', 'seconds'] as const) {
  if (/^[1-9]\d*$/.test(values[name])) continue;
  console.error(`--${name}: expected a whole number above 0, got ${values[name]}.`);
  process.exit(1);
}

const postgres = await startPostgres({ fsync: true });
if (postgres === undefined) {
  console.error('There is no PostgreSQL for this platform: nothing can be measured beside it.');
  process.exit(1);
}
try {
  const bench: Bench = {
    postgres,
    pgbench: await findPgbench(),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    scale: Number(values.scale),
    log: (line) => console.error(`  ${line}`),
  };
  const chosen = suites.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const machine = describeMachine(await serverVersion(postgres.adminUrl));
  const command = ['pnpm bench', ...process.argv.slice(2)].join(' ');
  const rounds = `\`${command}\`: ${values.rounds} rounds of ${values.seconds} seconds.`;
  for (const suite of chosen) {
    console.error(suite.title);
    const tables = await suite.run(bench);
    const text = [rounds, '', machine, '', ...tables.map(toMarkdown)].join('\n');
    console.log(`## ${suite.title}\n\n${text}`);
    if (values['no-write']) continue;
    await writeSection(
      suite.title,
      text,
      suites.map(({ title }) => title),
    );
  }
} finally {
  await postgres.stop();
}
