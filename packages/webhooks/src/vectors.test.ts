import { describe, expect, it } from 'vitest';
import published from '../test-data/webhook-vectors.json' with { type: 'json' };
import { sign, verifyBytes } from './index.ts';

interface Vector {
  readonly name: string;
  readonly keys: readonly string[];
  readonly secretKey?: string;
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
  readonly signature: string;
  readonly now: number;
  readonly cryptographicallyValid: boolean;
}

const vectors: readonly Vector[] = published.vectors;

const inputOf = ({ id, timestamp, body, signature }: Vector) => ({
  headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
  body,
});

/** A string without a prefix is refused (rule 5 of our reading of the text); its bytes are given as `raw`. */
const secretsOf = ({ keys }: Vector) =>
  keys.map((key) => (key.includes('_') ? key : { raw: Buffer.from(key, 'base64') }));

describe('published vectors of Standard Webhooks', () => {
  it.each(vectors.filter((vector) => vector.cryptographicallyValid))('$name verifies', async (vector) => {
    const options = { secrets: secretsOf(vector), now: () => vector.now * 1000 };
    const bytes = await verifyBytes(inputOf(vector), options);
    expect(new TextDecoder().decode(bytes)).toBe(vector.body);
  });

  // Among them one whose sender checks the time first: without a signature nothing is said about the time.
  it.each(vectors.filter((vector) => !vector.cryptographicallyValid))(
    '$name has no matching signature',
    async (vector) => {
      const options = { secrets: secretsOf(vector), now: () => vector.now * 1000 };
      await expect(verifyBytes(inputOf(vector), options)).rejects.toMatchObject({
        code: 'no_matching_signature',
      });
    },
  );

  // Not those with several signatures, nor the one whose private key is not published.
  const signable = vectors.filter(
    ({ name, cryptographicallyValid }) =>
      cryptographicallyValid && !['sw-multi-sig', 'cosium-v1a-spki'].includes(name),
  );
  it.each(signable)('$name is signed the same', async (vector) => {
    const { id, timestamp, body, secretKey, signature } = vector;
    const secrets = secretKey ? [secretKey] : secretsOf(vector);
    const headers = await sign({ id, timestamp: Number(timestamp), body }, { secrets });
    expect(headers['webhook-signature']).toBe(signature);
  });
});
