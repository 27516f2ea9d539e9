import type { Problem, ProblemCode } from '../generated/api.ts';
import { operationTable } from '../generated/operations.ts';
import type { OperationId } from '../operation-methods.ts';
import { directoryHandlers } from './directory-handlers.ts';
import { endpointHandlers } from './endpoint-handlers.ts';
import { eventHandlers } from './event-handlers.ts';
import { MockFailure } from './failure.ts';
import { peopleHandlers } from './people-handlers.ts';
import type { MockHandler } from './request.ts';
import type { State } from './state.ts';

interface Route {
  readonly id: OperationId;
  readonly method: string;
  readonly pattern: RegExp;
  readonly query: Readonly<Record<string, string>>;
  readonly status: number;
}

const routes: readonly Route[] = Object.entries(operationTable).map(
  ([id, { method, path, query, status }]) => ({
    // True: the table is made of the same contract.
    id: id as OperationId,
    method,
    pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    query,
    status,
  }),
);

/** Makes what answers a request as the server would. */
export function createAnswer(
  state: State,
  apiKey: string | undefined,
): (request: Request) => Promise<Response> {
  const handlers: Partial<Record<OperationId, MockHandler<never>>> = {
    ...directoryHandlers(state),
    ...peopleHandlers(state),
    ...endpointHandlers(state),
    ...eventHandlers(state),
  };

  async function run(request: Request): Promise<{ readonly status: number; readonly body: unknown }> {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.slice(new URL(state.baseUrl).pathname.replace(/\/$/, '').length);
    if (apiKey !== undefined && request.headers.get('authorization') !== `Bearer ${apiKey}`) {
      throw new MockFailure(401, 'unauthorized', 'The API key is not the one that the mock was given.');
    }
    const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(path));
    const handle = route && handlers[route.id];
    if (!route || !handle) {
      const what = route ? `${route.id} (${request.method} ${path})` : `${request.method} ${path}`;
      throw new MockFailure(501, 'internal', `The mock of @dirsync/client/testing does not have ${what}.`);
    }
    const ids = route.pattern.exec(path)?.groups ?? {};
    const query = Object.fromEntries(
      [...searchParams].map(([name, text]) => [name, readParameter(text, route.query[name])]),
    );
    // True: the types of the contract are those of the client that sent it; what else a test sends is its own.
    const answer = await handle({
      path: Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, decodeURIComponent(id)])),
      query,
      body: await readBody(request),
      signal: request.signal,
    } as never);
    return { status: route.status, body: answer };
  }

  return async (request) => {
    const requestId = state.nextId();
    const headers = { 'x-request-id': requestId };
    try {
      const { status, body } = await run(request);
      return body === undefined
        ? new Response(null, { status, headers })
        : Response.json(body, { status, headers });
    } catch (error) {
      if (!(error instanceof MockFailure)) throw error;
      return toProblem(error, requestId);
    }
  };
}

const titles: Partial<Record<ProblemCode, string>> = {
  not_found: 'Not found',
  unauthorized: 'Unauthorized',
  cursor_invalid: 'Invalid cursor',
  invalid_request: 'Invalid request',
};

function toProblem({ status, code, message }: MockFailure, requestId: string): Response {
  const title = titles[code] ?? 'Not in the mock';
  const problem: Problem = { type: 'about:blank', title, status, detail: message, code, requestId };
  return Response.json(problem, {
    status,
    headers: {
      'x-request-id': requestId,
      'content-type': 'application/problem+json',
      ...(status === 401 && { 'www-authenticate': 'Bearer realm="dirsync"' }),
    },
  });
}

function readParameter(text: string, kind: string | undefined): unknown {
  if (kind === 'integer') return Number(text);
  if (kind === 'boolean') return text === 'true';
  return kind === 'array' ? text.split(',') : text;
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new MockFailure(400, 'invalid_request', 'The body is not JSON.');
  }
}
