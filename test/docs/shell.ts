import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { collectOutput } from '../harness/child-output.ts';
import { root } from '../harness/server-process.ts';

/** A script that runs. */
export interface ShellRun {
  readonly lines: readonly string[];
  /** The first line, printed already or still to come, with this in it. */
  line(part: string): Promise<string>;
  /** Waits for the end; throws with the output when it is not exit code 0. */
  end(): Promise<readonly string[]>;
  /** Tells it and all that it started to end, and waits. */
  stop(): Promise<void>;
}

/** A shell in the folder of the repository, on a machine with nothing but this Node. */
export interface Shell extends AsyncDisposable {
  /** A folder for what is temporary. */
  readonly folder: string;
  run(script: string, env?: Readonly<Record<string, string>>): ShellRun;
}

/** Makes a shell in which `npx -y pnpm@…` runs what pnpm would run, without looking for what to install. */
export async function createShell(): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-docs-'));
  const npx = join(folder, 'npx');
  await writeFile(npx, await npxScript());
  await chmod(npx, 0o755);
  const path = [folder, join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  return {
    folder,
    run(script, env = {}) {
      const child = spawn('sh', ['-euc', script], {
        cwd: root,
        env: { PATH: path, HOME: folder, LOG_LEVEL: 'warn', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A process group of its own, so that all of it can be told to end.
        detached: true,
      });
      const output = collectOutput(child, script);
      const closed = once(child, 'close');
      const kill = (): void => void (child.pid && process.kill(-child.pid, 'SIGKILL'));
      process.once('exit', kill);
      child.once('close', () => process.off('exit', kill));
      return {
        lines: output.lines,
        line: (part) => output.line((line) => line.includes(part)),
        async end() {
          await closed;
          if (child.exitCode !== 0) throw new Error(`${script}\nfailed:\n${output.lines.join('\n')}`);
          return output.lines;
        },
        async stop() {
          const isRunning = child.exitCode === null && child.signalCode === null;
          if (child.pid !== undefined && isRunning) process.kill(-child.pid, 'SIGTERM');
          await closed;
        },
      };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function npxScript(): Promise<string> {
  const { packageManager, scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly packageManager: string;
    readonly scripts: Readonly<Record<string, string>>;
  };
  return [
    '#!/bin/sh -eu',
    `[ "$1 $2" = "-y ${packageManager}" ]`,
    'name=$3',
    'shift 3',
    'case $name in',
    'exec) exec "$@" ;;',
    ...Object.entries(scripts)
      .filter(([, script]) => /^node [\w./= -]+$/.test(script))
      .map(([name, script]) => `${name}) exec ${script} "$@" ;;`),
    '*) echo "There is no script $name." >&2; exit 1 ;;',
    'esac',
    '',
  ].join('\n');
}
