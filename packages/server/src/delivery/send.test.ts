import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { verify } from '@dirsync/webhooks';
import { expect, it, onTestFinished } from 'vitest';
import { createSender } from './send.ts';
import type { SenderOptions, SendResult } from './send.ts';
import { startReceiver } from './testing/receiver.ts';
import type { Answer } from './testing/receiver.ts';

const policy = { allowPrivate: false, allowLoopback: true };
const [secret, old] = [1, 2].map((byte) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`);
const body = '{"id":"0190","type":"user.created","data":{"name":"Zoë \\u0000 😀"}}';
const webhook = { eventId: '0190', body, secrets: [secret ?? ''], attemptedAt: new Date() };

function openSender(options: Partial<SenderOptions> = {}) {
  const sender = createSender({ policy, ...options });
  onTestFinished(() => sender.close());
  return sender;
}

async function sendTo(answer: Answer, options: Partial<SenderOptions> = {}): Promise<SendResult> {
  await using receiver = await startReceiver(answer);
  return await openSender(options).send({ ...webhook, url: receiver.url });
}

it('posts the exact bytes with the headers of Standard Webhooks', async () => {
  await using receiver = await startReceiver();
  const attemptedAt = new Date('2026-03-01T12:00:00.999Z');
  await openSender({ userAgent: 'dirsync/1.2.3' }).send({ ...webhook, url: receiver.url, attemptedAt });
  const [request] = receiver.requests;
  expect(request).toMatchObject({ method: 'POST', path: '/webhooks', body });
  expect(request?.headers).toEqual({
    ...{ host: new URL(receiver.url).host, connection: 'keep-alive', 'content-type': 'application/json' },
    ...{ 'user-agent': 'dirsync/1.2.3', 'content-length': String(Buffer.byteLength(body)) },
    ...{ 'webhook-id': '0190', 'webhook-timestamp': '1772366400' },
    'webhook-signature': expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/),
  });
});

it('marks a replay', async () => {
  await using receiver = await startReceiver();
  await openSender().send({ ...webhook, url: receiver.url, isReplay: true });
  expect(receiver.requests[0]?.headers).toMatchObject({ 'webhook-replay': 'true', 'webhook-id': '0190' });
});

it('signs with every secret while they overlap', async () => {
  await using receiver = await startReceiver();
  await openSender().send({ ...webhook, url: receiver.url, secrets: [secret ?? '', old ?? ''] });
  const [request] = receiver.requests;
  expect(request?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
  for (const one of [secret, old]) {
    const event = await verify({ headers: request?.headers ?? {}, body }, { secrets: [one] });
    expect(event).toMatchObject({ id: '0190' });
  }
});

it('answers the status, the text and Retry-After of the receiver', async () => {
  const result = await sendTo((response) => response.writeHead(503, { 'retry-after': '120' }).end('later'));
  expect(result).toEqual({
    ...{ status: 503, error: null, responseBody: 'later', retryAfter: '120' },
    durationMs: expect.any(Number),
  });
});

it('does not follow a redirect', async () => {
  await using elsewhere = await startReceiver();
  const result = await sendTo((response) => response.writeHead(307, { location: elsewhere.url }).end());
  expect(result.status).toBe(307);
  expect(elsewhere.requests).toEqual([]);
});

it('keeps the first 4 KB of an answer', async () => {
  const result = await sendTo((response) => response.end(`${'x'.repeat(4095)}é${'y'.repeat(10_000)}`));
  expect(result).toMatchObject({ status: 200, responseBody: 'x'.repeat(4095) });
});

it('takes the status of an answer that has no end', async () => {
  let isClosed: Promise<unknown> | undefined;
  const result = await sendTo((response) => {
    isClosed = once(response, 'close');
    const more = (): void => {
      while (response.writable && response.write('z'.repeat(65_536)));
    };
    response.on('drain', more).writeHead(200);
    more();
  });
  expect(result).toMatchObject({ status: 200, responseBody: 'z'.repeat(4096) });
  await isClosed;
});

it('takes the status of an answer whose text does not end in time', async () => {
  const result = await sendTo((response) => void response.writeHead(200).write('almost'), { timeoutMs: 50 });
  expect(result).toMatchObject({ status: 200, error: null, responseBody: 'almost' });
});

it('makes of any bytes a text that PostgreSQL can store', async () => {
  const result = await sendTo((response) => response.end(Buffer.from([0x61, 0x00, 0xff, 0x62])));
  expect(result.responseBody).toBe('a\uFFFD\uFFFDb');
});

it('gives up a receiver that does not answer in time', async () => {
  expect(await sendTo(() => undefined, { timeoutMs: 50 })).toMatchObject({
    ...{ status: null, error: 'No answer in time.', responseBody: null },
  });
});

it('gives up each of several attempts in its own time', async () => {
  await using receiver = await startReceiver(() => undefined);
  const sender = openSender({ timeoutMs: 80 });
  const first = sender.send({ ...webhook, url: receiver.url });
  await receiver.received(1);
  const second = sender.send({ ...webhook, url: receiver.url });
  for (const { error, durationMs } of [await first, await second]) {
    expect(error).toBe('No answer in time.');
    expect(durationMs).toBeGreaterThanOrEqual(79);
  }
});

it('gives up an attempt that still waits for a connection, and does not make it later', async () => {
  await using receiver = await startReceiver();
  const asked = Promise.withResolvers<undefined>();
  const addresses = Promise.withResolvers<{ address: string; family: number }[]>();
  const sender = openSender({
    timeoutMs: 50,
    resolve: () => {
      asked.resolve(undefined);
      return addresses.promise;
    },
  });
  const url = `http://receiver.localhost:${new URL(receiver.url).port}/webhooks`;
  const late = sender.send({ ...webhook, eventId: 'late', url });
  await asked.promise;
  expect(await late).toMatchObject({ status: null, error: 'No answer in time.' });
  addresses.resolve([{ address: '127.0.0.1', family: 4 }]);
  expect(await sender.send({ ...webhook, url: receiver.url })).toMatchObject({ status: 204 });
  expect(await sender.send({ ...webhook, url })).toMatchObject({ status: 204 });
  expect(receiver.requests.map(({ headers }) => headers['webhook-id'])).toEqual(['0190', '0190']);
});

