/**
 * Says why a webhook does not verify, in development.
 *
 * @packageDocumentation
 */
import { toBytes } from '../body.ts';
import { WebhookVerificationError, type WebhookErrorCode } from '../errors.ts';
import type { Receiver } from '../receiver.ts';
import { safeVerify, type VerifyOptions, type WebhookInput } from '../verify.ts';
import { jsonForms } from './json-forms.ts';
import { isSigned, type Message } from './message.ts';
import { explainHeaders } from './explain-headers.ts';
import { explainSecrets } from './explain-secrets.ts';
import { explainSignature } from './explain-signature.ts';
import type { Finding } from './finding.ts';

export type { Finding, FindingReason } from './finding.ts';

/**
 * What {@link diagnose} found.
 *
 * @example
 * ```ts
 * function summaryOf({ ok, code, findings }: Diagnosis): string {
 *   return ok ? 'verified' : [code, ...findings.map(({ message }) => message)].join('\n');
 * }
 * console.log(summaryOf(await diagnose(request, { secrets })));
 * ```
 */
export interface Diagnosis {
  /** Whether the webhook verifies. */
  readonly ok: boolean;
  /** What {@link safeVerify} said. */
  readonly code: WebhookErrorCode | undefined;
  /** Why, the most certain first; never with a secret in it. */
  readonly findings: readonly Finding[];
}

/**
 * Says why a webhook does not verify: it tries what usually goes wrong (another secret, a body that was parsed and
 * written anew, a byte order mark, a clock, …) and tells which of it makes the signature fit.
 *
 * For development only: it works much for each request, and what it tells is not for a sender. Take its result for
 * a message to read, never for a verification.
 *
 * @example
 * ```ts
 * const { findings } = await diagnose({ headers: request.headers, body }, { secrets: [process.env.WEBHOOK_SECRET] });
 * for (const { message } of findings) console.warn(message);
 * ```
 */
export async function diagnose(input: WebhookInput, options: VerifyOptions): Promise<Diagnosis> {
  const findings = explainSecrets(options.secrets);
  if (findings.length > 0) return { ok: false, code: 'invalid_secret', findings };
  const read = await readMessage(input, options);
  if ('findings' in read) return { ok: false, ...read };
  const result = await safeVerify(read, options);
  if (result.ok) return { ok: true, code: undefined, findings: [] };
  return { ok: false, code: result.error.code, findings: await explain(read, options, result.error) };
}

async function explain(
  message: Message,
  { secrets }: VerifyOptions,
  error: WebhookVerificationError,
): Promise<readonly Finding[]> {
  switch (error.code) {
    case 'no_matching_signature':
      return explainSignature(message, secrets);
    case 'missing_header':
    case 'duplicate_header':
    case 'invalid_timestamp':
      return explainHeaders(message, error);
    case 'timestamp_too_old':
    case 'timestamp_too_new': {
      const { skewSeconds = 0 } = error.details;
      return [
        {
          reason: 'clock_skew',
          message: `The signature is right, but by this clock the webhook was sent ${Math.abs(skewSeconds)} s ${skewSeconds > 0 ? 'ago' : 'in the future'}. Set the clock (NTP); for messages that waited in a queue or are recorded, set toleranceSeconds to false.`,
        },
      ];
    }
    default:
      return [{ reason: 'other', message: error.message }];
  }
}

type Unread = Pick<Diagnosis, 'code' | 'findings'>;

/** Takes the bytes of the body; of a parsed one it tells whether it would have been the right one. */
async function readMessage(input: WebhookInput, { secrets }: VerifyOptions): Promise<Message | Unread> {
  const { headers } = input;
  let body: unknown;
  try {
    if ('arrayBuffer' in input) return { headers, body: new Uint8Array(await input.clone().arrayBuffer()) };
    body = typeof input.body === 'function' ? await input.body(Infinity) : input.body;
    return { headers, body: toBytes(body) };
  } catch (error) {
    if ('arrayBuffer' in input || !(error instanceof WebhookVerificationError)) {
      const message = 'The body of the request was read before: verify first, or give a clone() away.';
      return { code: 'body_already_read', findings: [{ reason: 'body_read', message }] };
    }
    return { code: error.code, findings: [await explainParsed({ headers, parsed: body }, secrets)] };
  }
}

async function explainParsed(
  { headers, parsed }: { readonly headers: Message['headers']; readonly parsed: unknown },
  secrets: VerifyOptions['secrets'],
): Promise<Finding> {
  const message = 'The body is no longer raw: something parsed it. Hand over the bytes that came.';
  for (const form of jsonForms(parsed ?? null)) {
    if (await isSigned({ headers, body: new TextEncoder().encode(form) }, secrets)) {
      return { reason: 'body_parsed', message: `${message} Secret and headers are right.` };
    }
  }
  return { reason: 'body_parsed', message };
}

/**
 * Whom to tell.
 *
 * @example
 * ```ts
 * const lines: string[] = [];
 * const options: DiagnosisOptions = { secrets, report: (line) => lines.push(line) };
 * app.post('/webhooks', toNodeHandler(withDiagnosis(receiver, options)));
 * ```
 */
export interface DiagnosisOptions extends VerifyOptions {
  /** Takes each line; `console.warn` by default. */
  readonly report?: (line: string) => void;
}

/**
 * Makes a receiver say why it refuses a webhook, in development: it answers as before, and each finding goes to
 * `report`. Where `NODE_ENV` is `production` it is the receiver itself.
 *
 * @example
 * ```ts
 * const secrets = [process.env.WEBHOOK_SECRET];
 * app.post('/webhooks', toNodeHandler(withDiagnosis(createReceiver({ secrets }), { secrets })));
 * ```
 */
export function withDiagnosis(
  receiver: Pick<Receiver, 'receive'>,
  { report = (line) => console.warn(line), ...options }: DiagnosisOptions,
): Pick<Receiver, 'receive'> {
  // Asked for by name, since not every runtime has it.
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  if (process?.env?.['NODE_ENV'] === 'production') return receiver;
  return {
    async receive(input) {
      const kept = await keep(input);
      const result = await receiver.receive(kept);
      if (result.status >= 400 && result.code !== 'handler_failed') {
        const { ok, findings } = await diagnose(kept, options);
        if (!ok) for (const { reason, message } of findings) report(`webhook refused, ${reason}: ${message}`);
      }
      return result;
    },
  };
}

/** The input in a form whose body can be had twice. */
async function keep(input: WebhookInput): Promise<WebhookInput> {
  if ('arrayBuffer' in input) {
    if (input.bodyUsed) return input;
    return { headers: input.headers, body: new Uint8Array(await input.arrayBuffer()) };
  }
  if (typeof input.body !== 'function') return input;
  const { headers, body: read } = input;
  let body: ReturnType<typeof read> | undefined;
  return { headers, body: (maxBytes) => (body ??= read(maxBytes)) };
}
