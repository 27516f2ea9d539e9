import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express5 from 'express';
import type { Express, RequestHandler } from 'express';
// @ts-expect-error only one version can have types
import express4 from 'express-4';
import { afterEach, describe, expect, it } from 'vitest';
import { body, forged, recordingReceiver, signed } from '../../test-support/recording-receiver.ts';
import { toNodeHandler } from './node.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

// What is used here is the same in both.
const versions = [
  { name: 'Express 5', express: express5 },
  { name: 'Express 4', express: express4 as typeof express5 },
];

describe.each(versions)('$name', ({ express }) => {
  async function post(before: readonly RequestHandler[], webhook?: { headers: object; body: string }) {
    const { receiver, names, errors } = recordingReceiver();
    const app: Express = express();
    for (const middleware of before) app.use(middleware);
    app.post('/webhooks', toNodeHandler(receiver));
    const server = app.listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { headers, body: text } = webhook ?? { headers: await signed(), body };
    const response = await fetch(`http://127.0.0.1:${port}/webhooks`, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: text,
    });
    return { status: response.status, text: await response.text(), names, errors };
  }

  it.each<[string, readonly RequestHandler[]]>([
    ['no body parser', []],
    ['express.raw()', [express.raw({ type: '*/*' })]],
    ['express.text()', [express.text({ type: '*/*' })]],
    ['a parser of other types', [express.urlencoded({ extended: false })]],
    [
      'express.json() that keeps the bytes',
      [express.json({ verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }) })],
    ],
  ])('takes a webhook behind %s', async (_name, before) => {
    const { status, text, names, errors } = await post(before);
    expect(errors).toStrictEqual([]);
    expect([status, text, names]).toStrictEqual([204, '', ['Zoë']]);
  });

  it('answers 500 at once behind express.json(), and names the fix', async () => {
    const { status, text, names, errors } = await post([express.json()]);
    expect([status, text, names]).toStrictEqual([500, '{"code":"body_not_raw"}', []]);
    expect(String(errors[0])).toContain('express.raw(');
  });

  it('answers 500 at once behind what read the request and kept nothing', async () => {
    const drain: RequestHandler = (request, _response, next) => {
      request.on('end', next);
      request.resume();
    };
    const { status, text } = await post([drain]);
    expect([status, text]).toStrictEqual([500, '{"code":"body_already_read"}']);
  });

  it('answers 401 to a forgery', async () => {
    const { status, text, names } = await post([], await forged());
    expect([status, text, names]).toStrictEqual([401, '{"code":"no_matching_signature"}', []]);
  });
});
