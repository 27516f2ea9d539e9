import { describe, expect, it } from 'vitest';
import { createReceiver, sign, verifyBytes, type WebhookSecret } from './index.ts';

const bytes = Uint8Array.from({ length: 32 }, (_, index) => index * 8 + 3);
const padded = Buffer.from(bytes).toString('base64');
const message = { id: 'evt_1', timestamp: 1_700_000_000, body: '{"type":"user.created"}' };
const now = () => message.timestamp * 1000;

const spki = 'MCowBQYDK2VwAyEAkp3dScDPIzT1CwUFUMdzyPbWOAQaCF9z4ucuKuZD7Io=';
const seed = 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=';
const point = 'wuzPrKxPfWpJSsXgyg/MEoMGvjs5SjDO4ad6X4ZYqqg=';

function codeOf(secrets: readonly (WebhookSecret | undefined)[]): unknown {
  try {
    createReceiver({ secrets });
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('spellings of a shared secret', () => {
  it.each([
    ['as made', `whsec_${padded}`],
    ['without padding', `whsec_${padded.replace(/=/g, '')}`],
    ['in the url-safe alphabet', `whsec_${Buffer.from(bytes).toString('base64url')}`],
    ['as Supabase shows it', `v1,whsec_${padded}`],
    ['with the end of its line', ` whsec_${padded}\r\n`],
    ['as bytes', { raw: bytes }],
  ])('%s', async (_name, secret) => {
    const headers = await sign(message, { secrets: [{ raw: bytes }] });
    await expect(
      verifyBytes({ headers, body: message.body }, { secrets: [secret], now }),
    ).resolves.toBeDefined();
  });
});

describe('spellings of a public key', () => {
  const raw = Buffer.from(point, 'base64');
  it.each([
    ['raw', `whpk_${point}`],
    ['raw, url-safe and unpadded', `whpk_${raw.toString('base64url')}`],
    ['labelled', `v1a,whpk_${point}`],
    ['SPKI', `whpk_${Buffer.concat([Buffer.from(spki, 'base64').subarray(0, 12), raw]).toString('base64')}`],
    [
      'SPKI, unpadded',
      `whpk_${Buffer.concat([Buffer.from(spki, 'base64').subarray(0, 12), raw]).toString('base64url')}`,
    ],
  ])('%s', async (_name, secret) => {
    const headers = await sign(message, { secrets: [`whsk_${seed}`] });
    await expect(
      verifyBytes({ headers, body: message.body }, { secrets: [secret], now }),
    ).resolves.toBeDefined();
  });
});

describe('secrets that are refused at once', () => {
  it.each([
    ['none', []],
    ['only unset ones', [undefined, '']],
    ['no prefix', [padded]],
    ['an unknown prefix', [`whxx_${padded}`]],
    ['no base64', ['whsec_a*b']],
    ['a length that no base64 has', ['whsec_abcde']],
    ['an empty secret', ['whsec_']],
    ['empty bytes', [{ raw: new Uint8Array() }]],
    ['a public key of 31 bytes', [`whpk_${Buffer.alloc(31, 7).toString('base64')}`]],
    ['44 bytes that are not SPKI', [`whpk_${Buffer.alloc(44, 7).toString('base64')}`]],
    ['a private key to verify with', [`whsk_${seed}`]],
    ['eleven', Array.from({ length: 11 }, () => `whsec_${padded}`)],
    ['a good one and a bad one', [`whsec_${padded}`, padded]],
  ])('%s', (_name, secrets) => {
    const error = codeOf(secrets);
    expect(error).toMatchObject({ name: 'WebhookVerificationError', code: 'invalid_secret', status: 500 });
    // Whatever was wrong with it: a secret is in no message.
    expect(String(error)).not.toContain(padded.slice(0, 10));
  });

  it('a public key to sign with', async () => {
    await expect(sign(message, { secrets: [`whpk_${point}`] })).rejects.toMatchObject({
      code: 'invalid_secret',
    });
  });

  // The canonical ones, those with y above the prime, and each with the sign bit of x.
  const smallOrder = [
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000000',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ].flatMap((canonical) => {
    const signed = Buffer.from(canonical, 'hex');
    signed[31] = (signed[31] ?? 0) | 0x80;
    return [canonical, signed.toString('hex')];
  });
  it.each(smallOrder)('the public key of small order %s', (hex) => {
    expect(codeOf([`whpk_${Buffer.from(hex, 'hex').toString('base64')}`])).toMatchObject({
      code: 'invalid_secret',
    });
  });
});

it('leaves out secrets that are unset', async () => {
  const headers = await sign(message, { secrets: [undefined, { raw: bytes }] });
  expect(headers['webhook-signature'].split(' ')).toHaveLength(1);
  const secrets = ['', `whsec_${padded}`, undefined];
  await expect(verifyBytes({ headers, body: message.body }, { secrets, now })).resolves.toBeDefined();
});

it('keeps verifying after more secrets than it remembers', async () => {
  for (let index = 0; index < 250; index++) {
    const secret = `whsec_${Buffer.from(`secret number ${index}`).toString('base64')}`;
    const headers = await sign(message, { secrets: [secret] });
    await expect(
      verifyBytes({ headers, body: message.body }, { secrets: [secret], now }),
    ).resolves.toBeDefined();
  }
});
