import { createVerifier } from '#crypto';
import { type RawBody, readRequest, toBytes } from './body.ts';
import type { Bytes } from './crypto.ts';
import { toVerificationError, WebhookVerificationError } from './errors.ts';
import { parseEvent, type UnknownWebhookEvent } from './event.ts';
import type { WebhookEvent } from './generated/events.ts';
import { readHeader, type WebhookHeadersInput } from './headers.ts';
import { toPublicKey } from './public-key.ts';
import { keyReader, type WebhookKeySet, type WebhookSecret } from './secret.ts';

/**
 * What came in: a web `Request`, or its headers and its body.
 *
 * The body must be the bytes that were sent, or their text; a parsed one is the error `body_not_raw`. A function
 * is called once the headers are known to be complete, with the most bytes that it may return.
 *
 * @example
 * ```ts
 * const input: WebhookInput = {
 *   headers: request.headers,
 *   body: async (maxBytes) => (await request.bytes()).subarray(0, maxBytes),
 * };
 * const event = await verify(input, { secrets });
 * ```
 */
export type WebhookInput =
  | Request
  | {
      readonly headers: WebhookHeadersInput;
      readonly body: RawBody | ((maxBytes: number) => Promise<RawBody>);
    };

/**
 * How to verify.
 *
 * @example
 * ```ts
 * // For messages that waited in a queue, whatever their age.
 * const fromQueue: VerifyOptions = { secrets, toleranceSeconds: false };
 * const event = await verify({ headers, body }, fromQueue);
 * ```
 */
export interface VerifyOptions {
  /**
   * The keys of the endpoint, at most 10: during a rotation the new one and the old one. `undefined` and `''` are
   * left out, so that the variable of a rotation that is over can stay unset; one must remain.
   */
  readonly secrets: readonly (WebhookSecret | WebhookKeySet | undefined)[];
  /** How old or how far in the future a message may be: 300 by default, `false` for any age (messages from a queue). */
  readonly toleranceSeconds?: number | false;
  /** The clock, in milliseconds; `Date.now` by default. */
  readonly now?: () => number;
}

/**
 * The outcome of {@link safeVerify}.
 *
 * @example
 * ```ts
 * function answerTo(result: VerifyResult): Response {
 *   return new Response(null, { status: result.ok ? 204 : result.error.status });
 * }
 * answerTo(await safeVerify(request, { secrets }));
 * ```
 */
export type VerifyResult =
  | { readonly ok: true; readonly event: WebhookEvent | UnknownWebhookEvent }
  | { readonly ok: false; readonly error: WebhookVerificationError };

/**
 * Verifies one webhook and returns its event.
 *
 * An event of a type that this version does not know is returned as well: comparing `event.type` with a known type
 * tells it apart.
 *
 * @throws {@link WebhookVerificationError}
 *
 * @example
 * ```ts
 * const event = await verify(request, { secrets: [process.env.WEBHOOK_SECRET] });
 * if (event.type === 'user.deactivated') await suspend(event.data.user.id);
 * ```
 */
export async function verify(
  input: WebhookInput,
  options: VerifyOptions,
): Promise<WebhookEvent | UnknownWebhookEvent> {
  return parseEvent(await createMessageVerifier(options)(input));
}

/**
 * Does what {@link verify} does and returns the error instead of throwing it.
 *
 * @example
 * ```ts
 * const result = await safeVerify(request, { secrets });
 * if (!result.ok) return new Response(null, { status: result.error.status });
 * ```
 */
export async function safeVerify(input: WebhookInput, options: VerifyOptions): Promise<VerifyResult> {
  try {
    return { ok: true, event: await verify(input, options) };
  } catch (error) {
    if (error instanceof WebhookVerificationError) return { ok: false, error };
    throw error;
  }
}

/**
 * Verifies signature and timestamp alone and returns the bytes of the body, whatever they hold.
 *
 * @throws {@link WebhookVerificationError}
 *
 * @example
 * ```ts
 * await queue.push(await verifyBytes(request, { secrets }));
 * ```
 */
export async function verifyBytes(input: WebhookInput, options: VerifyOptions): Promise<Uint8Array> {
  // A copy, since on Node the bytes of a text stand in memory that others share.
  return new Uint8Array(await createMessageVerifier(options)(input));
}

// Above the largest event that the server makes; what a sender can have us read without a signature.
const maxBodyBytes = 4_194_304;

// What stands behind them is not looked at: their number is the sender's choice.
const maxSignatures = 32;

// Some runtimes throw on a signature of another length instead of saying false, and some read what is no base64.
const shapes = { v1: /^v1,([\w+/-]{43})=?$/, v1a: /^v1a,([\w+/-]{86})(==)?$/ };

const readKeys = /* @__PURE__ */ keyReader(createVerifier, 'whpk_', toPublicKey);

/** Makes the keys ready once; the function it returns verifies a message and gives its body. */
export function createMessageVerifier({
  secrets,
  toleranceSeconds = 300,
  now = Date.now,
}: VerifyOptions): (input: WebhookInput) => Promise<Bytes> {
  const keys = readKeys(secrets);

  return async (input) => {
    try {
      const id = readHeader(input.headers, 'webhook-id');
      const timestamp = readHeader(input.headers, 'webhook-timestamp');
      const signatures = readHeader(input.headers, 'webhook-signature').split(/,?\s+/, maxSignatures);
      // Strict, since what is signed is this text: parsers that take `1674087231.0` sign another one.
      if (!/^(0|[1-9]\d{0,14})$/.test(timestamp)) throw new WebhookVerificationError('invalid_timestamp');
      // By shape: a framework's Request need not be the global one.
      const body =
        'arrayBuffer' in input
          ? await readRequest(input, maxBodyBytes)
          : toBytes(typeof input.body === 'function' ? await input.body(maxBodyBytes) : input.body);
      if (body.length > maxBodyBytes) throw new WebhookVerificationError('body_too_large');

      let isSigned = false;
      let failure: WebhookVerificationError | undefined;
      for (const { version, use } of keys) {
        try {
          const candidates = signatures.flatMap((signature) => shapes[version].exec(signature)?.[1] ?? []);
          const answer = use(`${id}.${timestamp}.`, body, candidates);
          // What is there at once, as on Node, is not waited for.
          isSigned = answer === true || (await answer);
        } catch (cause) {
          // Another key may still fit.
          failure = toVerificationError(cause, 'unsupported_algorithm', version);
        }
        if (isSigned) break;
      }
      // Made only now: an error takes longer to make than a signature to check.
      if (!isSigned) {
        throw failure ?? new WebhookVerificationError('no_matching_signature', 'wrong secret or body');
      }

      const skewSeconds = Math.floor(now() / 1000) - Number(timestamp);
      // Written so that NaN refuses.
      if (toleranceSeconds !== false && !(Math.abs(skewSeconds) <= toleranceSeconds)) {
        throw new WebhookVerificationError(
          `timestamp_too_${skewSeconds > 0 ? 'old' : 'new'}`,
          `by ${skewSeconds} s`,
          { details: { skewSeconds } },
        );
      }
      return body;
    } catch (error) {
      // What is not of the declared shape breaks somewhere above: plain JavaScript gives anything.
      throw toVerificationError(error, 'invalid_input');
    }
  };
}
