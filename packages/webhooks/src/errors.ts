/**
 * Why a webhook was refused. The list is closed: a `switch` over it can be exhaustive.
 *
 * @example
 * ```ts
 * const ofOurSetup: readonly WebhookErrorCode[] = ['body_not_raw', 'body_already_read', 'invalid_secret'];
 * if (error instanceof WebhookVerificationError && ofOurSetup.includes(error.code)) console.error(error.message);
 * ```
 */
export type WebhookErrorCode =
  | 'missing_header'
  | 'duplicate_header'
  | 'invalid_timestamp'
  | 'no_matching_signature'
  | 'timestamp_too_old'
  | 'timestamp_too_new'
  | 'invalid_payload'
  | 'body_too_large'
  | 'body_incomplete'
  | 'body_not_raw'
  | 'body_already_read'
  | 'invalid_input'
  | 'invalid_secret'
  | 'unsupported_algorithm'
  | 'keys_unavailable';

// A fault of our own side is a 5xx, so that the sender tries again once it is mended. Malformed is 400, the default.
const statuses: { readonly [code in WebhookErrorCode]?: number } = {
  no_matching_signature: 401,
  body_too_large: 413,
  body_not_raw: 500,
  body_already_read: 500,
  invalid_input: 500,
  invalid_secret: 500,
  unsupported_algorithm: 500,
  keys_unavailable: 503,
};

/**
 * What an error is made with beside code and text.
 *
 * @example
 * ```ts
 * // In a test of what your own code does then.
 * const late: WebhookErrorOptions = { details: { skewSeconds: 900 } };
 * throw new WebhookVerificationError('timestamp_too_old', 'by 900 s', late);
 * ```
 */
export interface WebhookErrorOptions extends ErrorOptions {
  /** What is known beyond the code. */
  readonly details?: WebhookErrorDetails;
}

/**
 * What is known of a refusal beyond its `code`.
 *
 * @example
 * ```ts
 * function explain({ skewSeconds }: WebhookErrorDetails): string {
 *   return skewSeconds === undefined ? '' : `The clocks are ${Math.abs(skewSeconds)} s apart.`;
 * }
 * if (error instanceof WebhookVerificationError) console.warn(error.code, explain(error.details));
 * ```
 */
export interface WebhookErrorDetails {
  /** Seconds by which the local clock is ahead of the message's timestamp; negative when it is behind. */
  readonly skewSeconds?: number;
}

/**
 * The only error that verification throws.
 *
 * The signature is checked before the timestamp, so `timestamp_too_old` and `timestamp_too_new` prove that the
 * message is authentic, and that it is late or one of the two clocks wrong by `details.skewSeconds`.
 *
 * @example
 * ```ts
 * if (error instanceof WebhookVerificationError && error.code === 'no_matching_signature') {
 *   return new Response(null, { status: error.status });
 * }
 * ```
 */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  /** Why the webhook was refused. */
  declare readonly code: WebhookErrorCode;
  /** The HTTP status to answer: 400 malformed or out of time, 401 not authentic, 413 too large, 500 wrong setup on this side, 503 no keys now. */
  declare readonly status: number;
  /** What is known beyond the code. */
  declare readonly details: WebhookErrorDetails;

  /** Makes an error with the status that belongs to `code`; its message is the code and, where there is more, a text. */
  constructor(code: WebhookErrorCode, text?: string, options?: WebhookErrorOptions) {
    super(text ? `${code}: ${text}` : code, options);
    this.code = code;
    this.status = statuses[code] ?? 400;
    this.details = options?.details ?? {};
  }
}

/** Leaves an error of the verifier as it is, and makes one of any other. */
export function toVerificationError(
  cause: unknown,
  code: WebhookErrorCode,
  text?: string,
): WebhookVerificationError {
  return cause instanceof WebhookVerificationError
    ? cause
    : new WebhookVerificationError(code, text, { cause });
}
