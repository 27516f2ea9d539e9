import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../packages/server/src/cli.ts', import.meta.url));

/** The real server in a process of its own, on a database that is gone afterwards. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly apiKey: string;
}

/** Starts the server on any free port and takes its address and API key from what it prints. */
export async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'dirsync-demo-'));
  const { PATH, TMPDIR } = process.env;
  const server = spawn(process.execPath, ['--conditions=source', command, 'serve'], {
    // Settings of the developer's own server do not reach this one.
    env: {
      ...{ PATH, TMPDIR, LOG_LEVEL: 'warn' },
      ...{ PORT: '0', HOST: '127.0.0.1', DIRSYNC_DATA_DIR: join(folder, 'data') },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Not even a crash of the demo leaves a server behind.
  const kill = (): void => void server.kill('SIGKILL');
  process.once('exit', kill);

  async function stop(): Promise<void> {
    process.off('exit', kill);
    if (server.exitCode === null && server.signalCode === null) {
      const closed = once(server, 'close');
      server.kill('SIGTERM');
      await closed;
    }
    await rm(folder, { recursive: true, force: true });
  }

  try {
    const { url, apiKey } = await readBanner(createInterface({ input: server.stdout }));
    return { url, apiKey, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readBanner(
  lines: AsyncIterable<string>,
): Promise<{ readonly url: string; readonly apiKey: string }> {
  let url: string | undefined;
  let apiKey: string | undefined;
  for await (const line of lines) {
    url ??= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    apiKey ??= /\bdsk_[\w-]+/.exec(line)?.[0];
    if (url !== undefined && apiKey !== undefined) return { url, apiKey };
  }
  throw new Error('The server ended before it printed its address and its API key.');
}
