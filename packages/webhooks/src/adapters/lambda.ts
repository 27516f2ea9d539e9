/**
 * A receiver in AWS Lambda.
 *
 * @packageDocumentation
 */
import { type Answer, toAnswer } from '../answer.ts';
import { decodeBase64 } from '../base64.ts';
import type { RawBody } from '../body.ts';
import { WebhookVerificationError } from '../errors.ts';
import type { WebhookHeadersInput } from '../headers.ts';
import { isRaw, type Receives } from './raw-body.ts';

/**
 * What the adapter needs of an event of API Gateway (REST and HTTP API), a Function URL or a load balancer.
 *
 * @example
 * ```ts
 * // As API Gateway gives the body of a binary media type.
 * const encoded = Buffer.from(body).toString('base64');
 * const recorded: LambdaEventLike = { headers, body: encoded, isBase64Encoded: true };
 * const { statusCode } = await toLambdaHandler(receiver)(recorded);
 * ```
 */
export interface LambdaEventLike {
  /** The headers; API Gateway's HTTP API and Function URLs give the names in lower case. */
  readonly headers?: { readonly [name: string]: string | undefined } | null | undefined;
  /** All values of each header, as REST APIs and load balancers give them: preferred. */
  readonly multiValueHeaders?: { readonly [name: string]: string[] | undefined } | null | undefined;
  /** The body, as text or as base64. */
  readonly body?: string | null | undefined;
  /** Whether the body is base64. */
  readonly isBase64Encoded?: boolean;
}

/**
 * The answer, for all of them.
 *
 * @example
 * ```ts
 * const receive = toLambdaHandler(receiver);
 *
 * export async function handler(event: LambdaEventLike): Promise<LambdaResult> {
 *   const result = await receive(event);
 *   return { ...result, headers: { ...result.headers, 'x-version': '42' } };
 * }
 * ```
 */
export interface LambdaResult {
  /** The status. */
  statusCode: number;
  /** The headers. */
  headers: Record<string, string>;
  /** The headers once more for a load balancer that takes several values of each. */
  multiValueHeaders?: Record<string, string[]>;
  /** JSON, or nothing. */
  body: string;
  /** The body is text. */
  isBase64Encoded: false;
}

/**
 * Makes a Lambda handler of a receiver, for API Gateway (REST API and HTTP API, payload versions 1.0 and 2.0),
 * Function URLs and load balancers.
 *
 * @example
 * ```ts
 * export const handler = toLambdaHandler(receiver);
 * ```
 */
export function toLambdaHandler(receiver: Receives): (event: LambdaEventLike) => Promise<LambdaResult> {
  return async (event) => {
    const headers = headersOf(event);
    const result = await receiver.receive({ headers, body: async () => rawBodyOf(event) });
    return toResult(toAnswer(result), !event.headers && !!event.multiValueHeaders);
  };
}

function headersOf({ headers, multiValueHeaders }: LambdaEventLike): WebhookHeadersInput {
  return multiValueHeaders ?? headers ?? {};
}

function rawBodyOf({ body, isBase64Encoded }: LambdaEventLike): RawBody {
  if (body === undefined || body === null) return '';
  if (isRaw(body)) return isBase64Encoded && typeof body === 'string' ? decodeBase64(body) : body;
  throw new WebhookVerificationError(
    'body_not_raw',
    'Something parsed event.body. Leave out @middy/http-json-body-parser, and whatever else parses it, for this function.',
  );
}

function toResult({ status, headers, body = '' }: Answer, wantsManyValues: boolean): LambdaResult {
  const result: LambdaResult = {
    statusCode: status,
    headers: { ...headers },
    body,
    isBase64Encoded: false,
  };
  if (!wantsManyValues) return result;
  const entries = Object.entries(headers).map(([name, value]) => [name, [value]]);
  return { ...result, multiValueHeaders: Object.fromEntries(entries) as Record<string, string[]> };
}
