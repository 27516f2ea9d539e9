import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { refuseUnreadable } from './http/unreadable-request.ts';
import { StartError } from './start-error.ts';

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** How long requests may go on after `close`. Default 10000. */
  readonly graceMs?: number;
  /** Other times than those of production. */
  readonly timeouts?: Partial<HttpTimeouts>;
}

/** How long a client may take, in milliseconds; who takes longer loses the connection. */
export interface HttpTimeouts {
  /** For the request line and the headers. */
  readonly headersMs: number;
  /** For the whole request, its body included. */
  readonly requestMs: number;
  /** Without a byte in either direction; longer than a reader of events may wait for an answer. */
  readonly idleMs: number;
  /** How often the first two are looked at. */
  readonly checkMs: number;
}

const defaultTimeouts: HttpTimeouts = {
  headersMs: 20_000,
  // Ten megabytes over a slow line.
  requestMs: 120_000,
  idleMs: 120_000,
  checkMs: 5000,
};

/** An HTTP server that listens. */
export interface HttpServer {
  readonly port: number;
  /** Where this machine reaches it. */
  readonly url: string;
  /** Takes no new connections, lets running requests finish, and resolves when all connections are closed. */
  close(): Promise<void>;
}

/** Longer than load balancers keep a connection, so that none sends a request into a closing one. */
const keepAliveMs = 75_000;

/** Filters travel in the URL; how long they may be is for SCIM to say. */
const maxHeaderSize = 64 * 1024;

/**
 * Listens for requests.
 *
 * @throws StartError when the address cannot be had.
 */
export async function listen(options: HttpServerOptions): Promise<HttpServer> {
  const { host, port, fetch, graceMs = 10_000, timeouts } = options;
  const { headersMs, requestMs, idleMs, checkMs } = { ...defaultTimeouts, ...timeouts };
  const serverOptions = {
    maxHeaderSize,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: checkMs,
  };
  // Without other options it makes a server of node:http.
  const server = createAdaptorServer({ fetch, serverOptions }) as Server;
  server.timeout = idleMs;
  let isClosing = false;
  const latestAnswers = new WeakMap<Duplex, ServerResponse>();
  server.on('clientError', (fault, socket) => refuseUnreadable(fault, socket, latestAnswers.get(socket)));
  server.prependListener('request', (request, response) => {
    latestAnswers.set(request.socket, response);
    // A client that goes on sending over its open connection would keep the server for ever.
    if (isClosing) response.setHeader('Connection', 'close');
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new StartError(`Cannot listen on ${host} port ${port}: ${reasonOf(cause)}.`, { cause });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected an address with a port.');
  return {
    port: address.port,
    url: localUrl(host, address.port),
    async close() {
      isClosing = true;
      const closed = once(server, 'close');
      server.close();
      // Those that answered a request just now are idle only after it.
      const sweep = setInterval(() => server.closeIdleConnections(), 20);
      const end = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(end);
    },
  };
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'the port is in use; set PORT to another one';
  if (code === 'EACCES') return 'not allowed; set PORT to one above 1023';
  return error instanceof Error ? error.message : String(error);
}

/** The URL by which this machine reaches a server that listens on `host`. */
export function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}
