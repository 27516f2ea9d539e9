/**
 * A receiver in Fastify.
 *
 * @packageDocumentation
 */
import { toAnswer } from '../answer.ts';
import { WebhookVerificationError } from '../errors.ts';
import { isRaw, type Receives } from './raw-body.ts';

/**
 * What the adapter needs of Fastify's request.
 *
 * @example
 * ```ts
 * // Whether fastify-raw-body has kept the bytes.
 * const hasBytes = ({ rawBody }: FastifyRequestLike): boolean => rawBody instanceof Uint8Array;
 * ```
 */
export interface FastifyRequestLike {
  /** The headers, as Node gives them. */
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  /** What the content type parser made of the body. */
  readonly body?: unknown;
  /** The bytes that the plugin `fastify-raw-body` keeps: preferred. */
  readonly rawBody?: unknown;
}

/**
 * What the adapter needs of Fastify's reply.
 *
 * @example
 * ```ts
 * const handler = toFastifyHandler(receiver);
 *
 * async function receive(request: FastifyRequestLike, reply: FastifyReplyLike): Promise<void> {
 *   if (!isShutDown) return handler(request, reply);
 *   reply.code(410);
 *   await reply.send();
 * }
 * ```
 */
export interface FastifyReplyLike {
  /** Sets the status. */
  code(status: number): unknown;
  /** Sets headers. */
  headers(values: Record<string, string>): unknown;
  /** Sends the answer. */
  send(body?: string): unknown;
}

/**
 * What the plugin needs of a Fastify instance.
 *
 * @example
 * ```ts
 * async function integrations(instance: FastifyInstanceLike): Promise<void> {
 *   await toFastifyPlugin(receiver)(instance, { path: '/dirsync' });
 * }
 * await app.register(integrations, { prefix: '/integrations' });
 * ```
 */
export interface FastifyInstanceLike {
  /** Takes away the parsers of this context. */
  removeAllContentTypeParsers(): void;
  /** Adds a parser to this context. */
  addContentTypeParser(
    contentType: string,
    options: { parseAs: 'buffer'; bodyLimit: number },
    parser: (request: unknown, body: Uint8Array, done: (error: null, body: Uint8Array) => void) => void,
  ): unknown;
  /** Adds a route. */
  post(
    path: string,
    handler: (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<void>,
  ): unknown;
}

/**
 * Where the plugin listens.
 *
 * @example
 * ```ts
 * const options: FastifyWebhookOptions = { path: '/hooks/dirsync' };
 * await app.register(toFastifyPlugin(receiver), options);
 * ```
 */
export interface FastifyWebhookOptions {
  /** The path of the route, below the prefix of the plugin; `/` by default. */
  readonly path?: string;
}

// What the verifier takes: beyond it Fastify answers 413 itself.
const bodyLimit = 4_194_304;

/**
 * Makes a Fastify plugin of a receiver: one route in a context of its own, in which bodies are not parsed. The other
 * routes keep their parsers.
 *
 * @example
 * ```ts
 * await app.register(toFastifyPlugin(receiver), { path: '/webhooks' });
 * ```
 */
export function toFastifyPlugin(
  receiver: Receives,
): (app: FastifyInstanceLike, options: FastifyWebhookOptions) => Promise<void> {
  return async (app, { path = '/' }) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
      done(null, body),
    );
    app.post(path, toFastifyHandler(receiver));
  };
}

/**
 * Makes a Fastify handler of a receiver, for a route whose body is kept as bytes or text; after Fastify's own JSON
 * parser it answers 500 with the code `body_not_raw`, and the error names the fix.
 *
 * @example
 * ```ts
 * app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
 * app.post('/webhooks', toFastifyHandler(receiver));
 * ```
 */
export function toFastifyHandler(
  receiver: Receives,
): (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<void> {
  return async (request, reply) => {
    const result = await receiver.receive({ headers: request.headers, body: async () => rawBodyOf(request) });
    const { status, headers, body } = toAnswer(result);
    reply.code(status);
    reply.headers(headers);
    await reply.send(body);
  };
}

function rawBodyOf({ rawBody, body }: FastifyRequestLike) {
  for (const kept of [rawBody, body]) if (isRaw(kept)) return kept;
  // A request without a body has none to parse.
  if (body === undefined || body === null) return '';
  throw new WebhookVerificationError(
    'body_not_raw',
    "Fastify parsed the body. Use app.register(toFastifyPlugin(receiver), { path }), or keep the bytes in this context: app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => done(null, body)).",
  );
}
