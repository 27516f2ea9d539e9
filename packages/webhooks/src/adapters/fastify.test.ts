import Fastify from 'fastify';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { describe, expect, it } from 'vitest';
import { body, forged, recordingReceiver, signed } from '../../test-support/recording-receiver.ts';
import { toFastifyHandler, toFastifyPlugin } from './fastify.ts';

/** Sends a webhook to the app that `build` makes. */
async function post(
  build: (app: FastifyInstance, receiver: ReturnType<typeof recordingReceiver>['receiver']) => unknown,
  webhook?: { readonly headers: Record<string, string>; readonly body: string | Buffer },
) {
  const { receiver, names, errors } = recordingReceiver();
  const app = Fastify();
  await build(app, receiver);
  app.post('/other', (request) => ({ got: request.body }));
  const { headers, body: payload } = webhook ?? { headers: await signed(), body };
  const { statusCode, body: text } = await app.inject({ method: 'POST', url: '/webhooks', headers, payload });
  const other = await app.inject({ method: 'POST', url: '/other', payload: { a: 1 } });
  await app.close();
  return { status: statusCode, text, names, errors, other: other.json() as unknown };
}

const rawJson = (app: FastifyInstance, parseAs: 'buffer' | 'string') =>
  app.addContentTypeParser('application/json', { parseAs }, (_request, bytes, done) => done(null, bytes));

describe('the plugin', () => {
  it('takes a webhook, and leaves the parsers of the other routes', async () => {
    const { status, text, names, errors, other } = await post((app, receiver) =>
      app.register(toFastifyPlugin(receiver), { path: '/webhooks' }),
    );
    expect(errors).toStrictEqual([]);
    expect([status, text, names]).toStrictEqual([204, '', ['Zoë']]);
    expect(other).toStrictEqual({ got: { a: 1 } });
  });

  it('takes it under a prefix and of any content type', async () => {
    const { 'content-type': _type, ...headers } = await signed();
    for (const type of ['text/plain', 'application/cloudevents+json; charset=utf-8']) {
      const { status } = await post(
        (app, receiver) => app.register(toFastifyPlugin(receiver), { prefix: '/webhooks' }),
        { headers: { ...headers, 'content-type': type }, body },
      );
      expect(status).toBe(204);
    }
  });

  it('answers 401 to a forgery, 400 to what is no webhook, 413 to what is too large', async () => {
    const build = (app: FastifyInstance, receiver: ReturnType<typeof recordingReceiver>['receiver']) =>
      app.register(toFastifyPlugin(receiver), { path: '/webhooks' });
    const refused = await post(build, await forged());
    expect([refused.status, refused.text]).toStrictEqual([401, '{"code":"no_matching_signature"}']);
    const empty = await post(build, { headers: {}, body: '' });
    expect([empty.status, empty.text]).toStrictEqual([400, '{"code":"missing_header"}']);
    const large = await post(build, { headers: await signed(), body: Buffer.alloc(4_194_305) });
    expect(large.status).toBe(413);
  });

  it('is a plugin of Fastify by its types', () => {
    const plugin: FastifyPluginAsync<{ path?: string }> = toFastifyPlugin(recordingReceiver().receiver);
    expect(plugin).toBeTypeOf('function');
  });
});

describe('the handler', () => {
  it.each(['buffer', 'string'] as const)('takes a body that is kept as a %s', async (parseAs) => {
    const { status, names } = await post((app, receiver) => {
      rawJson(app, parseAs);
      app.post('/webhooks', toFastifyHandler(receiver));
    });
    expect([status, names]).toStrictEqual([204, ['Zoë']]);
  });

  it('takes the bytes that fastify-raw-body keeps beside the parsed body', async () => {
    const { status, names } = await post((app, receiver) => {
      // What that plugin does: request.rawBody has the bytes, request.body what was parsed.
      app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
        Object.assign(request, { rawBody: bytes });
        done(null, JSON.parse(bytes.toString()));
      });
      app.post('/webhooks', toFastifyHandler(receiver));
    });
    expect([status, names]).toStrictEqual([204, ['Zoë']]);
  });

  it("answers 500 behind Fastify's own JSON parser, and names the fix", async () => {
    const { status, text, names, errors } = await post((app, receiver) =>
      app.post('/webhooks', toFastifyHandler(receiver)),
    );
    expect([status, text, names]).toStrictEqual([500, '{"code":"body_not_raw"}', []]);
    expect(String(errors[0])).toContain('toFastifyPlugin(receiver)');
    expect(String(errors[0])).toContain("parseAs: 'buffer'");
  });
});
