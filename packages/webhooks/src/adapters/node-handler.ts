import { toAnswer } from '../answer.ts';
import type { RawBody } from '../body.ts';
import { concat } from '../bytes.ts';
import { WebhookVerificationError } from '../errors.ts';
import type { ReceiveResult } from '../receiver.ts';
import { isRaw, type Receives } from './raw-body.ts';

/**
 * What the adapter needs of Node's `IncomingMessage`, and of what Express and others add to it.
 *
 * @example
 * ```ts
 * const handler = toNodeHandler(receiver);
 *
 * function logged(request: NodeRequest, response: NodeResponse): void {
 *   console.log('webhook', request.headers['webhook-id']);
 *   handler(request, response);
 * }
 * createServer(logged).listen(3000);
 * ```
 */
export interface NodeRequest {
  /** The headers, as Node gives them. */
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  /** Whether something has read from the stream. */
  readonly readableDidRead: boolean;
  /** Whether the connection is gone. */
  readonly destroyed: boolean;
  /** What a body parser left: used when it is bytes or text. */
  readonly body?: unknown;
  /** The bytes that some hosts and parsers keep beside the parsed body: preferred. */
  readonly rawBody?: unknown;
  /** Listens to the stream. */
  on(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown;
  on(event: 'end' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  /** Stops the stream. */
  pause(): unknown;
}

/**
 * What the adapter needs of Node's `ServerResponse`.
 *
 * @example
 * ```ts
 * function refuse(response: NodeResponse): void {
 *   response.statusCode = 405;
 *   response.setHeader('allow', 'POST');
 *   response.end();
 * }
 * ```
 */
export interface NodeResponse {
  /** The status to send. */
  statusCode: number;
  /** Sets a header. */
  setHeader(name: string, value: string): unknown;
  /** Sends the answer. */
  end(body?: string): unknown;
}

/** Makes a handler for Node's request and response; `parsedFix` says what to do where a body parser ran first. */
export function createNodeHandler(
  receiver: Receives,
  parsedFix: string,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    const body = (maxBytes: number) => readBody(request, maxBytes, parsedFix);
    // `receive` never rejects.
    answer(response, await receiver.receive({ headers: request.headers, body }));
  };
}

function answer(response: NodeResponse, result: ReceiveResult): void {
  const { status, headers, body } = toAnswer(result);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  // What is left of a refused body is not read: the connection cannot be used again.
  if (status === 413) response.setHeader('connection', 'close');
  response.end(body);
}

async function readBody(request: NodeRequest, maxBytes: number, parsedFix: string): Promise<RawBody> {
  for (const kept of [request.rawBody, request.body]) if (isRaw(kept)) return kept;
  // Not the presence of `body` decides: Express 4 leaves `{}` there without having read anything. And a stream that
  // has ended never emits again, so that listening to it would hang.
  if (!request.readableDidRead && !request.destroyed) return readStream(request, maxBytes);
  throw request.body === undefined
    ? new WebhookVerificationError(
        'body_already_read',
        'Something read the request before: put this handler first.',
      )
    : new WebhookVerificationError('body_not_raw', parsedFix);
}

function readStream(request: NodeRequest, maxBytes: number): Promise<RawBody> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const incomplete = (cause?: Error) =>
      reject(
        new WebhookVerificationError('body_incomplete', 'The request ended before its body did.', { cause }),
      );
    request.on('data', (chunk) => {
      // Text, where something called setEncoding().
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
      size += bytes.length;
      chunks.push(bytes);
      if (size <= maxBytes) return;
      // The verifier refuses what is longer; the rest is not taken in.
      request.pause();
      resolve(concat(chunks));
    });
    request.on('end', () => resolve(concat(chunks)));
    request.on('error', incomplete);
    request.on('close', incomplete);
  });
}
