import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { body, forged, recordingReceiver, signed } from '../../test-support/recording-receiver.ts';
import { toNextApiRoute, toNextRoute } from './next.ts';

// The shapes that Next gives; test/examples/next.test.ts has Next itself.

describe('a route of the App Router', () => {
  const requestOf = async () =>
    new Request('http://localhost/webhooks', { method: 'POST', headers: await signed(), body });

  it('takes a webhook', async () => {
    const { receiver, names } = recordingReceiver();
    const response = await toNextRoute(receiver)(await requestOf());
    expect([response.status, names]).toStrictEqual([204, ['Zoë']]);
  });

  it('makes the receiver at the first request and once', async () => {
    const { receiver, names } = recordingReceiver();
    let count = 0;
    const route = toNextRoute(() => {
      count++;
      return receiver;
    });
    expect(count).toBe(0);
    for (let attempt = 0; attempt < 2; attempt++) expect((await route(await requestOf())).status).toBe(204);
    expect([count, names]).toStrictEqual([1, ['Zoë', 'Zoë']]);
  });

  it('answers 500 at once when the request was read, and names the fix', async () => {
    const { receiver, errors } = recordingReceiver();
    const request = await requestOf();
    await request.json();
    const response = await toNextRoute(receiver)(request);
    expect([response.status, await response.json()]).toStrictEqual([500, { code: 'body_already_read' }]);
    expect(String(errors[0])).toContain('request.clone()');
  });

  it('answers 401 to a forgery', async () => {
    const { receiver } = recordingReceiver();
    const request = new Request('http://localhost/', { method: 'POST', ...(await forged()) });
    expect((await toNextRoute(receiver)(request)).status).toBe(401);
  });
});

describe('a route of the Pages Router', () => {
  const closers: (() => void)[] = [];
  afterEach(() => closers.splice(0).forEach((close) => close()));

  async function post(before: (request: IncomingMessage) => Promise<object>) {
    const { receiver, names, errors } = recordingReceiver();
    const route = toNextApiRoute(receiver);
    const server = createServer((request, response) => {
      void before(request).then((extra) => route(Object.assign(request, extra), response));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: await signed(),
      body,
    });
    return { status: response.status, text: await response.text(), names, errors };
  }

  it('takes a webhook whose body Next left alone', async () => {
    const { status, names } = await post(async () => ({}));
    expect([status, names]).toStrictEqual([204, ['Zoë']]);
  });

  it('answers 500 when Next parsed the body, and names the fix', async () => {
    const { status, text, errors } = await post(async (request) => ({ body: await json(request) }));
    expect([status, text]).toStrictEqual([500, '{"code":"body_not_raw"}']);
    expect(String(errors[0])).toContain('export const config = { api: { bodyParser: false } }');
  });
});
