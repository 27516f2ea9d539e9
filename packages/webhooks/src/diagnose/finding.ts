/**
 * What can be wrong with a webhook that does not verify. The list is closed.
 *
 * @example
 * ```ts
 * const ofTheSecret: readonly FindingReason[] = ['secret_missing', 'secret_not_one', 'secret_wrong'];
 * const { findings } = await diagnose(request, { secrets });
 * if (findings.some(({ reason }) => ofTheSecret.includes(reason))) console.warn('Look at WEBHOOK_SECRET.');
 * ```
 */
export type FindingReason =
  | 'secret_missing'
  | 'secret_not_one'
  | 'secret_encoding'
  | 'secret_wrong'
  | 'algorithm_mismatch'
  | 'svix_headers'
  | 'header_missing'
  | 'header_wrong'
  | 'signature_malformed'
  | 'id_wrong'
  | 'timestamp_wrong'
  | 'clock_skew'
  | 'body_parsed'
  | 'body_read'
  | 'body_empty'
  | 'body_reserialised'
  | 'body_encoding'
  | 'body_base64'
  | 'byte_order_mark'
  | 'whitespace'
  | 'other';

/**
 * One thing that is wrong.
 *
 * @example
 * ```ts
 * const isAboutBody = ({ reason }: Finding): boolean => reason.startsWith('body_');
 * const { findings } = await diagnose({ headers, body }, { secrets });
 * if (findings.some(isAboutBody)) console.warn('Something in front of the receiver changes bodies.');
 * ```
 */
export interface Finding {
  /** What it is. */
  readonly reason: FindingReason;
  /** What it is and what to do, for a person. Holds no secret and no body. */
  readonly message: string;
}
