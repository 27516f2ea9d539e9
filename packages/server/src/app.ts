import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { OperationId } from './contract.ts';
import { operations } from './generated/operations.ts';
import { errorResponse, surfaceOf } from './http/error-response.ts';
import { ProblemError } from './http/problem.ts';
import { requestIdOf } from './http/request-id.ts';
import { RetryLaterError, unavailable } from './http/retry-later.ts';
import { tidyPath } from './http/tidy-path.ts';
import type { AnswerSeen } from './metrics/metrics.ts';
import { ScimError } from './scim/error.ts';
import { serveOperation } from './serve-operation.ts';
import type { RequestVariables, ServeOptions } from './serve-operation.ts';
import { isConnectionError } from './store/connection-error.ts';
import type { TracedRequest, Tracing } from './tracing/tracing.ts';

export interface AppOptions extends ServeOptions {
  readonly logger: Logger;
  /** Told of each answer, for whoever counts. */
  readonly onAnswer?: ((answer: AnswerSeen) => void) | undefined;
  /** Undefined: requests are not traced. */
  readonly traceRequest?: Tracing['request'] | undefined;
}

/** The HTTP application: every route of the contract, joined to its handler. */
export function createApp(options: AppOptions): Hono<RequestVariables> {
  const { logger, onAnswer, traceRequest = withoutTrace } = options;
  const app = new Hono<RequestVariables>({ getPath: (request) => tidyPath(new URL(request.url).pathname) });

  app.use(async (context, next) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(context.req.raw);
    context.set('requestId', requestId);
    const traceId = await traceRequest(context.req.raw.headers, next, () => describe(context));
    const tookMs = performance.now() - startedAt;
    const { status } = context.res;
    onAnswer?.({ operationId: context.get('operationId'), status, durationMs: tookMs });
    logger.info(
      {
        requestId,
        ...(traceId !== undefined && { traceId }),
        method: context.req.method,
        route: context.req.routePath,
        status,
        durationMs: Math.round(tookMs * 10) / 10,
      },
      'request',
    );
  });

  const methodsOfPaths = new Map<string, string[]>();
  for (const id of Object.keys(operations) as OperationId[]) {
    const { method, path } = operations[id];
    const route = path.replaceAll(/\{(\w+)\}/g, ':$1');
    methodsOfPaths.set(route, [...(methodsOfPaths.get(route) ?? []), method]);
    app.on(method, route, (context) => {
      context.set('operationId', id);
      return serveOperation(id, options, context);
    });
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
    if (error instanceof RetryLaterError) return failForNow(context, error);
    const requestId = context.get('requestId');
    const { method, routePath: route } = context.req;
    logger.error({ requestId, method, route, err: error }, 'request failed');
    if (isConnectionError(error)) {
      return failForNow(context, unavailable('The database cannot be reached now; try again.'));
    }
    const detail = `Something went wrong on our side; the log has it under request ${requestId}.`;
    return fail(context, new ProblemError('internal', detail));
  });
  return app;
}

async function withoutTrace(_headers: Headers, run: () => Promise<void>): Promise<undefined> {
  await run();
}

function describe(context: Context<RequestVariables>): TracedRequest {
  const operationId = context.get('operationId');
  const route = operationId && operations[operationId].path;
  return { method: context.req.method, operationId, route, status: context.res.status };
}

function failForNow(context: Context, { fault, retryAfterSeconds }: RetryLaterError): Response {
  return fail(context, fault, { 'retry-after': String(retryAfterSeconds) });
}

function fail(
  context: Context,
  error: ScimError | ProblemError,
  headers: Record<string, string> = {},
): Response {
  return errorResponse(error, surfaceOf(tidyPath(context.req.path)), context.get('requestId'), headers);
}
