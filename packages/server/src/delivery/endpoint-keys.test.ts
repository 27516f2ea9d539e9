import { randomBytes } from 'node:crypto';
import { sign, verifyBytes } from '@dirsync/webhooks';
import { expect, it } from 'vitest';
import { createEndpointKeys } from './endpoint-keys.ts';
import { toJsonWebKey } from './json-web-key.ts';
import { createSecretBox } from './secret-box.ts';
import { signingKeys } from './signing-keys.ts';

const secretBox = createSecretBox(randomBytes(32));
const message = { id: 'evt_1', timestamp: 1_700_000_000, body: '{}' };
const now = () => message.timestamp * 1000;

/** Signs as the worker does with what is stored. */
async function signWith(keys: ReturnType<typeof createEndpointKeys>, signatures: readonly string[]) {
  const previous = { previousSecretEncrypted: null, previousPrivateKeyEncrypted: null };
  const secrets = signingKeys({ endpointId: 'one', signatures, ...keys.stored, ...previous }, secretBox);
  return sign(message, { secrets });
}

it('makes keys in the forms of Standard Webhooks, new ones each time', () => {
  const [one, other] = [createEndpointKeys(secretBox, 'one'), createEndpointKeys(secretBox, 'one')];
  expect(one.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(one.stored.publicKey).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
  expect(one.secret).not.toBe(other.secret);
  expect(one.stored.publicKey).not.toBe(other.stored.publicKey);
});

it('makes keys that verify what is signed with them', async () => {
  const keys = createEndpointKeys(secretBox, 'one');
  const headers = await signWith(keys, ['v1', 'v1a']);
  for (const secret of [keys.secret, keys.stored.publicKey]) {
    await expect(verifyBytes({ headers, body: '{}' }, { secrets: [secret], now })).resolves.toBeDefined();
  }
  const asymmetric = await signWith(keys, ['v1a']);
  await expect(
    verifyBytes({ headers: asymmetric, body: '{}' }, { secrets: [keys.secret], now }),
  ).rejects.toThrow();
});

it('stores neither secret readably', () => {
  const { secret, stored } = createEndpointKeys(secretBox, 'one');
  expect(Buffer.from(stored.secretEncrypted).includes(secret.slice(6))).toBe(false);
  expect(Buffer.from(stored.privateKeyEncrypted).includes('whsk_')).toBe(false);
});

it('shows a public key as a JSON Web Key with its thumbprint', () => {
  // RFC 8037 appendix A.2 and A.3.
  const point = Buffer.from('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', 'base64url');
  expect(toJsonWebKey(`whpk_${point.toString('base64')}`)).toEqual({
    ...{ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    ...{ kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k', use: 'sig', alg: 'EdDSA' },
  });
});
