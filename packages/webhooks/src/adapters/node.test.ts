import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createReceiver, sign, WebhookVerificationError } from '../index.ts';
import { toNodeHandler } from './node.ts';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const body = JSON.stringify({ id: 'evt_1', type: 'user.created', data: { user: { displayName: 'Zoë' } } });

type Request = IncomingMessage & { body?: unknown; rawBody?: unknown };
type Middleware = (request: Request) => unknown;

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A server with a receiver, behind what an application may put in front of it. */
async function serve(before: Middleware = () => undefined) {
  const names: string[] = [];
  const errors: unknown[] = [];
  const receiver = createReceiver({ secrets: [secret], onError: (error) => errors.push(error) }).on(
    '*',
    (event) => {
      if (event.type === 'user.created') names.push(event.data.user.displayName ?? '');
    },
  );
  const handle = toNodeHandler(receiver);
  const listener: RequestListener = (incoming, response) => {
    void Promise.resolve(before(incoming)).then(() => handle(incoming, response));
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  // What listen() without a path gives.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/webhooks`, names, errors };
}

const signed = async (text = body) =>
  sign({ id: 'evt_1', timestamp: Math.floor(Date.now() / 1000), body: text }, { secrets: [secret] });

async function post(url: string, text = body, headers?: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', headers: headers ?? (await signed()), body: text });
}

/** As body-parser does: reads the stream and leaves what `toBody` makes of it. */
const parser =
  (toBody: (bytes: Buffer) => unknown, keepAs?: 'rawBody'): Middleware =>
  async (incoming) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    incoming.body = toBody(bytes);
    if (keepAs) incoming[keepAs] = bytes;
  };

const parsed = (bytes: Buffer): unknown => JSON.parse(bytes.toString());

describe('takes', () => {
  it.each<[string, Middleware | undefined]>([
    ['an unread request', undefined],
    ['bytes, as express.raw() leaves them', parser((bytes) => bytes)],
    ['text, as express.text() leaves it', parser(String)],
    ['bytes kept beside a parsed body', parser(parsed, 'rawBody')],
    ['an unread request with the empty object of Express 4', (incoming) => (incoming.body = {})],
    ['a request set to text', (incoming) => incoming.setEncoding('utf8')],
  ])('%s', async (_name, before) => {
    const { url, names, errors } = await serve(before);
    const response = await post(url);
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(errors).toStrictEqual([]);
    expect(names).toStrictEqual(['Zoë']);
  });

  it('a body in pieces', async () => {
    const { url, names } = await serve();
    const bytes = Buffer.from(body);
    const outgoing = request(url, { method: 'POST', headers: await signed() });
    for (const byte of bytes) outgoing.write(Buffer.of(byte));
    outgoing.end();
    const [response] = await once(outgoing, 'response');
    expect(response.statusCode).toBe(204);
    expect(names).toStrictEqual(['Zoë']);
    outgoing.destroy();
  });
});

describe('answers', () => {
  it('500 after a body parser, and the error names the fix', async () => {
    const { url, errors } = await serve(parser(parsed));
    const response = await post(url);
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toStrictEqual({ code: 'body_not_raw' });
    expect(errors).toStrictEqual([expect.objectContaining({ code: 'body_not_raw' })]);
    expect(String(errors[0])).toContain('express.raw(');
  });

  it('500 at once when something read the request and kept nothing', async () => {
    const { url } = await serve(parser(() => undefined));
    expect(await (await post(url)).json()).toStrictEqual({ code: 'body_already_read' });
  });

  it('401 to a forgery and 400 to what is no webhook', async () => {
    const { url, names, errors } = await serve();
    const forged = await post(url, body.replace('evt_1', 'evt_2'), await signed());
    expect(forged.status).toBe(401);
    expect(await forged.json()).toStrictEqual({ code: 'no_matching_signature' });
    const plain = await fetch(url);
    expect(plain.status).toBe(400);
    expect(await plain.json()).toStrictEqual({ code: 'missing_header' });
    expect(names).toStrictEqual([]);
    expect(errors.every((error) => error instanceof WebhookVerificationError)).toBe(true);
  });

  it('400 to a header that came twice', async () => {
    const { url } = await serve();
    const headers = await signed();
    const twice = { ...headers, 'webhook-id': [headers['webhook-id'], headers['webhook-id']] };
    const outgoing = request(url, { method: 'POST', headers: twice });
    outgoing.end(body);
    const [response] = await once(outgoing, 'response');
    expect(response.statusCode).toBe(400);
    outgoing.destroy();
  });

  it('413 to a body without an end, before it has ended', async () => {
    const { url } = await serve();
    const outgoing = request(url, { method: 'POST', headers: await signed() });
    outgoing.on('error', () => undefined);
    const chunk = Buffer.alloc(65_536);
    const write = () => {
      while (outgoing.write(chunk));
    };
    outgoing.on('drain', write);
    write();
    const [response] = await once(outgoing, 'response');
    expect(response.statusCode).toBe(413);
    expect(response.headers.connection).toBe('close');
    outgoing.destroy();
  });
});

it('tells of a sender that breaks off, and does not wait for it', async () => {
  const arrivals = new EventEmitter();
  const arrival = once(arrivals, 'request');
  const { url, errors } = await serve(() => arrivals.emit('request'));
  const outgoing = request(url, {
    method: 'POST',
    headers: { ...(await signed()), 'content-length': '1000' },
  });
  outgoing.on('error', () => undefined);
  outgoing.write('{');
  await arrival;
  outgoing.destroy();
  await expect.poll(() => errors).toStrictEqual([expect.objectContaining({ code: 'body_incomplete' })]);
});

it('is a request listener of node:http by its types', () => {
  const handler: RequestListener = toNodeHandler(createReceiver({ secrets: [secret] }));
  expect(handler).toBeTypeOf('function');
});