it('says what went wrong without naming addresses', async () => {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const sender = openSender();
  expect((await sender.send({ ...webhook, url })).error).toBe('The connection broke off.');
  server.close();
  await once(server, 'close');
  expect((await sender.send({ ...webhook, url })).error).toBe('The connection was refused.');
  const unknown = openSender({
    policy: { allowPrivate: true, allowLoopback: false },
    resolve: () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })),
  });
  const lost = await unknown.send({ ...webhook, url: 'http://receiver.example/' });
  expect(lost).toMatchObject({ status: null, error: 'The host has no address.' });
});

it('checks the URL at each attempt', async () => {
  await using receiver = await startReceiver();
  const sender = openSender({ policy: { allowPrivate: false, allowLoopback: false } });
  const result = await sender.send({ ...webhook, url: receiver.url });
  expect(result).toMatchObject({ status: null, error: 'Expected an https URL, got http.' });
  expect(receiver.requests).toEqual([]);
});

it('asks for the addresses of a name once an attempt, and connects to what it checked', async () => {
  await using receiver = await startReceiver((response) =>
    response.writeHead(204, { connection: 'close' }).end(),
  );
  const { port } = new URL(receiver.url);
  const addresses = ['127.0.0.1', '10.0.0.1', '127.0.0.1'];
  let asked = 0;
  const sender = openSender({
    resolve: async () => {
      asked += 1;
      return [{ address: addresses[asked - 1] ?? '', family: 4 }];
    },
  });
  const url = `http://receiver.localhost:${port}/webhooks`;
  const results: SendResult[] = [];
  for (const _ of addresses) results.push(await sender.send({ ...webhook, url }));
  const refused = { status: null, error: 'The host does not resolve to public addresses only.' };
  expect(results).toMatchObject([{ status: 204 }, refused, { status: 204 }]);
  expect(asked).toBe(3);
  expect(receiver.requests.map(({ headers }) => headers.host)).toEqual(
    Array(2).fill(`receiver.localhost:${port}`),
  );
});

it('ends the attempts that go on when it is told to', async () => {
  const sender = openSender();
  await using receiver = await startReceiver(() => sender.abort());
  expect(await sender.send({ ...webhook, url: receiver.url })).toMatchObject({ status: null });
});
