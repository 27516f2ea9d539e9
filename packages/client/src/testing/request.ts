import type { operations } from '../generated/api.ts';
import type { OperationId } from '../operation-methods.ts';

/** What a handler gets of a request, in the types of the contract. */
export interface MockRequest<Id extends OperationId> {
  readonly path: Given<operations[Id]['parameters']['path']>;
  readonly query: Given<operations[Id]['parameters']['query']>;
  readonly body: BodyOf<operations[Id]>;
  readonly signal: AbortSignal;
}

/** The body of an operation's success; nothing of a 204. */
export type MockAnswer<Id extends OperationId> = ContentOf<SuccessOf<operations[Id]['responses']>>;

/** What answers an operation. */
export type MockHandler<Id extends OperationId> = (
  request: MockRequest<Id>,
) => MockAnswer<Id> | Promise<MockAnswer<Id>>;

/** The handlers of some operations. */
export type MockHandlers<Id extends OperationId> = { readonly [Each in Id]: MockHandler<Each> };

type Given<Parameters> = [NonNullable<Parameters>] extends [never]
  ? Record<string, never>
  : NonNullable<Parameters>;
type BodyOf<Operation> = Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
  ? Body
  : undefined;
type SuccessOf<Responses> = Responses extends { 200: infer Answer }
  ? Answer
  : Responses extends { 201: infer Answer }
    ? Answer
    : undefined;
type ContentOf<Answer> = Answer extends { content: { 'application/json': infer Content } } ? Content : void;
