import type { Context } from 'hono';
import type { Call, Handlers, OperationId } from './contract.ts';
import { operations } from './generated/operations.ts';
import { requestValidators } from './generated/request-validators.ts';
import { mediaTypes, surfaceOf } from './http/error-response.ts';
import type { Authenticate } from './http/principal.ts';
import { ProblemError } from './http/problem.ts';
import { readQuery } from './http/query.ts';
import { readBody } from './http/read-body.ts';
import { isStorable } from './http/storable.ts';
import { validate } from './http/validate.ts';

export interface ServeOptions {
  readonly handlers: Handlers;
  readonly authenticate: Authenticate;
}

/** One request of an operation: who asks, what is asked, checked by the contract, and the handler's answer. */
export async function serveOperation(
  id: OperationId,
  { handlers, authenticate }: ServeOptions,
  context: Context,
): Promise<Response> {
  const operation = operations[id];
  const request = context.req.raw;
  const path = context.req.param() as Record<string, string>;
  if (!Object.values(path).every(isStorable)) {
    throw new ProblemError('not_found', 'There is nothing at this path: it has a NUL character.');
  }
  // Before anything of the body is read.
  const principal = await authenticate(operation.security, request, path);
  const parameters = new URL(request.url).searchParams;
  const call = {
    path,
    principal,
    headers: request.headers,
    signal: request.signal,
    query: operation.security === 'directoryToken' ? parameters : validatedQuery(id, parameters),
    body: operation.body === 'none' ? undefined : await validatedBody(id, request),
  };
  // The parts have just been checked by the validators of this very operation.
  const handler = handlers[id] as (call: Call<OperationId>) => ReturnType<Handlers[OperationId]>;
  return toResponse(id, await handler(call as unknown as Call<OperationId>));
}

function toResponse(id: OperationId, reply: Awaited<ReturnType<Handlers[OperationId]>>): Response {
  const headers = new Headers(reply.headers as Record<string, string> | undefined);
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  if (!headers.has('content-type')) {
    headers.set('content-type', mediaTypes[surfaceOf(operations[id].path)].answer);
  }
  const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  return new Response(body, { status: reply.status, headers });
}

function validatedQuery(id: OperationId, parameters: URLSearchParams): unknown {
  const { query, faults } = readQuery(parameters, operations[id].query);
  const [fault] = faults;
  if (fault !== undefined) throw new ProblemError('invalid_request', fault.message, faults);
  const validators = requestValidators[id];
  return 'query' in validators ? validate(validators.query, query, 'query') : query;
}

async function validatedBody(id: OperationId, request: Request): Promise<unknown> {
  const operation = operations[id];
  const surface = surfaceOf(operation.path);
  const body = await readBody(request, surface, operation.body === 'optional');
  const validators = requestValidators[id];
  // SCIM bodies are normalised first: see scim/normalise.ts.
  if (surface === 'scim' || body === undefined || !('body' in validators)) return body;
  return validate(validators.body, body, 'body');
}
