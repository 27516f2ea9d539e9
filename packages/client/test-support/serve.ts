import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createDirsync } from '../src/index.ts';
import type { Dirsync, DirsyncOptions, Problem } from '../src/index.ts';

/** A request as it arrived. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** What to answer: an answer, or a function that does something else with the connection. */
export type Reply =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | ((response: ServerResponse) => void);

/** A server that answers what a test says, and a client of it that never really waits. */
export interface Served extends AsyncDisposable {
  readonly dirsync: Dirsync;
  readonly url: string;
  /** What arrived, in order. */
  readonly requests: Received[];
  /** How long the client waited between attempts. */
  readonly delaysMs: number[];
}

/** Answers the requests one after the other with `replies`, the last one for good. */
export async function serve(
  replies: readonly Reply[] | ((request: Received) => Reply),
  options: Partial<DirsyncOptions> = {},
): Promise<Served> {
  const requests: Received[] = [];
  const delaysMs: number[] = [];
  const server = createServer((incoming, response) => {
    void receive(incoming).then((request) => {
      requests.push(request);
      const reply =
        typeof replies === 'function'
          ? replies(request)
          : (replies[requests.length - 1] ?? replies.at(-1) ?? {});
      answer(response, reply);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = urlOf(server);
  const dirsync = createDirsync({
    apiKey: 'dsk_test',
    baseUrl: url,
    random: () => 1,
    sleep: async (ms, signal) => {
      delaysMs.push(ms);
      signal.throwIfAborted();
    },
    ...options,
  });
  return {
    dirsync,
    url,
    requests,
    delaysMs,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A problem as the server answers it. */
export function problem(status: number, code: Problem['code'], headers: Record<string, string> = {}): Reply {
  const body: Problem = {
    type: 'about:blank',
    title: '',
    status,
    detail: 'Because.',
    code,
    requestId: 'req_1',
  };
  return { status, headers: { 'content-type': 'application/problem+json', ...headers }, body };
}

/** Breaks the connection. */
export const breakOff: Reply = (response) => response.destroy();

function urlOf(server: Server): string {
  // Only a pipe has a text here.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function receive(incoming: IncomingMessage): Promise<Received> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
  const body = await text(incoming);
  return {
    method: incoming.method ?? '',
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: incoming.headers,
    body: body === '' ? undefined : JSON.parse(body),
  };
}

function answer(response: ServerResponse, reply: Reply): void {
  if (typeof reply === 'function') {
    reply(response);
    return;
  }
  const { status = 200, headers = {}, body } = reply;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
}
