import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { expect, it } from 'vitest';
import { body, forged, recordingReceiver, signed } from '../../test-support/recording-receiver.ts';
import { toHonoHandler } from './hono.ts';

async function post(
  before: MiddlewareHandler = (_c, next) => next(),
  webhook?: { readonly headers: Record<string, string>; readonly body: string },
) {
  const { receiver, names, errors } = recordingReceiver();
  const app = new Hono().use(before).post('/webhooks', toHonoHandler(receiver));
  const response = await app.request('/webhooks', {
    method: 'POST',
    ...(webhook ?? { headers: await signed(), body }),
  });
  return { status: response.status, text: await response.text(), names, errors };
}

/** A middleware that does something with the request before. */
const after =
  (read: (request: Parameters<MiddlewareHandler>[0]['req']) => Promise<unknown>): MiddlewareHandler =>
  async (c, next) => {
    await read(c.req);
    await next();
  };

it.each<[string, MiddlewareHandler | undefined]>([
  ['nothing', undefined],
  ['c.req.text()', after((request) => request.text())],
  ['c.req.json()', after((request) => request.json())],
  ['c.req.arrayBuffer()', after((request) => request.arrayBuffer())],
  ['a clone that was read', after((request) => request.raw.clone().text())],
])('takes a webhook behind %s', async (_name, before) => {
  const { status, text, names, errors } = await post(before);
  expect(errors).toStrictEqual([]);
  expect([status, text, names]).toStrictEqual([204, '', ['Zoë']]);
});

it.each<[string, string, MiddlewareHandler]>([
  ['body_already_read', 'c.req.raw.clone()', after((request) => request.raw.text())],
  [
    'body_not_raw',
    'c.req.text()',
    // As older versions of Hono and validators leave it.
    after(async (request) => Object.assign(request.bodyCache, { json: request.raw.json() })),
  ],
])('answers 500 with %s at once, and names the fix', async (code, fix, before) => {
  const { status, text, names, errors } = await post(before);
  expect([status, text, names]).toStrictEqual([500, JSON.stringify({ code }), []]);
  expect(String(errors[0])).toContain(fix);
});

it('answers 401 to a forgery', async () => {
  const { status, text } = await post(undefined, await forged());
  expect([status, text]).toStrictEqual([401, '{"code":"no_matching_signature"}']);
});
