import { decodeBase64 } from '../base64.ts';
import type { VerifyOptions } from '../verify.ts';
import { formerBodies } from './altered-body.ts';
import type { Finding } from './finding.ts';
import { headerOf, isSigned, type Message, withHeaders } from './message.ts';

type Secrets = VerifyOptions['secrets'];

/** Says why no signature fits: what makes one fit is the reason. */
export async function explainSignature(message: Message, secrets: Secrets): Promise<readonly Finding[]> {
  const shape = explainShape(message, secrets);
  if (shape !== undefined) return [shape];
  const found =
    (await findFormerBody(message, secrets)) ??
    (await findHeaders(message, secrets)) ??
    (await findSecretEncoding(message, secrets));
  if (found !== undefined) return [found];
  const { length } = secrets.filter(Boolean);
  return [
    ...explainLoss(message.body),
    {
      reason: 'secret_wrong',
      message: `${length === 1 ? 'The secret is' : `None of the ${length} secrets is`} the one that signed this: is it of this endpoint, and of this environment? After a rotation the old one signs only for the overlap. If it is the right one, the body was changed in a way that could not be guessed.`,
    },
  ];
}

/** What is lost cannot be put back and tried. */
function explainLoss(body: Uint8Array): readonly Finding[] {
  if (body.length === 0)
    return [{ reason: 'body_empty', message: 'The body is empty: something read it before.' }];
  if (!new TextDecoder().decode(body).includes('\uFFFD')) return [];
  const message =
    'The body has characters that could not be decoded: hand over the bytes that came, not a text.';
  return [{ reason: 'body_encoding', message }];
}

/** What can be seen without trying. */
function explainShape({ headers }: Message, secrets: Secrets): Finding | undefined {
  const signatures = (headerOf(headers, 'webhook-signature') ?? '').split(/,?\s+/);
  const versions = new Set(signatures.map((signature) => signature.split(',')[0]));
  const keys = new Set(secrets.filter((secret) => !!secret).map(versionOf));
  if (![...versions].some((version = '') => keys.has(version))) {
    return {
      reason: 'algorithm_mismatch',
      message: `The signatures are ${[...versions].join(' and ')}, the keys ${[...keys].join(' and ')}: whsec_ is for v1, whpk_ and a key set are for v1a.`,
    };
  }
  const isWhole = signatures.some((signature) => {
    const [version = '', base64 = ''] = signature.split(',');
    return keys.has(version) && decodeBase64(base64).length === (version === 'v1' ? 32 : 64);
  });
  if (isWhole) return undefined;
  return {
    reason: 'signature_malformed',
    message: 'No signature in webhook-signature has its full length: it was cut off, or encoded for a URL.',
  };
}

function versionOf(secret: Secrets[number]): string {
  if (typeof secret === 'object') return 'version' in secret ? secret.version : 'v1';
  return secret?.includes('whpk_') ? 'v1a' : 'v1';
}

async function findFormerBody(message: Message, secrets: Secrets): Promise<Finding | undefined> {
  for (const { reason, message: text, body } of formerBodies(message.body)) {
    if (await isSigned({ ...message, body }, secrets)) return { reason, message: text };
  }
  return undefined;
}

async function findHeaders(message: Message, secrets: Secrets): Promise<Finding | undefined> {
  const { id } = parse(message.body);
  if (typeof id === 'string' && (await isSigned(withHeaders(message, { 'webhook-id': id }), secrets))) {
    const text =
      'webhook-id is not the id of the event, with which it was signed: something on the way changed it.';
    return { reason: 'id_wrong', message: text };
  }
  const timestamp = headerOf(message.headers, 'webhook-timestamp') ?? '';
  const seconds = timestamp.slice(0, -3);
  if (seconds !== '' && (await isSigned(withHeaders(message, { 'webhook-timestamp': seconds }), secrets))) {
    const text =
      'webhook-timestamp is in milliseconds, and seconds were signed: something on the way changed it.';
    return { reason: 'timestamp_wrong', message: text };
  }
  return undefined;
}

/** Whether a secret was meant as the other of its characters and the bytes of its base64. */
async function findSecretEncoding(message: Message, secrets: Secrets): Promise<Finding | undefined> {
  for (const [index, secret] of secrets.filter((given) => !!given).entries()) {
    for (const raw of otherReadings(secret)) {
      if (!(await isSigned(message, [{ raw }]))) continue;
      return {
        reason: 'secret_encoding',
        message: `Secret ${index + 1} was meant otherwise: ${
          typeof secret === 'string'
            ? 'its characters are the key. Give it as { raw: new TextEncoder().encode(text) }'
            : 'its base64 stands for the key. Give it as a text that begins with whsec_'
        }.`,
      };
    }
  }
  return undefined;
}

function otherReadings(secret: Secrets[number]): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  if (typeof secret === 'string')
    return [encoder.encode(secret.trim()), encoder.encode(secret.trim().replace(/^.*whsec_/, ''))];
  if (!secret || !('raw' in secret)) return [];
  const text = new TextDecoder().decode(secret.raw).trim();
  return [encoder.encode(text), decodeBase64(text.replace(/^.*whsec_/, ''))].filter(
    ({ length }) => length > 0,
  );
}

function parse(body: Uint8Array): { readonly id?: unknown } {
  try {
    return (JSON.parse(new TextDecoder().decode(body)) ?? {}) as { readonly id?: unknown };
  } catch {
    return {};
  }
}
