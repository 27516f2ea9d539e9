import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installEmbedded, installOnPostgres } from '../../harness/installation.ts';
import type { Installation } from '../../harness/installation.ts';
import { root } from '../../harness/server-process.ts';
import type { Bench, Suite } from '../bench.ts';
import { residentMb } from '../process-memory.ts';
import { sampleOf } from '../statistics.ts';
import { judge, number, spread } from '../table.ts';
import type { Goal, Table } from '../table.ts';

const run = promisify(execFile);

/** What it takes to have it. */
export const startAndSize: Suite = {
  name: 'start-and-size',
  title: 'Start and size',
  run: async (bench) => [await starts(bench), await sizes(bench)],
};

async function starts(bench: Bench): Promise<Table> {
  await run('pnpm', ['--filter', '@dirsync/server...', '--workspace-concurrency=1', 'run', 'build'], {
    cwd: root,
  });
  const rows = [
    await startRow(bench, 'embedded, new data', installEmbedded, false),
    await startRow(bench, 'embedded, existing data', installEmbedded, true, { atMost: 2 }),
    await startRow(
      bench,
      'PostgreSQL, existing data',
      () => installOnPostgres(bench.postgres.adminUrl),
      true,
    ),
  ];
  return {
    title: 'From the start of the process to its first answer, and its memory then',
    columns: ['', 'seconds', 'goal', '', 'MB at rest'],
    rows,
    note: 'The built package, as it is published, started by Node; the first answer is that of `/readyz`.',
  };
}

async function startRow(
  bench: Bench,
  what: string,
  install: () => Promise<Installation>,
  isWarm: boolean,
  goal?: Goal,
): Promise<readonly string[]> {
  bench.log(what);
  const seconds: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < bench.rounds; round += 1) {
    const installation = await install();
    const start = () => installation.start({ args: ['packages/server/dist/cli.js', 'serve'] });
    try {
      if (isWarm) await (await start()).stop();
      const startedAt = performance.now();
      const server = await start();
      seconds.push((performance.now() - startedAt) / 1000);
      memory.push(await residentMb(server.pid));
      await server.stop();
    } finally {
      await installation.remove();
    }
  }
  const sample = sampleOf(seconds);
  return [what, spread(sample), ...judge(sample, goal), number(sampleOf(memory).median)];
}

async function sizes(bench: Bench): Promise<Table> {
  bench.log('sizes');
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-size-'));
  try {
    const rows: (readonly string[])[] = [];
    for (const name of ['client', 'webhooks', 'server']) {
      await run('pnpm', ['--filter', `@dirsync/${name}`, 'run', 'build'], { cwd: root });
      await run('pnpm', ['--filter', `@dirsync/${name}`, 'pack', '--pack-destination', folder], {
        cwd: root,
      });
    }
    for (const file of (await readdir(folder)).toSorted()) {
      rows.push([`\`${file}\``, megabytes((await stat(join(folder, file))).size)]);
    }
    const deployed = join(folder, 'deployed');
    await run('pnpm', ['--filter', '@dirsync/server', 'deploy', '--prod', '--legacy', deployed], {
      cwd: root,
    });
    rows.push([
      'the server with all that it needs, as a container image holds it, without Node',
      megabytes(await sizeOf(deployed)),
    ]);
    rows.push([
      '`node_modules` of the workspace, for development',
      megabytes(await sizeOf(join(root, 'node_modules'))),
    ]);
    return { title: 'Size', columns: ['', 'MB'], rows };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function megabytes(bytes: number): string {
  return number(bytes / 2 ** 20);
}

/** What the files below a folder hold; a file that is linked twice counts once. */
async function sizeOf(folder: string): Promise<number> {
  const seen = new Set<number>();
  let total = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { ino, size } = await stat(join(entry.parentPath, entry.name));
    if (seen.has(ino)) continue;
    seen.add(ino);
    total += size;
  }
  return total;
}
