import { describe, expect, it } from 'vitest';
import { breakOff, problem, serve } from '../test-support/serve.ts';
import type { Reply, Served } from '../test-support/serve.ts';
import { ConnectionError, createDirsync, RateLimitError, ServerError, TimeoutError } from './index.ts';
import type { ResponseInfo } from './index.ts';
import { sleep } from './sleep.ts';

const directory = { id: 'd1' };
const ok = { body: directory };
const input = { name: 'Acme' };

describe('an operation that can be repeated', () => {
  it.each([408, 429, 500, 502, 503, 504])('is repeated after a %d', async (status) => {
    await using server = await serve([problem(status, 'unavailable'), ok]);
    await expect(server.dirsync.directories.get('d1')).resolves.toStrictEqual(directory);
    expect(server.requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 409, 410, 501])('is not repeated after a %d', async (status) => {
    await using server = await serve([problem(status, 'conflict'), ok]);
    await expect(server.dirsync.directories.get('d1')).rejects.toMatchObject({ status });
    expect(server.requests).toHaveLength(1);
  });

  it('is repeated after a broken connection, also one that breaks within the answer', async () => {
    await using server = await serve([
      breakOff,
      (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"id":', () => response.destroy());
      },
      ok,
    ]);
    await expect(server.dirsync.directories.get('d1')).resolves.toStrictEqual(directory);
    expect(server.requests).toHaveLength(3);
  });

  it('is repeated after a timeout, which holds for the answer as a whole', async () => {
    await using server = await serve(
      [
        () => undefined,
        (response) => {
          response.writeHead(200);
          response.write('{');
        },
        ok,
      ],
      { timeoutMs: 100 },
    );
    await expect(server.dirsync.directories.get('d1')).resolves.toStrictEqual(directory);
    expect(server.requests).toHaveLength(3);
  });

  it('DELETE is one', async () => {
    await using server = await serve([problem(503, 'unavailable'), { status: 204 }]);
    await expect(server.dirsync.directories.delete('d1')).resolves.toBeUndefined();
    expect(server.requests.map(({ method }) => method)).toStrictEqual(['DELETE', 'DELETE']);
  });

  it('fails with the last answer after two retries', async () => {
    await using server = await serve([problem(503, 'unavailable')]);
    await expect(server.dirsync.directories.get('d1')).rejects.toBeInstanceOf(ServerError);
    expect(server.requests).toHaveLength(3);
  });

  it('is repeated as often as maxRetries says, of the client and of the call', async () => {
    await using server = await serve([problem(503, 'unavailable')], { maxRetries: 4 });
    await expect(server.dirsync.directories.get('d1')).rejects.toThrow('503');
    expect(server.requests).toHaveLength(5);
    await expect(server.dirsync.directories.get('d1', { maxRetries: 0 })).rejects.toThrow('503');
    expect(server.requests).toHaveLength(6);
  });
});

describe('a POST', () => {
  const keysOf = (server: Served) => server.requests.map(({ headers }) => headers['idempotency-key']);

  it('is repeated with the key and the body of its first attempt', async () => {
    await using server = await serve(
      [
        breakOff,
        () => undefined,
        problem(503, 'unavailable'),
        problem(429, 'rate_limited'),
        { status: 201, body: directory },
      ],
      { timeoutMs: 100, maxRetries: 4 },
    );
    await expect(server.dirsync.directories.create(input)).resolves.toStrictEqual(directory);
    expect(server.requests.map(({ body }) => body)).toStrictEqual([input, input, input, input, input]);
    const [key] = keysOf(server);
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    expect(keysOf(server)).toStrictEqual(Array(5).fill(key));
  });

  it('is repeated while the server works on an attempt that was given up', async () => {
    const inUse = problem(409, 'idempotency_key_in_use');
    await using server = await serve([() => undefined, inUse, { status: 201, body: directory }], {
      timeoutMs: 100,
    });
    await expect(server.dirsync.directories.create(input)).resolves.toStrictEqual(directory);
    expect(server.requests).toHaveLength(3);
  });

  it.each(['idempotency_key_reused', 'conflict'] as const)('is not repeated after %s', async (code) => {
    await using server = await serve([problem(409, code)]);
    await expect(server.dirsync.directories.create(input)).rejects.toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
  });

  it('has another key for each call, and no other method has one', async () => {
    await using server = await serve([ok]);
    await server.dirsync.directories.create(input);
    await server.dirsync.directories.create(input);
    await server.dirsync.directories.update('d1', input);
    await server.dirsync.directories.get('d1');
    const keys = keysOf(server);
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys.slice(2)).toStrictEqual([undefined, undefined]);
  });

  it('has the key that the caller or middleware gives', async () => {
    await using server = await serve([ok]);
    await server.dirsync.directories.create(input, { idempotencyKey: 'sign-up-42' });
    server.dirsync.http.use({
      onRequest: ({ request }) => request.headers.set('Idempotency-Key', 'of middleware'),
    });
    await server.dirsync.http.POST('/v1/directories', { body: input });
    expect(keysOf(server)).toStrictEqual(['sign-up-42', 'of middleware']);
  });
});

