/**
 * What the compiler refuses, so that the server cannot disagree with the contract. Checked by `pnpm typecheck`:
 * an expected error that does not come is an error itself.
 */
import type { Handler, Handlers, HandlersOf, OperationId, Reply } from './contract.ts';
import type { operations as ContractOperations } from './generated/api.ts';
import type { operations as operationTable } from './generated/operations.ts';

declare const getHealth: Handler<'getHealth'>;
declare const getReadiness: Handler<'getReadiness'>;
declare const getMetrics: Handler<'getMetrics'>;
declare const getJwks: Handler<'getJwks'>;
declare const getOpenapi: Handler<'getOpenapi'>;
declare const getDocs: Handler<'getDocs'>;

const others = { getHealth, getReadiness, getMetrics, getJwks, getOpenapi };

export const whole: HandlersOf<'Service'> = { ...others, getDocs };

// @ts-expect-error a missing operation
export const withoutDocs: HandlersOf<'Service'> = others;

export const withMore: HandlersOf<'Service'> = {
  getHealth,
  getReadiness,
  getMetrics,
  getJwks,
  getOpenapi,
  getDocs,
  // @ts-expect-error an operation that the contract does not have
  getTeapot: getHealth,
};

// @ts-expect-error all handlers of the contract, not those of one tag
export const allHandlers: Handlers = whole;

// @ts-expect-error a status that the operation does not declare
export const undeclaredStatus: Reply<'deleteDirectory'> = { status: 202 };

// @ts-expect-error a body where the contract has none
export const unexpectedBody: Reply<'deleteDirectory'> = { status: 204, body: {} };

// @ts-expect-error a body that lacks a member
export const wrongBody: Reply<'getDelivery'> = { status: 200, body: { id: 'x' } };

// @ts-expect-error a created resource without its Location
export const withoutLocation: Reply<'scimCreateUser'> = { status: 201, body: { schemas: [], id: 'x' } };

export const missingQuery: Handler<'getUser'> = ({ query }) => {
  // @ts-expect-error the operation has no query parameters
  throw new Error(query.limit);
};

/** The table of routes and the types come from one document, and name the same operations. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type RequestOperations = Exclude<keyof ContractOperations, `on${string}`>;
export const sameOperations: Same<keyof typeof operationTable, RequestOperations> = true;
export const anOperation: OperationId = 'scimPatchGroup';
