import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectCustomer, isConnected } from '@dirsync/example-snippets/connect-customer';
import { createDecidingReceiver } from '@dirsync/example-snippets/decide';
import type { Product } from '@dirsync/example-snippets/decide';
import { rotateSecret } from '@dirsync/example-snippets/rotate-secret';
import { createSecondToken, revokeOldTokens } from '@dirsync/example-snippets/rotate-token';
import { deactivate } from '@dirsync/example-snippets/test-receiver';
import { createEvent, createRequest, signEvent, testSecret } from '@dirsync/webhooks/testing';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createClient } from '../harness/client.ts';

// What the pages of docs/ show does what they say.

const dirsync = createClient(inject('servers').embedded);
const customer = { id: 'org_docs', name: 'Acme', provider: 'okta' } as const;

const scim = async (baseUrl: string, token: string): Promise<number> =>
  (await fetch(`${baseUrl}/Users`, { headers: { authorization: `Bearer ${token}` } })).status;

it('connects a customer, and sees their identity provider call', async () => {
  const { directoryId, baseUrl, token } = await connectCustomer(dirsync, customer);
  expect(await isConnected(dirsync, directoryId)).toBe(false);
  expect(await scim(baseUrl, token)).toBe(200);
  await expect.poll(() => isConnected(dirsync, directoryId)).toBe(true);
});

it('rotates a token without a moment in which none opens the directory', async () => {
  const { directoryId, baseUrl, token } = await connectCustomer(dirsync, customer);
  const second = await createSecondToken(dirsync, directoryId);
  expect([await scim(baseUrl, token), await scim(baseUrl, second)]).toEqual([200, 200]);
  await revokeOldTokens(dirsync, directoryId);
  expect([await scim(baseUrl, token), await scim(baseUrl, second)]).toEqual([401, 200]);
});

it('rotates a secret with two days of overlap', async () => {
  const { id } = await dirsync.webhookEndpoints.create({ url: 'http://127.0.0.1:1/webhooks' });
  const before = Date.now();
  await rotateSecret(dirsync, id, async (secret, oldUntil) => {
    expect(secret).toMatch(/^whsec_/);
    expect(Date.parse(oldUntil)).toBeGreaterThanOrEqual(before + 172_800_000 - 60_000);
  });
  await dirsync.webhookEndpoints.delete(id);
});

it('decides what happens to an event', async () => {
  const suspended: string[] = [];
  const answer = async (product: Partial<Product>): Promise<number> => {
    const receiver = createDecidingReceiver([testSecret], {
      isShutDown: () => false,
      isInMaintenance: () => false,
      knows: () => true,
      suspend: async (id) => void suspended.push(id),
      ...product,
    });
    const event = createEvent('user.deactivated', { data: { user: { id: 'u-1' } } });
    return (await receiver(await createRequest(event))).status;
  };
  expect(await answer({ isShutDown: () => true })).toBe(410);
  expect(await answer({ isInMaintenance: () => true })).toBe(503);
  expect(await answer({ knows: () => false })).toBe(204);
  expect(suspended).toEqual([]);
  expect(await answer({})).toBe(204);
  expect(suspended).toEqual(['u-1']);
});

it('tests a receiver', async () => {
  const suspended: string[] = [];
  expect(await deactivate('u-1', (id) => suspended.push(id))).toBe(204);
  expect(suspended).toEqual(['u-1']);
});

describe('the receivers of the pages', () => {
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  const email = 'zoë@acme.example';

  beforeAll(() => vi.stubEnv('WEBHOOK_SECRET', testSecret));
  afterAll(() => {
    vi.unstubAllEnvs();
    log.mockRestore();
  });

  /** Each takes one webhook and answers the status. */
  const receivers: readonly (readonly [
    string,
    (webhook: { headers: Record<string, string>; body: string }) => Promise<unknown>,
  ])[] = [
    [
      'Express',
      async (webhook) => {
        const { app } = await import('@dirsync/example-snippets/receive-express');
        const server = createServer(app).listen(0, '127.0.0.1');
        await once(server, 'listening');
        const { port } = server.address() as AddressInfo;
        const { status } = await fetch(`http://127.0.0.1:${port}/webhooks`, { method: 'POST', ...webhook });
        server.closeAllConnections();
        server.close();
        return status;
      },
    ],
    [
      'Fastify',
      async ({ headers, body }) => {
        const { app } = await import('@dirsync/example-snippets/receive-fastify');
        const { statusCode } = await app.inject({ method: 'POST', url: '/webhooks', headers, payload: body });
        await app.close();
        return statusCode;
      },
    ],
    [
      'Hono',
      async (webhook) => {
        const { app } = await import('@dirsync/example-snippets/receive-hono');
        return (await app.request('/webhooks', { method: 'POST', ...webhook })).status;
      },
    ],
    [
      'Lambda',
      async ({ headers, body }) => {
        const { handler } = await import('@dirsync/example-snippets/receive-lambda');
        const base64 = Buffer.from(body).toString('base64');
        return (await handler({ headers, body: base64, isBase64Encoded: true })).statusCode;
      },
    ],
  ];

  it.each(receivers)('take a webhook: %s', async (_name, post) => {
    log.mockClear();
    const event = createEvent('user.deactivated', { data: { user: { email } } });
    const { headers, body } = await signEvent(event);
    expect(await post({ headers: { ...headers }, body })).toBe(204);
    expect(log.mock.calls).toEqual([['end the sessions of', email]]);
  });
});
