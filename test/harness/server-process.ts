import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { collectOutput } from './child-output.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** What it printed until now. */
  readonly lines: readonly string[];
  /** Sends SIGTERM and waits for the end; throws unless it exits with 0. */
  stop(): Promise<void>;
  /** `kill -9`, and waits for the end. */
  kill(): Promise<void>;
}

export interface ServerProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Arguments of Node. Default: `dirsync serve`. */
  readonly args?: readonly string[];
}

/** The repository's folder. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url));

/** The arguments of Node that run the command `dirsync`. */
export const dirsync: readonly string[] = ['--conditions=source', 'packages/server/src/cli.ts'];

/** How a process ended by itself. */
export interface Ending {
  readonly code: number | null;
  readonly lines: readonly string[];
}

/** Starts a server on a free port of the loopback address; it is ready when this resolves. */
export async function startServer(options: ServerProcessOptions): Promise<ServerProcess> {
  const child = spawnServer(options);
  const output = collectOutput(child, 'dirsync serve');
  const listening = /http:\/\/127\.0\.0\.1:\d+/;
  const url = (await output.line((line) => listening.test(line))).match(listening)?.[0];
  if (url === undefined || child.pid === undefined) throw new Error('Expected an address and a process id.');
  const ready = await fetch(`${url}/readyz`);
  if (ready.status !== 200) throw new Error(`Expected 200 of /readyz, got ${ready.status}.`);
  return {
    url,
    pid: child.pid,
    lines: output.lines,
    async stop() {
      await end(child, 'SIGTERM');
      if (child.exitCode === 0) return;
      const reason = child.signalCode ?? child.exitCode;
      throw new Error(`dirsync serve ended with ${reason} after SIGTERM:\n${output.lines.join('\n')}`);
    },
    kill: () => end(child, 'SIGKILL'),
  };
}

/** Runs a command, or a server that is to refuse to start, to its end. */
export async function runToEnd(options: ServerProcessOptions): Promise<Ending> {
  const child = spawnServer(options);
  const { lines } = collectOutput(child, 'dirsync');
  await once(child, 'close');
  return { code: child.exitCode, lines };
}

function spawnServer({ env, args = [...dirsync, 'serve'] }: ServerProcessOptions): ChildProcess {
  const guard = ['--import', './test/harness/end-with-parent.ts'];
  return spawn(process.execPath, [...guard, ...args], {
    cwd: root,
    // Only what is named: no setting of the machine leaks in.
    env: { PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
}
