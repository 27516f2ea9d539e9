/** Serves with the types of Node. */
export const nodeConsumer = `
import { createServer } from 'node:http';
import { createReceiver } from '@dirsync/webhooks';
import { toNodeHandler } from '@dirsync/webhooks/node';

createServer(toNodeHandler(createReceiver({ secrets: ['whsec_AAAA'] })));
`;

/** Uses the published types, with what must not compile, on any runtime that has the types of the web. */
export const consumer = `
import { createDirsync, NotFoundError, type User } from '@dirsync/client';
import { mirror, type MirrorStore } from '@dirsync/client/mirror';
import { createReceiver, Drop, RetryLater, safeVerify, type WebhookEvent } from '@dirsync/webhooks';
import { withDiagnosis } from '@dirsync/webhooks/diagnose';
import { toFastifyPlugin } from '@dirsync/webhooks/fastify';
import { toHonoHandler } from '@dirsync/webhooks/hono';
import { createJwks } from '@dirsync/webhooks/jwks';
import { toLambdaHandler } from '@dirsync/webhooks/lambda';
import { createMemoryStore } from '@dirsync/webhooks/memory';
import { toNextRoute } from '@dirsync/webhooks/next';
import { createPostgresStore } from '@dirsync/webhooks/postgres';
import { createEvent, createRequest, testSecret } from '@dirsync/webhooks/testing';

interface Client {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: { readonly id: string }[] }>;
  release(isBroken?: boolean): void;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
}

declare const connect: () => Promise<Client>;

const withStore = createReceiver({
  secrets: [testSecret, createJwks('https://dirsync.example/.well-known/jwks.json')],
  store: createPostgresStore({ connect }),
}).on('user.updated', async (event, client) => {
  const { rows } = await client.query('select id from people where id = $1', [event.data.user.id]);
  // @ts-expect-error a row has an id and nothing else
  rows[0]?.name;
  throw rows.length > 0 ? new RetryLater(60) : new Drop();
});

const remembering = createReceiver({ secrets: [testSecret], store: createMemoryStore() });
const diagnosed = withDiagnosis(remembering, { secrets: [testSecret] });
export const handlers = [toFastifyPlugin, toHonoHandler, toLambdaHandler, toNextRoute].map((adapt) => adapt(diagnosed));
export const response = createRequest(createEvent('user.updated', { data: { user: { title: 'Analyst' } } })).then(withStore);

export const receiver = createReceiver({ secrets: ['whsec_AAAA'] })
  .on('user.deactivated', (event) => {
    const wasActive: boolean | undefined = event.data.previous.active;
    // @ts-expect-error an event about a user has no group
    event.data.group;
    return wasActive;
  })
  // @ts-expect-error there is no such event
  .on('user.vanished', () => undefined);

export async function main(): Promise<readonly User[]> {
  const dirsync = createDirsync({ apiKey: 'dsk_', baseUrl: 'http://127.0.0.1:8080' });
  const directory = await dirsync.directories.create({ name: 'Acme', provider: 'okta' });
  // @ts-expect-error there is no such identity provider
  await dirsync.directories.create({ name: 'Acme', provider: 'octa' });
  const users: User[] = [];
  for await (const user of dirsync.users.list({ directoryId: directory.id })) users.push(user);
  try {
    await dirsync.users.get({ directoryId: directory.id, userId: users[0]?.id ?? '' });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  const store: MirrorStore = {
    load: () => undefined,
    apply: (changes) => {
      for (const change of changes) if (change.type === 'user.saved') console.log(change.user.email);
      // @ts-expect-error not every change is of a user
      for (const change of changes) console.log(change.user);
    },
  };
  await mirror(dirsync, { store, directoryId: directory.id });
  const result = await safeVerify({ headers: {}, body: '' }, { secrets: ['whsec_AAAA'] });
  const type: WebhookEvent['type'] | undefined = result.ok && result.event.type === 'user.created' ? result.event.type : undefined;
  console.log(type);
  return users;
}
`;

/** Mocks the API in a test, with the types of MSW. */
export const testingConsumer = `
import { createMockDirsync } from '@dirsync/client/testing';
import { setupServer } from 'msw/node';

const mock = createMockDirsync({ baseUrl: 'https://dirsync.example' });
setupServer(...mock.handlers).listen();
const directory = mock.directories.create({ name: 'Acme' });
const email: string | null = mock.users.create(directory.id, { userName: 'ada' }).email;
// @ts-expect-error a user has a userName
mock.users.create(directory.id, {});
console.log(email);
`;
