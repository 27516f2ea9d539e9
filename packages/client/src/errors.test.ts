import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { problem, serve } from '../test-support/serve.ts';
import type { Reply } from '../test-support/serve.ts';
import {
  ApiError,
  AuthenticationError,
  ConflictError,
  CursorExpiredError,
  DirsyncError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from './index.ts';

async function failure(reply: Reply): Promise<unknown> {
  await using server = await serve([reply], { maxRetries: 0 });
  return await server.dirsync.directories.get('d1').then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('an answer of the server becomes the error of its code', () => {
  it.each([
    [400, 'invalid_request', InvalidRequestError],
    [400, 'cursor_invalid', InvalidRequestError],
    [401, 'unauthorized', AuthenticationError],
    [403, 'forbidden', PermissionError],
    [404, 'not_found', NotFoundError],
    [405, 'method_not_allowed', InvalidRequestError],
    [409, 'conflict', ConflictError],
    [410, 'cursor_expired', CursorExpiredError],
    [413, 'payload_too_large', InvalidRequestError],
    [415, 'unsupported_media_type', InvalidRequestError],
    [429, 'rate_limited', RateLimitError],
    [500, 'internal', ServerError],
    [503, 'unavailable', ServerError],
  ] as const)('%d %s', async (status, code, Class) => {
    const error = await failure(problem(status, code));
    expect(error).toBeInstanceOf(Class);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(DirsyncError);
    expect(error).toMatchObject({
      name: Class.name,
      status,
      code,
      requestId: 'req_1',
      problem: { code, detail: 'Because.' },
      message: `${status} ${code}: Because. (request req_1)`,
    });
  });
});

describe('an answer that is not one of the server', () => {
  // A proxy's 404 read as NotFoundError would delete somebody.
  it.each<[string, Reply, typeof ApiError]>([
    [
      'a 404 page',
      { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not Found</h1>' },
      ApiError,
    ],
    ['a 404 of another API', { status: 404, body: { code: 'not_found', message: 'no route' } }, ApiError],
    ['a 401 without a body', { status: 401 }, ApiError],
    ['a 500 without a body', { status: 500 }, ServerError],
    ['a 502 page', { status: 502, body: '<html>' }, ServerError],
    ['a 429 page', { status: 429, body: 'slow down' }, RateLimitError],
    ['a code that nobody knows', { status: 418, body: { code: 'teapot', requestId: 'r' } }, ApiError],
    [
      'a code that every object has',
      { status: 400, body: { code: 'constructor', requestId: 'r' } },
      ApiError,
    ],
    ['a redirect', { status: 301, headers: { location: 'http://127.0.0.1:1/' } }, ApiError],
    ['a success without a body', { status: 200 }, ApiError],
  ])('%s', async (_name, reply, Class) => {
    const error = await failure(reply);
    expect(error).toMatchObject({ name: Class.name, code: 'unexpected_answer', problem: undefined });
    expect(error).toHaveProperty('message', expect.stringContaining('is baseUrl right?'));
  });

  it.each(['<html>', '{"id":', 'NaN'])('a success that is no JSON: %s', async (body) => {
    const error = await failure({ status: 200, body });
    expect(error).toBeInstanceOf(DirsyncError);
    expect(error).toMatchObject({ code: 'unexpected_answer', cause: expect.any(SyntaxError) });
  });

  it('has the request id of its header', async () => {
    const error = await failure({ status: 502, headers: { 'x-request-id': 'req_9' } });
    expect(error).toMatchObject({ requestId: 'req_9' });
  });
});

it('says when to go on', async () => {
  const error = await failure(problem(503, 'unavailable', { 'retry-after': '3' }));
  expect(error).toMatchObject({ retryAfterSeconds: 3 });
});

it('keeps the answer at hand and out of logs, and the key out of both', async () => {
  const error = await failure(problem(404, 'not_found', { 'x-region': 'eu' }));
  expect((error as ApiError).response.headers.get('x-region')).toBe('eu');
  expect((error as ApiError).response.url).toContain('/v1/directories/d1');
  expect(Object.keys(error as ApiError)).not.toContain('response');
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('dsk_test');
});
