import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Call, Handlers, OperationId } from './contract.ts';
import { operations } from './generated/operations.ts';
import { requestValidators } from './generated/request-validators.ts';
import { errorResponse, mediaTypes, surfaceOf } from './http/error-response.ts';
import type { Authenticate } from './http/principal.ts';
import { ProblemError } from './http/problem.ts';
import { readQuery } from './http/query.ts';
import { readBody } from './http/read-body.ts';
import { requestIdOf } from './http/request-id.ts';
import { isStorable } from './http/storable.ts';
import { tidyPath } from './http/tidy-path.ts';
import { validate } from './http/validate.ts';
import { ScimError } from './scim/error.ts';
import { isConnectionError } from './store/connection-error.ts';

export interface AppOptions {
  readonly handlers: Handlers;
  readonly authenticate: Authenticate;
  readonly logger: Logger;
}

type Variables = { Variables: { requestId: string } };

/** The HTTP application: every route of the contract, joined to its handler. */
export function createApp(options: AppOptions): Hono<Variables> {
  const { logger } = options;
  const app = new Hono<Variables>({ getPath: (request) => tidyPath(new URL(request.url).pathname) });

  app.use(async (context, next) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(context.req.raw);
    context.set('requestId', requestId);
    await next();
    context.res.headers.set('x-request-id', requestId);
    context.res.headers.set('x-content-type-options', 'nosniff');
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
    const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
    logger.info(
      {
        requestId,
        method: context.req.method,
        route: context.req.routePath,
        status: context.res.status,
        durationMs,
      },
      'request',
    );
  });

  const methodsOfPaths = new Map<string, string[]>();
  for (const id of Object.keys(operations) as OperationId[]) {
    const { method, path } = operations[id];
    const route = path.replaceAll(/\{(\w+)\}/g, ':$1');
    methodsOfPaths.set(route, [...(methodsOfPaths.get(route) ?? []), method]);
    app.on(method, route, (context) => serve(id, options, context));
  }
  for (const [route, methods] of methodsOfPaths) {
    app.all(route, (context) => {
      const allow = methods.join(', ');
      const detail = `${context.req.method} is not served here; ${allow} ${methods.length > 1 ? 'are' : 'is'}.`;
      return fail(context, new ProblemError('method_not_allowed', detail), { allow });
    });
  }
  app.notFound((context) =>
    fail(context, new ProblemError('not_found', `There is nothing at ${context.req.path}.`)),
  );
  app.onError((error, context) => {
    if (error instanceof ScimError || error instanceof ProblemError) return fail(context, error);
    const requestId = context.get('requestId');
    logger.error({ requestId, err: error }, 'request failed');
    if (isConnectionError(error)) {
      const detail = 'The database cannot be reached now; try again.';
      return fail(context, new ProblemError('unavailable', detail), { 'retry-after': '5' });
    }
    const detail = `Something went wrong on our side; the log has it under request ${requestId}.`;
    return fail(context, new ProblemError('internal', detail));
  });
  return app;
}

async function serve(
  id: OperationId,
  { handlers, authenticate }: AppOptions,
  context: Context,
): Promise<Response> {
  const operation = operations[id];
  const request = context.req.raw;
  const surface = surfaceOf(operation.path);
  const path = context.req.param() as Record<string, string>;
  if (!Object.values(path).every(isStorable)) {
    throw new ProblemError('not_found', 'There is nothing at this path: it has a NUL character.');
  }
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
  const reply = await handler(call as unknown as Call<OperationId>);
  const headers = new Headers(reply.headers as Record<string, string> | undefined);
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  if (!headers.has('content-type')) headers.set('content-type', mediaTypes[surface].answer);
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

function fail(
  context: Context,
  error: ScimError | ProblemError,
  headers: Record<string, string> = {},
): Response {
  return errorResponse(error, surfaceOf(tidyPath(context.req.path)), context.get('requestId'), headers);
}
