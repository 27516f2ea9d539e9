import { once } from 'node:events';
import { Agent, get, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
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