describe('an operation whose effect could be there twice', () => {
  it.each([408, 500, 502, 503, 504])('is not repeated after a %d', async (status) => {
    await using server = await serve([problem(status, 'unavailable'), ok]);
    await expect(server.dirsync.directories.update('d1', input)).rejects.toMatchObject({ status });
    expect(server.requests).toHaveLength(1);
  });

  it('is repeated after a 429, with the same body', async () => {
    await using server = await serve([problem(429, 'rate_limited'), ok]);
    await expect(server.dirsync.directories.update('d1', input)).resolves.toStrictEqual(directory);
    expect(server.requests.map(({ body }) => body)).toStrictEqual([input, input]);
  });

  it('is not repeated after a broken connection or a timeout', async () => {
    await using server = await serve([breakOff, () => undefined], { timeoutMs: 100 });
    await expect(server.dirsync.directories.update('d1', input)).rejects.toBeInstanceOf(ConnectionError);
    await expect(server.dirsync.directories.update('d1', input)).rejects.toBeInstanceOf(TimeoutError);
    expect(server.requests).toHaveLength(2);
  });

  it('is repeated when no connection came about', async () => {
    const gone = await serve([]);
    await gone[Symbol.asyncDispose]();
    const delaysMs: number[] = [];
    const dirsync = createDirsync({
      apiKey: 'dsk_test',
      baseUrl: gone.url,
      sleep: async (ms) => void delaysMs.push(ms),
    });
    await expect(dirsync.directories.update('d1', input)).rejects.toMatchObject({
      name: 'ConnectionError',
      code: 'connection_failed',
      message: 'PATCH /v1/directories/d1 had no answer: ECONNREFUSED.',
      cause: expect.any(TypeError),
    });
    expect(delaysMs).toHaveLength(2);
  });
});

describe('the wait before a retry', () => {
  it('grows, with full jitter and a bound', async () => {
    const randoms = [1, 0.5, 0, 1, 1, 1];
    await using server = await serve([problem(503, 'unavailable')], {
      maxRetries: 6,
      random: () => randoms.shift() ?? 1,
    });
    await expect(server.dirsync.directories.get('d1')).rejects.toThrow('503');
    expect(server.delaysMs).toStrictEqual([500, 500, 0, 4000, 8000, 8000]);
  });

  it('is what the server asks for, without jitter', async () => {
    const now = () => Date.UTC(2026, 10, 23, 12, 0, 0);
    await using server = await serve(
      [
        problem(503, 'unavailable', { 'retry-after': '7' }),
        problem(503, 'unavailable', { 'retry-after': 'Mon, 23 Nov 2026 12:00:09 GMT' }),
        ok,
      ],
      { random: () => 0.3, now },
    );
    await server.dirsync.directories.get('d1');
    expect(server.delaysMs).toStrictEqual([7000, 9000]);
  });

  it('is its own when the server asks for none, or for nonsense', async () => {
    await using server = await serve([
      problem(503, 'unavailable', { 'retry-after': '0' }),
      problem(503, 'unavailable', { 'retry-after': '-3' }),
      ok,
    ]);
    await server.dirsync.directories.get('d1');
    expect(server.delaysMs).toStrictEqual([500, 1000]);
  });

  it('is not waited when the server asks for more than the bound: the error says how long', async () => {
    await using server = await serve([problem(429, 'rate_limited', { 'retry-after': '61' }), ok]);
    const error: unknown = await server.dirsync.directories.get('d1').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfterSeconds: 61 });
    expect(server.requests).toHaveLength(1);
    expect(server.delaysMs).toStrictEqual([]);
  });
});

