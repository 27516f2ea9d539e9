import { once } from 'node:events';
import { Agent, get, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { readJson } from './http/body.ts';
import { listen, localUrl } from './http-server.ts';
import { StartError } from './start-error.ts';

const host = '127.0.0.1';

/** Answers when it is told to. */
function createSlowFetch() {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const fetch = async (): Promise<Response> => {
    arrive();
    await released;
    return new Response('done');
  };
  return { fetch, arrived, release };
}

test('says in one line that the port is in use', async () => {
  const first = await listen({ host, port: 0, fetch: () => new Response() });
  const second = listen({ host, port: first.port, fetch: () => new Response() });
  await expect(second).rejects.toThrow(StartError);
  await expect(second).rejects.toThrow(
    `Cannot listen on 127.0.0.1 port ${first.port}: the port is in use; set PORT to another one.`,
  );
  await first.close();
});

test('says in one line that a host cannot be listened on', async () => {
  const start = listen({ host: '192.0.2.1', port: 0, fetch: () => new Response() });
  await expect(start).rejects.toThrow(/^Cannot listen on 192\.0\.2\.1 port 0: .*EADDRNOTAVAIL.*\.$/);
});

test('close waits for the running request, and takes no new connection', async () => {
  const { fetch, arrived, release } = createSlowFetch();
  const server = await listen({ host, port: 0, fetch });
  const agent = new Agent({ keepAlive: true });
  const running = once(get({ host, port: server.port, agent }), 'response');
  await arrived;
  const closed = server.close();
  const refused = await once(connect(server.port, host), 'connect').catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' });
  release();
  const [response] = (await running) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  response.resume();
  await closed;
  agent.destroy();
});

test('close ends a connection over which the client goes on sending', async () => {
  const { fetch, arrived, release } = createSlowFetch();
  const server = await listen({ host, port: 0, fetch });
  const socket = connect(server.port, host);
  const headers = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
  socket.write(headers);
  await arrived;
  const closed = server.close();
  let received = '';
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString();
  });
  socket.write(headers);
  release();
  await closed;
  await once(socket, 'close');
  expect(received).toMatch(/connection: close/i);
});

test('close ends requests that take longer than the grace', async () => {
  const { fetch, arrived } = createSlowFetch();
  const server = await listen({ host, port: 0, fetch, graceMs: 1 });
  const hanging = request({ host, port: server.port }).end();
  const failed = once(hanging, 'error');
  await arrived;
  await server.close();
  expect(await failed).toMatchObject([{ code: 'ECONNRESET' }]);
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['0.0.0.0', 'http://127.0.0.1:8080'],
  ['::', 'http://[::1]:8080'],
  ['::1', 'http://[::1]:8080'],
  ['localhost', 'http://localhost:8080'],
])('a server on %s is reached at %s', (listensOn, url) => {
  expect(localUrl(listensOn, 8080)).toBe(url);
});

/** What the server sends on a raw connection until it closes it. */
async function untilClosed(port: number, send: (socket: Socket) => void): Promise<string> {
  const socket = connect(port, host);
  let received = '';
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString();
  });
  // A reset is an end too.
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  send(socket);
  await closed;
  return received;
}

/** Goes on sending, a byte at a time, for as long as the connection is there. */
function trickle(socket: Socket): void {
  const timer = setInterval(() => socket.write('a'), 20);
  socket.once('close', () => clearInterval(timer));
}

/** Or nothing: a reset overtakes the answer when more was sent meanwhile. */
const timedOut = /^(HTTP\/1\.1 408 |$)/;

const impatient = { headersMs: 300, requestMs: 300, idleMs: 600, checkMs: 50 };

test('a client that never ends its headers loses the connection, and no request comes of it', async () => {
  let requests = 0;
  const fetch = (): Response => {
    requests += 1;
    return new Response();
  };
  const server = await listen({ host, port: 0, fetch, timeouts: impatient });
  const received = await untilClosed(server.port, (socket) => {
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    trickle(socket);
  });
  expect(received).toMatch(timedOut);
  expect(requests).toBe(0);
  await server.close();
});

test('a client that never ends its body loses the connection, and whoever reads it is told', async () => {
  const { promise: read, resolve } = Promise.withResolvers<string>();
  const fetch = async (incoming: Request): Promise<Response> => {
    const result = await readJson(incoming, 1000);
    resolve('fault' in result ? result.fault : 'read');
    return new Response();
  };
  const server = await listen({ host, port: 0, fetch, timeouts: impatient });
  const received = await untilClosed(server.port, (socket) => {
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{"name": "');
    trickle(socket);
  });
  expect(received).toMatch(timedOut);
  expect(await read).toBe('cut_off');
  await server.close();
});

test('a client that says nothing loses the connection', async () => {
  const server = await listen({ host, port: 0, fetch: () => new Response(), timeouts: impatient });
  await untilClosed(server.port, () => undefined);
  await server.close();
});

const refusals: readonly (readonly [what: string, request: string, status: string, body: object])[] = [
  [
    'a URL of more than 64 KB with a SCIM error',
    `GET /scim/v2/x/Users?filter=${'x'.repeat(65_536)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    '431 Request Header Fields Too Large',
    { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '431' },
  ],
  [
    'what is not HTTP with a problem, where the directory API was meant',
    'GET /v1/events HTTP/1.1\r\nHost: a\r\nBad\u0000Name: x\r\n\r\n',
    '400 Bad Request',
    { code: 'invalid_request', status: 400 },
  ],
];

test.for(refusals)('refuses %s', async ([, sent, status, body]) => {
  const server = await listen({ host, port: 0, fetch: () => new Response() });
  const received = await untilClosed(server.port, (socket) => socket.write(sent));
  expect(received.startsWith(`HTTP/1.1 ${status}\r\n`)).toBe(true);
  expect(JSON.parse(received.split('\r\n\r\n')[1] ?? '')).toMatchObject(body);
  await server.close();
});

test('refuses what follows a good request on its connection', async () => {
  const server = await listen({ host, port: 0, fetch: () => new Response('good') });
  const received = await untilClosed(server.port, (socket) => {
    socket.once('data', () => socket.write('nonsense\r\n\r\n'));
    socket.write('GET /scim/v2/x/Users HTTP/1.1\r\nHost: a\r\n\r\n');
  });
  expect(received).toMatch(/^HTTP\/1\.1 200 [^]*good[^]*HTTP\/1\.1 400 Bad Request/);
  await server.close();
});
