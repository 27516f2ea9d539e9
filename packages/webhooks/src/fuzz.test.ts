import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';
import {
  createReceiver,
  safeVerify,
  sign,
  verify,
  type WebhookInput,
  WebhookVerificationError,
} from './index.ts';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const options = { secrets: [secret], toleranceSeconds: false as const };

/** Text near the grammar: pieces of it in any order, and anything. */
const nearly = (...pieces: string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 })), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));

it('refuses whatever it did not sign, with its own error', async () => {
  const valid = await sign({ id: 'evt_1', timestamp: 1, body: '{}' }, options);
  const signature = nearly('v1,', 'v1a,', ' ', ', ', '=', 'AAAA', valid['webhook-signature']);
  await fc.assert(
    fc.asyncProperty(
      nearly('evt_1', '.'),
      nearly('1', '0', '-', '.'),
      signature,
      fc.string(),
      async (id, timestamp, text, body) => {
        fc.pre(!(id === 'evt_1' && timestamp === '1' && body === '{}'));
        const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': text };
        expect(await safeVerify({ headers, body }, options)).toMatchObject({ ok: false });
      },
    ),
    { numRuns: 1000 },
  );
});

it('takes any value for an input, headers, or a body, and throws nothing but its own error', async () => {
  const fails = () => {
    throw new Error('a getter that fails');
  };
  const odd = fc.constantFrom<unknown>(
    new Request('http://localhost/', { method: 'POST', body: '{}' }),
    { get: () => 7 },
    { get: fails },
    Object.defineProperty({}, 'webhook-id', { enumerable: true, get: fails }),
    Object.create(null),
    () => Promise.reject(new Error('the stream broke')),
    () => fails,
    Symbol.iterator,
    // fast-check itself asks for symbols.
    new Proxy(
      {},
      { ownKeys: fails, get: (_target, name) => (typeof name === 'symbol' ? undefined : fails()) },
    ),
  );
  const anything = fc.oneof(
    fc.anything({ withTypedArray: true, withBigInt: true, withNullPrototype: true }),
    odd,
  );
  const valid = await sign({ id: 'evt_1', timestamp: 1, body: '{}' }, options);
  const headers = fc.oneof(
    anything,
    fc.constant(valid),
    fc.record({ 'webhook-id': anything, 'webhook-timestamp': anything, 'webhook-signature': anything }),
  );
  const input = fc.oneof(anything, fc.record({ headers, body: anything }));
  await fc.assert(
    fc.asyncProperty(input, async (given) => {
      // Not of the type: this is what plain JavaScript brings.
      const error = await verify(given as WebhookInput, options).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(WebhookVerificationError);
    }),
    { numRuns: 2000 },
  );
});

it('verifies whatever it signed', async () => {
  const visible = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
    (character) => character !== '.',
  );
  const id = fc.string({ unit: fc.constantFrom(...visible), minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(id, fc.nat(), fc.jsonValue(), async (eventId, timestamp, data) => {
      const body = JSON.stringify({ id: eventId, type: 'user.created', data });
      const headers = await sign({ id: eventId, timestamp, body }, options);
      expect(await safeVerify({ headers, body }, options)).toMatchObject({ ok: true });
    }),
  );
});

it('takes or refuses any text as a secret, with its own error', () => {
  const text = nearly(
    'whsec_',
    'whpk_',
    'whsk_',
    'v1,',
    'v1a,',
    ' ',
    '=',
    'MCowBQYDK2VwAyEA',
    'A'.repeat(43),
  );
  fc.assert(
    fc.property(text, (given) => {
      expect(errorOf(() => createReceiver({ secrets: [given] }))).toSatisfy(
        (error) =>
          error === undefined ||
          (error instanceof WebhookVerificationError && error.code === 'invalid_secret'),
      );
    }),
    { numRuns: 2000 },
  );
});

it('decodes what it encodes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodeBase64(encodeBase64(bytes))).toStrictEqual(Uint8Array.from(bytes));
      expect(decodeBase64(Buffer.from(bytes).toString('base64url'))).toStrictEqual(Uint8Array.from(bytes));
    }),
  );
});

function errorOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}
