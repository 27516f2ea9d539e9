import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDirsync, DirsyncError, memoryCursorStore } from './index.ts';
import type { Dirsync, Fetch } from './index.ts';

// Whatever answers, and however: the client throws its own errors and no others.

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.constantFrom(
    '',
    'null',
    '[]',
    '{"data":[]}',
    '{"data":[null],"nextCursor":"a"}',
    '{"data":[{}],"nextCursor":"b"}',
    '{"data":{}}',
    '<html>',
  ),
  fc
    .record({
      type: fc.anything(),
      status: fc.anything(),
      detail: fc.anything(),
      code: fc.oneof(
        fc.constantFrom('not_found', 'conflict', 'internal', '__proto__', 'toString'),
        fc.anything(),
      ),
      requestId: fc.anything(),
      errors: fc.anything(),
      data: fc.anything(),
      nextCursor: fc.anything(),
      sequence: fc.anything(),
    })
    .map((body) => {
      try {
        return JSON.stringify(body);
      } catch {
        return 'a bigint, or a circle';
      }
    }),
);

const headerText = fc.oneof(
  fc.constantFrom(
    '0',
    '-1',
    '1e9',
    '99999999999999999999',
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'gzip',
    'application/json',
  ),
  fc.string({
    unit: fc.constantFrom(...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))),
  }),
);
const headers = fc.dictionary(
  fc.constantFrom('retry-after', 'x-request-id', 'content-length', 'content-type', 'location', 'x-other'),
  headerText,
);

const nullBody = new Set([204, 205, 304]);
const answer: fc.Arbitrary<Fetch> = fc
  .record({
    status: fc.oneof(fc.integer({ min: 200, max: 599 }), fc.constantFrom(200, 201, 204, 404, 429)),
    headers,
    body: fc.oneof(text, fc.uint8Array(), fc.constant(null)),
  })
  .map(({ status, ...rest }) => async () => {
    // Copied, as its type may stand on memory that is shared.
    const body = rest.body instanceof Uint8Array ? new Uint8Array(rest.body) : rest.body;
    return new Response(nullBody.has(status) ? null : body, { status, headers: rest.headers });
  });

const failure: fc.Arbitrary<Fetch> = fc.oneof(
  fc.anything().map((reason) => () => Promise.reject(reason)), // eslint-disable-line prefer-promise-reject-errors
  fc.constantFrom<Fetch>(
    async () => Response.error(),
    async () => new Response(new ReadableStream({ start: (controller) => controller.error('broken') })),
    async () =>
      new Response(
        new ReadableStream({
          start: (controller: ReadableStreamDefaultController) => controller.enqueue('no bytes'),
        }),
      ),
    // What plain JavaScript may give.
    async () => undefined as unknown as Response,
    async () => ({ status: 200, ok: true }) as unknown as Response,
  ),
);

async function drain(items: AsyncIterable<unknown>): Promise<void> {
  for await (const item of items) void item;
}

const calls: readonly ((dirsync: Dirsync, signal: AbortSignal) => PromiseLike<unknown>)[] = [
  ({ directories }) => directories.get('d1'),
  ({ directories }) => directories.create({ name: 'Acme' }),
  ({ directories }) => directories.delete('d1'),
  ({ users }) => users.list({ directoryId: 'd1' }),
  ({ users }) => drain(users.list({ directoryId: 'd1' }, { maxPages: 3 })),
  ({ events }) => drain(events.list({}, { maxPages: 3 })),
  ({ events }, signal) =>
    events.consume({
      cursorStore: memoryCursorStore(),
      handler: () => undefined,
      signal,
      onError: (error) => {
        throw error;
      },
    }),
];

it('no answer makes the client throw anything but its own errors', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(answer, failure), { minLength: 1 }), async (answers) => {
      for (const call of calls) {
        let sent = 0;
        const controller = new AbortController();
        const dirsync = createDirsync({
          apiKey: 'k',
          baseUrl: 'https://dirsync.example',
          sleep: async () => undefined,
          fetch: (request) => {
            if (sent === 20) controller.abort();
            return (answers[sent++ % answers.length] ?? (async () => new Response()))(request);
          },
        });
        const error: unknown = await call(dirsync, controller.signal).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error !== undefined) expect(error).toBeInstanceOf(DirsyncError);
      }
    }),
    { numRuns: 300 },
  );
});