describe('abort', () => {
  const reason = new Error('the user left');

  it('ends a call before it is sent', async () => {
    await using server = await serve([ok]);
    const signal = AbortSignal.abort(reason);
    await expect(server.dirsync.directories.get('d1', { signal })).rejects.toBe(reason);
    expect(server.requests).toHaveLength(0);
  });

  it('ends a call that waits for its answer, and does not repeat it', async () => {
    const controller = new AbortController();
    await using server = await serve(() => {
      controller.abort(reason);
      return () => undefined;
    });
    const { signal } = controller;
    await expect(server.dirsync.directories.get('d1', { signal })).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  it('ends the wait before a retry', async () => {
    const controller = new AbortController();
    await using server = await serve(
      () => {
        setImmediate(() => controller.abort(reason));
        return problem(503, 'unavailable', { 'retry-after': '60' });
      },
      { sleep },
    );
    const { signal } = controller;
    await expect(server.dirsync.directories.get('d1', { signal })).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
  });
});

it('gives a long poll its time on top of the timeout, also below `http`', async () => {
  const lateAnswer: Reply = (response) => {
    setTimeout(() => response.end('{"data":[],"nextCursor":"c"}'), 300);
  };
  await using server = await serve([lateAnswer], { timeoutMs: 100, maxRetries: 0 });
  await expect(server.dirsync.events.list()).rejects.toBeInstanceOf(TimeoutError);
  await expect(server.dirsync.events.list({ waitSeconds: 20 })).resolves.toMatchObject({ nextCursor: 'c' });
  const call = server.dirsync.http.GET('/v1/events', { params: { query: { waitSeconds: 20 } } });
  await expect(call).resolves.toMatchObject({ data: { nextCursor: 'c' } });
});

it('tells of each answer, also of one that becomes an error', async () => {
  const headers = { 'x-request-id': 'req_1' };
  await using server = await serve([
    problem(503, 'unavailable'),
    { headers, body: directory },
    problem(404, 'not_found', headers),
    { headers, body: { data: [], nextCursor: 'b' } },
    { headers: { 'x-request-id': 'req_2' }, body: { data: [], nextCursor: null } },
  ]);
  const told: unknown[] = [];
  const onResponse = ({ status, requestId }: ResponseInfo) => told.push([status, requestId]);
  await server.dirsync.directories.get('d1', { onResponse });
  await expect(server.dirsync.directories.get('d1', { onResponse })).rejects.toThrow('not_found');
  for await (const user of server.dirsync.users.list({ directoryId: 'd1' }, { onResponse })) void user;
  expect(told).toStrictEqual([
    [200, 'req_1'],
    [404, 'req_1'],
    [200, 'req_1'],
    [200, 'req_2'],
  ]);
});

it('shows middleware one request and one answer, however often it is sent', async () => {
  await using server = await serve([problem(503, 'unavailable'), problem(503, 'unavailable'), ok]);
  const seen: string[] = [];
  server.dirsync.http.use({
    onRequest: ({ request }) => {
      seen.push(`request ${request.method}`);
      request.headers.set('x-trace', 't1');
    },
    onResponse: ({ response }) => void seen.push(`answer ${response.status}`),
  });
  await server.dirsync.directories.get('d1');
  expect(seen).toStrictEqual(['request GET', 'answer 200']);
  expect(server.requests.map(({ headers }) => headers['x-trace'])).toStrictEqual(['t1', 't1', 't1']);
});
