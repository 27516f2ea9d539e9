import { decodeBase64 } from '../base64.ts';
import { concat } from '../bytes.ts';
import type { Bytes } from '../crypto.ts';
import { jsonForms } from './json-forms.ts';

/** A body that may have been sent, and what happened to it if it was. */
export interface FormerBody {
  readonly reason: 'byte_order_mark' | 'whitespace' | 'body_reserialised' | 'body_encoding' | 'body_base64';
  readonly message: string;
  readonly body: Bytes;
}

const encode = (text: string): Bytes => new TextEncoder().encode(text);
const mark = Uint8Array.of(0xef, 0xbb, 0xbf);

/** What the body may have been before something changed it on its way. */
export function* formerBodies(body: Bytes): Generator<FormerBody> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);

  const hasMark = text.startsWith('\uFEFF');
  yield {
    reason: 'byte_order_mark',
    message: hasMark
      ? 'A byte order mark was put before the body.'
      : 'The byte order mark before the body was taken away: some text decoders do. Hand over bytes.',
    body: hasMark ? body.subarray(3) : concat([mark, body]),
  };

  const whitespace = 'Spaces or line breaks of the body were changed: something edited or trimmed it.';
  const unix = text.replaceAll('\r\n', '\n');
  for (const former of [text.trim(), `${text}\n`, `${text}\r\n`, unix, unix.replaceAll('\n', '\r\n')]) {
    yield { reason: 'whitespace', message: whitespace, body: encode(former) };
  }

  for (const former of reserialised(text)) {
    yield {
      reason: 'body_reserialised',
      message: 'The body was parsed and written anew: hand over the bytes that came. The secret is right.',
      body: encode(former),
    };
  }

  const encoding = 'The body was read in another encoding than UTF-8: hand over the bytes that came.';
  const latin1 = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (latin1.every((code) => code < 256)) {
    yield { reason: 'body_encoding', message: encoding, body: Uint8Array.from(latin1) };
  }
  yield {
    reason: 'body_encoding',
    message: encoding,
    body: encode(Array.from(body, (byte) => String.fromCharCode(byte)).join('')),
  };
  yield {
    reason: 'body_base64',
    message: 'The body is base64 and was not decoded: some gateways deliver it so (isBase64Encoded).',
    body: decodeBase64(text),
  };
}

function reserialised(text: string): readonly string[] {
  try {
    return jsonForms(JSON.parse(text));
  } catch {
    return [];
  }
}
