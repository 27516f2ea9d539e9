import type { TestProject } from 'vitest/node';
import { installEmbedded, installOnPostgres } from './installation.ts';
import type { Installation, SharedServer } from './installation.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One server process for each kind of database, shared by all tests; null where there is no PostgreSQL. */
    readonly servers: { readonly embedded: SharedServer; readonly postgres: SharedServer | null };
  }
}

const strictServer = ['--conditions=source', 'test/harness/strict-server.ts'];

interface Running {
  readonly shared: SharedServer;
  stop(): Promise<void>;
}

/** Starts the servers that the tests share. Each test makes a directory of its own, so none sees another. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const adminUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];
  const starts = await Promise.allSettled([
    run(installEmbedded()),
    ...(adminUrl ? [run(installOnPostgres(adminUrl))] : []),
  ]);
  const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((each) => each.stop()));
  };
  const failed = starts.find((start) => start.status === 'rejected');
  const [embedded, postgres] = running;
  if (failed !== undefined || embedded === undefined) {
    await stop();
    throw failed?.reason;
  }
  provide('servers', { embedded: embedded.shared, postgres: postgres?.shared ?? null });
  return stop;
}

async function run(installing: Promise<Installation>): Promise<Running> {
  const installation = await installing;
  try {
    const server = await installation.start({ args: strictServer });
    return {
      shared: { url: server.url, apiKey: server.apiKey, pid: server.pid, env: installation.env },
      async stop() {
        reportFaults(server.lines);
        try {
          await server.stop();
        } finally {
          await installation.remove();
        }
      },
    };
  } catch (error) {
    await installation.remove();
    throw error;
  }
}

/** Shows what went wrong inside the server, which its answers do not tell. */
function reportFaults(lines: readonly string[]): void {
  const faults = lines.filter((line) => /"level":(?:"error"|"fatal"|50|60)/.test(line));
  if (faults.length > 0) console.error(`Errors that the server logged:\n${faults.join('\n')}`);
}
