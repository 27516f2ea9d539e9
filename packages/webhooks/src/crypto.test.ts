import { describe, expect, it } from 'vitest';
import * as node from './crypto-node.ts';
import * as web from './crypto-web.ts';
import type { Bytes, CryptoBackend } from './crypto.ts';

const backends: readonly { name: string; backend: CryptoBackend; other: CryptoBackend }[] = [
  { name: 'node:crypto', backend: node, other: web },
  { name: 'Web Crypto', backend: web, other: node },
];

const hex = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const prefix = 'evt_1.1700000000.';
const data = new TextEncoder().encode('{}');
const secret = hex('0b'.repeat(24));
// RFC 8032 section 7.1, test 2.
const seed = hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
const point = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
const signatureOf72 = base64(
  hex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
);

describe.each(backends)('$name', ({ backend, other }) => {
  it.each(['', 'Ada', 'Ådå 🛰', 'half \uD83D of a pair', '\uFEFF{}'])('encodes %j', (text) => {
    expect(Uint8Array.from(backend.encode(text))).toStrictEqual(new TextEncoder().encode(text));
  });

  it('makes the HMAC of RFC 4231, test 2', async () => {
    const sign = backend.createSigner('v1', new TextEncoder().encode('Jefe'));
    const mac = await sign('what do ya ', new TextEncoder().encode('want for nothing?'));
    expect(mac).toBe(base64(hex('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')));
  });

  it('makes and verifies the Ed25519 signature of RFC 8032', async () => {
    expect(await backend.createSigner('v1a', seed)('', hex('72'))).toBe(signatureOf72);
    expect(await backend.createVerifier('v1a', point)('', hex('72'), [signatureOf72])).toBe(true);
    expect(await backend.createVerifier('v1a', point)('', hex('73'), [signatureOf72])).toBe(false);
  });

  it.each([
    { version: 'v1' as const, signing: secret, verifying: secret },
    { version: 'v1a' as const, signing: seed, verifying: point },
  ])(
    'finds the one right $version signature that the other backend made',
    async ({ version, signing, verifying }) => {
      const right = await other.createSigner(version, signing)(prefix, data);
      const wrong = right.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
      const verify = backend.createVerifier(version, verifying);
      expect(await verify(prefix, data, [wrong, right, wrong])).toBe(true);
      expect(await verify(prefix, data, [wrong])).toBe(false);
      expect(await verify(prefix, data, [])).toBe(false);
    },
  );

  it('refuses every signature under a public key that is no point of the curve', async () => {
    const verify = backend.createVerifier('v1a', hex(`02${'00'.repeat(31)}`));
    expect(await Promise.resolve(verify(prefix, data, [signatureOf72])).catch(() => false)).toBe(false);
  });
});
