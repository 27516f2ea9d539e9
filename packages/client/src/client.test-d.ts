import { expectTypeOf } from 'vitest';
import type { operations } from './generated/api.ts';
import type * as contract from './generated/api.ts';
import { createDirsync, NotFoundError } from './index.ts';
import type { CustomAttributes, DirectoryEvent, Dirsync, User } from './index.ts';
import type { MethodFault, MethodNamed, NoMethodFault, operationMethods } from './operation-methods.ts';

type ResultOf<Method> = Method extends (...args: never[]) => infer Result ? Awaited<Result> : never;
type Results = {
  -readonly [Id in keyof typeof operationMethods]: ResultOf<
    MethodNamed<Dirsync, (typeof operationMethods)[Id]>
  >;
};

type Success<Responses> = Responses extends { 200: infer Answer }
  ? Answer
  : Responses extends { 201: infer Answer }
    ? Answer
    : undefined;
type ContentOf<Answer> = Answer extends { content: { 'application/json': infer Content } } ? Content : void;
type Answers = { [Id in keyof operations]: ContentOf<Success<operations[Id]['responses']>> };

// Each method gives what its operation answers.
expectTypeOf<Results>().toEqualTypeOf<Answers>();

/** A client of two operations, to see the check of `operation-methods.ts` fail. */
interface Toy {
  readonly things: { get(id: string): Promise<string>; readonly parts: { list(): Promise<string[]> } };
}
type ToyOperations = Record<'getThing' | 'listParts', unknown>;
interface ToyTable {
  getThing: 'things.get';
  listParts: 'things.parts.list';
}
type Fault<Operations, Client> = MethodFault<ToyTable, Operations, Client>;
expectTypeOf<Fault<ToyOperations, Toy>>().toBeNever();
expectTypeOf<
  Fault<ToyOperations & { getPart: unknown }, Toy>
>().toEqualTypeOf<'getPart is an operation without a method'>();
expectTypeOf<
  Fault<Pick<ToyOperations, 'getThing'>, Toy>
>().toEqualTypeOf<'listParts is no operation of the contract'>();
expectTypeOf<
  Fault<ToyOperations, { things: Pick<Toy['things'], 'get'> }>
>().toEqualTypeOf<'things.parts.list is no method of the client'>();
expectTypeOf<
  Fault<ToyOperations, Toy & { stop(): void }>
>().toEqualTypeOf<'stop is a method without an operation'>();
expectTypeOf<NoMethodFault>().toBeNever();

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
