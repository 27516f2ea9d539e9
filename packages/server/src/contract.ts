import type { operations as ContractOperations } from './generated/api.ts';
import type { operations as operationTable } from './generated/operations.ts';
import type { Principals } from './http/principal.ts';

type OperationTable = typeof operationTable;

/** Every operationId of the contract. */
export type OperationId = keyof OperationTable & keyof ContractOperations;
export type Tag = OperationTable[OperationId]['tag'];

/** The operations of one tag. */
export type OperationsOf<T extends Tag> = {
  [Id in OperationId]: OperationTable[Id]['tag'] extends T ? Id : never;
}[OperationId];

type IsScim<Id extends OperationId> = OperationTable[Id]['security'] extends 'directoryToken' ? true : false;

type Content<T> = T extends { content: infer C } ? C[keyof C] : never;

/** SCIM reads its own query and body: what is wrong there is a SCIM error, and much is forgiven. */
type Query<Id extends OperationId> =
  IsScim<Id> extends true
    ? URLSearchParams
    : ContractOperations[Id]['parameters'] extends { query?: infer Q extends object }
      ? Q
      : undefined;

type Body<Id extends OperationId> =
  IsScim<Id> extends true
    ? unknown
    : ContractOperations[Id] extends { requestBody: infer R }
      ? Content<R>
      : ContractOperations[Id] extends { requestBody?: infer R }
        ? Content<Exclude<R, undefined>> | undefined
        : undefined;

/** One authenticated request, its parts validated by the contract. */
export interface Call<Id extends OperationId> {
  readonly path: ContractOperations[Id]['parameters'] extends { path: infer P } ? P : undefined;
  readonly query: Query<Id>;
  readonly body: Body<Id>;
  readonly principal: Principals[OperationTable[Id]['security']];
  readonly headers: Headers;
  /** For the log. */
  readonly requestId: string;
  /** Aborted when the caller went away. */
  readonly signal: AbortSignal;
}

type Responses<Id extends OperationId> = ContractOperations[Id]['responses'];

/** What no handler sets, since it is no matter of one operation. */
type AddedHeader = 'X-Request-Id' | 'Idempotent-Replayed';

/** The headers that an answer declares, without what every answer gets. */
type DeclaredHeaders<R> = R extends { headers: infer H }
  ? { [Name in keyof H as string extends Name ? never : Name extends AddedHeader ? never : Name]: H[Name] }
  : object;

type HeadersPart<R> =
  object extends DeclaredHeaders<R>
    ? { readonly headers?: DeclaredHeaders<R> }
    : { readonly headers: DeclaredHeaders<R> };

type BodyPart<R> = R extends { content: infer C extends object }
  ? { readonly body: C[keyof C] }
  : { readonly body?: never };

/** An answer that the contract declares: a status with its body and its headers. */
export type Reply<Id extends OperationId> = {
  [Status in keyof Responses<Id> & number]: { readonly status: Status } & BodyPart<Responses<Id>[Status]> &
    HeadersPart<Responses<Id>[Status]>;
}[keyof Responses<Id> & number];

export type Handler<Id extends OperationId> = (call: Call<Id>) => Reply<Id> | Promise<Reply<Id>>;

/** All handlers of one tag: one for each of its operations, and none besides. */
export type HandlersOf<T extends Tag> = { readonly [Id in OperationsOf<T>]: Handler<Id> };

/** All handlers of the contract. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

/** A request of whichever operation, checked by the contract. */
export interface AnyCall {
  readonly path: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly principal: Principals[keyof Principals];
  readonly headers: Headers;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

/** An answer of whichever operation. */
export interface AnyReply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** The handler of an operation that is known only when it runs: `call` must be one of this very operation. */
export function handlerOf(handlers: Handlers, id: OperationId): (call: AnyCall) => Promise<AnyReply> {
  const handler = handlers[id] as unknown as (call: AnyCall) => AnyReply | Promise<AnyReply>;
  return async (call) => handler(call);
}
