import type { Context } from 'hono';
import { handlerOf } from './contract.ts';
import type { AnyReply, Handlers, OperationId } from './contract.ts';
import { operations } from './generated/operations.ts';
import { requestValidators } from './generated/request-validators.ts';
import { answerHeaders } from './http/answer-headers.ts';
import { mediaTypes, surfaceOf } from './http/error-response.ts';
import type { Authenticate } from './http/principal.ts';
import { ProblemError } from './http/problem.ts';
import { readIdempotencyKey } from './http/idempotency-key.ts';
import { readQuery } from './http/query.ts';
import { readBody } from './http/read-body.ts';
import { readScimQuery } from './http/scim-query.ts';
import { isStorable } from './http/storable.ts';
import { validate } from './http/validate.ts';
import type { RunIdempotent } from './idempotent-calls.ts';
import { bulkLimits } from './scim/limits.ts';

/** Of operations that take less than their surface does. */
const bodyLimits: { readonly [Id in OperationId]?: number } = { scimBulk: bulkLimits.maxPayloadSize };

export interface ServeOptions {
  readonly handlers: Handlers;
  readonly authenticate: Authenticate;
  readonly runIdempotent: RunIdempotent;
}

/** What is known of a request before its operation runs. */
export type RequestVariables = { Variables: { requestId: string; operationId?: OperationId } };

/** One request of an operation: who asks, what is asked, checked by the contract, and the handler's answer. */
export async function serveOperation(
  id: OperationId,
  { handlers, authenticate, runIdempotent }: ServeOptions,
  context: Context<RequestVariables>,
): Promise<Response> {
  const operation = operations[id];
  const request = context.req.raw;
  const path = context.req.param() as Record<string, string>;
  if (!Object.values(path).every(isStorable)) {
    throw new ProblemError('not_found', 'There is nothing at this path: it has a NUL character.');
  }
  // Before anything of the body is read.
  const principal = await authenticate(operation.security, request, path);
  const key = operation.takesIdempotencyKey ? readIdempotencyKey(request.headers) : undefined;
  const url = new URL(request.url);
  const requestId = context.get('requestId');
  const mode = principal !== undefined && 'mode' in principal ? principal.mode : undefined;
  const call = {
    path,
    principal,
    headers: request.headers,
    requestId,
    signal: request.signal,
    query:
      mode === undefined
        ? validatedQuery(id, url.searchParams)
        : readScimQuery(url.search, namesOfQuery(id), mode),
    body: operation.body === 'none' ? undefined : await validatedBody(id, request),
  };
  if (key !== undefined) {
    const { reply, isReplayed } = await runIdempotent(id, call, key);
    return toResponse(id, requestId, reply, isReplayed ? { 'idempotent-replayed': 'true' } : undefined);
  }
  return toResponse(id, requestId, await handlerOf(handlers, id)(call));
}

function toResponse(
  id: OperationId,
  requestId: string,
  reply: AnyReply,
  more?: Readonly<Record<string, string>>,
): Response {
  const headers = answerHeaders(requestId, { ...reply.headers, ...more });
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  headers['content-type'] ??= mediaTypes[surfaceOf(operations[id].path)].answer;
  const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  return new Response(body, { status: reply.status, headers });
}

/** None for discovery, where RFC 7644 section 4 has all of them ignored, and for what is not there. */
function namesOfQuery(id: OperationId): readonly string[] | undefined {
  const { tag, query } = operations[id];
  return tag === 'SCIM Discovery' || tag === 'SCIM Me' ? undefined : Object.keys(query);
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
  const isOptional = operation.body === 'optional';
  const body = await readBody(request, surface, { isOptional, maxBytes: bodyLimits[id] });
  const validators = requestValidators[id];
  // SCIM bodies are normalised first: see scim/normalise.ts.
  if (surface === 'scim' || body === undefined || !('body' in validators)) return body;
  return validate(validators.body, body, 'body');
}
