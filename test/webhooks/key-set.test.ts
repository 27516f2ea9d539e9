import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDirsync } from '@dirsync/client';
import { createDirsyncServer, readConfig } from '@dirsync/server';
import { createReceiver } from '@dirsync/webhooks';
import { createJwks } from '@dirsync/webhooks/jwks';
import { toNodeHandler } from '@dirsync/webhooks/node';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase, dropDatabase } from '../harness/database.ts';

const adminUrl = process.env['DIRSYNC_TEST_DATABASE_URL'];
const origin = 'http://127.0.0.1';

describe.skipIf(adminUrl === undefined)('a receiver that takes its keys from the server', () => {
  it('verifies v1a signatures, before and after a rotation', async () => {
    const apiKey = randomBytes(24).toString('hex');
    const databaseUrl = await createDatabase(adminUrl ?? '');
    const dirsync = await createDirsyncServer(
      readConfig({
        ...{ DATABASE_URL: databaseUrl, DIRSYNC_SECRET_KEY: randomBytes(32).toString('base64') },
        ...{ DIRSYNC_PUBLIC_URL: origin, DIRSYNC_API_KEY: apiKey },
        ...{ DIRSYNC_ALLOW_PRIVATE_WEBHOOKS: '1', LOG_LEVEL: 'silent' },
      }),
    );
    onTestFinished(async () => {
      await dirsync.close();
      await dropDatabase(adminUrl ?? '', databaseUrl);
    });
    const product = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => {
      product.closeAllConnections();
      product.close();
    });
    await once(product, 'listening');
    const client = createDirsync({ apiKey, baseUrl: origin, fetch: dirsync.fetch });
    const { id } = await client.webhookEndpoints.create({
      url: `http://127.0.0.1:${(product.address() as AddressInfo).port}/webhooks`,
      signatures: ['v1a'],
    });

    let now = Date.now();
    const loads: number[] = [];
    const jwks = createJwks(`${origin}/.well-known/jwks.json?endpointId=${id}`, {
      now: () => now,
      fetch: async (url, init) => {
        const response = await dirsync.fetch(new Request(url, init));
        loads.push(response.status);
        return response;
      },
    });
    const users: string[] = [];
    const errors: unknown[] = [];
    const receiver = createReceiver({ secrets: [jwks], onError: (error) => errors.push(error) }).on(
      'user.created',
      ({ data }) => users.push(data.user.userName),
    );
    product.on('request', toNodeHandler(receiver));

    const directory = await client.directories.create({ name: 'Acme' });
    const { token } = await client.directories.tokens.create(directory.id);
    async function createUser(userName: string): Promise<void> {
      const response = await dirsync.fetch(
        new Request(`${directory.scim.baseUrl}/Users`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
          body: JSON.stringify({
            schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
            userName,
            externalId: randomUUID(),
          }),
        }),
      );
      expect(response.status).toBe(201);
    }

    await createUser('ada');
    await expect.poll(() => users).toEqual(['ada']);
    await client.webhookEndpoints.rotateSecret(id, { overlapSeconds: 0 });
    now += 31_000;
    await createUser('grace');
    await expect.poll(() => users).toEqual(['ada', 'grace']);
    expect([errors, loads]).toEqual([[], [200, 200]]);
  });
});
