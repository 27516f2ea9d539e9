import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { ConfigError } from './config.ts';
import type { Config } from './config.ts';
import { errorResponse, surfaceOf } from './http/error-response.ts';
import { ProblemError } from './http/problem.ts';
import { requestIdOf } from './http/request-id.ts';
import type { HttpServerOptions } from './http-server.ts';
import { startServer } from './server.ts';
import type { RunningServer, ServerSeams } from './server.ts';

/** A server without a port of its own, inside another application. */
export interface DirsyncServer extends Omit<RunningServer, 'url'> {
  /**
   * Answers a request. The path begins with `/scim`, `/v1`, `/healthz` and so on: whatever the application puts
   * before it, it takes away, and `publicUrl` has it.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The same for `node:http`, Express and others. It must come before body parsers. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
}

/** How long requests may go on after `close`. */
const graceMs = 10_000;

/**
 * Opens the database and starts what works behind the requests, like {@link startServer}, but serves no port: the
 * application hands requests over. `publicUrl` is required, since nothing else tells how identity providers reach
 * the place where it is mounted. `host` and `port` are not used.
 *
 * @throws ConfigError without a `publicUrl`.
 * @throws StartError when the data directory or the database cannot be had.
 *
 * @example
 * ```ts
 * const config = readConfig({ ...process.env, DIRSYNC_PUBLIC_URL: 'https://product.example.com/dirsync' });
 * const dirsync = await createDirsyncServer(config);
 * app.mount('/dirsync', dirsync.fetch); // Hono
 * app.use('/dirsync', dirsync.listener); // Express, before express.json()
 * ```
 */
export async function createDirsyncServer(config: Config, seams: ServerSeams = {}): Promise<DirsyncServer> {
  const { publicUrl } = config;
  if (publicUrl === undefined) {
    throw new ConfigError(
      'DIRSYNC_PUBLIC_URL: expected the URL of the place where the server is mounted, got nothing.',
    );
  }
  const door = createDoor(publicUrl);
  // What is at home on a loopback address follows from where it is reached, not from a port that is not there.
  const host = new URL(publicUrl).hostname.replaceAll(/[[\]]/g, '');
  const { url: _url, ...server } = await startServer({ ...config, host }, { ...seams, listen: door.open });
  // The application keeps its own Request and Response.
  const options = { overrideGlobalObjects: false };
  const handle = getRequestListener(door.fetch, options);
  const refuse = getRequestListener(refuseParsed, options);
  return {
    ...server,
    fetch: door.fetch,
    listener(request, response) {
      // A body that somebody has read never comes again: waiting for it would hang.
      const isParsed = request.readableDidRead && !('rawBody' in request);
      // Neither rejects.
      void (isParsed ? refuse : handle)(request, response);
    },
  };
}

/** What stands in the place of a port: counts the requests that are inside, and lets them finish. */
function createDoor(url: string) {
  let answer: HttpServerOptions['fetch'] | undefined;
  const inside = new Set<Promise<unknown>>();

  async function fetch(request: Request): Promise<Response> {
    if (answer === undefined) return refuseClosed(request);
    const answering = Promise.resolve(answer(request));
    inside.add(answering);
    try {
      return await answering;
    } finally {
      inside.delete(answering);
    }
  }

  async function open(options: HttpServerOptions): Promise<{ url: string; close(): Promise<void> }> {
    answer = options.fetch;
    return { url, close };
  }

  async function close(): Promise<void> {
    answer = undefined;
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise((resolve) => (timer = setTimeout(resolve, graceMs)));
    await Promise.race([Promise.allSettled(inside), grace]);
    clearTimeout(timer);
  }

  return { open, fetch };
}

function refuseParsed(request: Request): Response {
  const detail = 'A body parser ran before dirsync: mount dirsync in front of it.';
  return refusal(request, new ProblemError('internal', detail));
}

function refuseClosed(request: Request): Response {
  return refusal(request, new ProblemError('unavailable', 'dirsync has been stopped.'), {
    'retry-after': '5',
  });
}

function refusal(request: Request, error: ProblemError, headers?: Record<string, string>): Response {
  const { pathname } = new URL(request.url);
  return errorResponse(error, surfaceOf(pathname), requestIdOf(request), headers);
}
