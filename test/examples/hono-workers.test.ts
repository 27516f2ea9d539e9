import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createEvent, signEvent, testSecret } from '@dirsync/webhooks/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { root } from '../harness/server-process.ts';
import { startWorker } from '../harness/workerd.ts';

// The example as it is deployed: bundled, in the runtime of Cloudflare Workers.

const folder = join(root, 'examples/hono-workers');
const oldSecret = `whsec_${Buffer.alloc(24, 3).toString('base64')}`;

const told: string[] = [];
let status = 204;
const product = createServer((request, response) => {
  told.push(`${request.method} ${request.url}`);
  response.writeHead(status).end();
});

let worker: Awaited<ReturnType<typeof startWorker>> | undefined;

beforeAll(async () => {
  product.listen(0, '127.0.0.1');
  await once(product, 'listening');
  const wrangler = await readFile(join(folder, 'wrangler.jsonc'), 'utf8');
  const compatibilityDate = wrangler.match(/"compatibility_date": "([\d-]+)"/)?.[1] ?? '';
  const address = `127.0.0.1:${(product.address() as AddressInfo).port}`;
  worker = await startWorker({
    entry: join(folder, 'src/index.ts'),
    compatibilityDate,
    texts: { WEBHOOK_SECRET: testSecret, OLD_WEBHOOK_SECRET: oldSecret },
    services: { PRODUCT: address },
  });
});

beforeEach(() => {
  told.length = 0;
  status = 204;
});

afterAll(async () => {
  await worker?.[Symbol.asyncDispose]();
  product.closeAllConnections();
  product.close();
});

async function post(event: { readonly id: string }, secret = testSecret): Promise<Response> {
  const webhook = await signEvent(event, { secrets: [secret] });
  return fetch(`${worker?.url}/webhooks`, { method: 'POST', ...webhook });
}

it('verifies a webhook and tells the product', async () => {
  const event = createEvent('user.deactivated', { data: { user: { id: 'u-1' } } });
  expect((await post(event)).status).toBe(204);
  expect(told).toEqual(['DELETE /people/u-1/sessions']);
});

it('takes the old secret during a rotation, and refuses a wrong one', async () => {
  const event = createEvent('group.user_added', { data: { group: { id: 'g-1' }, user: { id: 'u-1' } } });
  expect((await post(event, oldSecret)).status).toBe(204);
  expect(told).toEqual(['PUT /teams/g-1/members/u-1']);
  const refused = await post(event, `whsec_${Buffer.alloc(24, 9).toString('base64')}`);
  expect([refused.status, await refused.json()]).toEqual([401, { code: 'no_matching_signature' }]);
});

it('asks for the event again when the product does not answer', async () => {
  status = 500;
  const response = await post(createEvent('user.deactivated'));
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
});
