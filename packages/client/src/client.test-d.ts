import { expectTypeOf } from 'vitest';
import type { operations } from './generated/api.ts';
import type * as contract from './generated/api.ts';
import { createDirsync, NotFoundError } from './index.ts';
import type { CustomAttributes, DirectoryEvent, Dirsync, User } from './index.ts';

/** The method of each operation of the contract. */
interface Methods {
  createDirectory: Dirsync['directories']['create'];
  listDirectories: Dirsync['directories']['list'];
  getDirectory: Dirsync['directories']['get'];
  updateDirectory: Dirsync['directories']['update'];
  deleteDirectory: Dirsync['directories']['delete'];
  createDirectoryToken: Dirsync['directories']['tokens']['create'];
  listDirectoryTokens: Dirsync['directories']['tokens']['list'];
  revokeDirectoryToken: Dirsync['directories']['tokens']['revoke'];
  listUsers: Dirsync['users']['list'];
  getUser: Dirsync['users']['get'];
  listUserGroups: Dirsync['users']['listGroups'];
  listGroups: Dirsync['groups']['list'];
  getGroup: Dirsync['groups']['get'];
  listGroupMembers: Dirsync['groups']['listMembers'];
  listEvents: Dirsync['events']['list'];
  getEvent: Dirsync['events']['get'];
  createWebhookEndpoint: Dirsync['webhookEndpoints']['create'];
  listWebhookEndpoints: Dirsync['webhookEndpoints']['list'];
  getWebhookEndpoint: Dirsync['webhookEndpoints']['get'];
  updateWebhookEndpoint: Dirsync['webhookEndpoints']['update'];
  deleteWebhookEndpoint: Dirsync['webhookEndpoints']['delete'];
  rotateWebhookEndpointSecret: Dirsync['webhookEndpoints']['rotateSecret'];
  listDeliveries: Dirsync['deliveries']['list'];
  getDelivery: Dirsync['deliveries']['get'];
  createApiKey: Dirsync['apiKeys']['create'];
  listApiKeys: Dirsync['apiKeys']['list'];
  revokeApiKey: Dirsync['apiKeys']['revoke'];
}

// No operation without a method, and no method without an operation.
expectTypeOf<keyof Methods>().toEqualTypeOf<keyof operations>();

type Success<Responses> = Responses extends { 200: infer Answer }
  ? Answer
  : Responses extends { 201: infer Answer }
    ? Answer
    : undefined;
type ContentOf<Answer> = Answer extends { content: { 'application/json': infer Content } } ? Content : void;
type Answers = { [Id in keyof operations]: ContentOf<Success<operations[Id]['responses']>> };
type Results = { [Id in keyof Methods]: Awaited<ReturnType<Methods[Id]>> };

// Each method gives what its operation answers.
expectTypeOf<Results>().toEqualTypeOf<Answers>();

const dirsync = createDirsync({ apiKey: 'k', baseUrl: 'https://dirsync.example' });
expectTypeOf(dirsync).toEqualTypeOf<Dirsync>();
expectTypeOf<User>().toEqualTypeOf<contract.User>();
expectTypeOf<DirectoryEvent>().toEqualTypeOf<contract.Event>();

// @ts-expect-error a list of users is one of a directory
void dirsync.users.list({ userName: 'a' });
// @ts-expect-error a filter that the operation does not have
void dirsync.users.list({ directoryId: 'd', name: 'a' });
// @ts-expect-error ids of a path are named
void dirsync.users.get('d', 'u');
// @ts-expect-error a provider that the contract does not have
void dirsync.directories.create({ name: 'Acme', provider: 'ldap' });
// @ts-expect-error what cannot be changed
void dirsync.directories.update('d', { id: 'e' });

async function listed(): Promise<void> {
  const page = await dirsync.users.list({ directoryId: 'd' });
  expectTypeOf(page.eventCursor).toEqualTypeOf<string>();
  for await (const user of dirsync.users.list({ directoryId: 'd' })) {
    expectTypeOf(user).toEqualTypeOf<contract.User>();
    expectTypeOf(user.customAttributes).toEqualTypeOf<CustomAttributes>();
  }
  for await (const { nextCursor } of dirsync.events.list().pages())
    expectTypeOf(nextCursor).toEqualTypeOf<string>();
}
void listed;

interface Acme {
  'urn:acme:2.0:User'?: { costCenter: string };
}
const typed = createDirsync<Acme>({ apiKey: 'k', baseUrl: 'https://dirsync.example' });
expectTypeOf(typed).toEqualTypeOf<Dirsync<Acme>>();

async function attributes(): Promise<void> {
  const user = await typed.users.get({ directoryId: 'd', userId: 'u' });
  expectTypeOf(user.customAttributes).toEqualTypeOf<Acme>();
  expectTypeOf(user.emails).toEqualTypeOf<contract.Email[]>();
  expectTypeOf(user).toExtend<User<Acme>>();
  for await (const { customAttributes } of typed.users.list({ directoryId: 'd' })) {
    expectTypeOf(customAttributes).toEqualTypeOf<Acme>();
  }
  await typed.events.consume({
    cursorStore: { load: () => undefined, save: () => undefined },
    handler: (event) => {
      expectTypeOf(event).toEqualTypeOf<DirectoryEvent<Acme>>();
      if (event.type === 'user.updated') {
        expectTypeOf(event.data.user.customAttributes).toEqualTypeOf<Acme>();
        expectTypeOf(event.data.previous.customAttributes).toEqualTypeOf<Acme | undefined>();
      }
      // @ts-expect-error not every event is about a user
      void event.data.user;
    },
  });
}
void attributes;

declare const error: unknown;
if (error instanceof NotFoundError) {
  expectTypeOf(error.status).toEqualTypeOf<number>();
  expectTypeOf(error.problem).toEqualTypeOf<contract.Problem | undefined>();
  // @ts-expect-error a code that does not exist
  void (error.code === 'missing');
}
