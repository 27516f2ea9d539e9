import { expect, it } from 'vitest';
import { sign, verifyBytes } from './index.ts';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const seed = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ012345');
const publicKey = 'whpk_wuzPrKxPfWpJSsXgyg/MEoMGvjs5SjDO4ad6X4ZYqqg=';
const message = { id: 'evt_1', timestamp: 1_700_000_000, body: '{}' };
const now = () => message.timestamp * 1000;

it('gives one padded standard base64 signature for each secret, in their order', async () => {
  const headers = await sign(message, { secrets: [`whsk_${seed.toString('base64')}`, secret] });
  expect(headers).toStrictEqual({
    'webhook-id': 'evt_1',
    'webhook-timestamp': '1700000000',
    'webhook-signature': expect.stringMatching(/^v1a,[\w+/]{86}== v1,[\w+/]{43}=$/),
  });
});

it('signs with the seed alone and with seed and public key alike', async () => {
  const both = Buffer.concat([seed, Buffer.from(publicKey.slice(5), 'base64')]);
  const alone = await sign(message, { secrets: [`whsk_${seed.toString('base64')}`] });
  expect(await sign(message, { secrets: [`whsk_${both.toString('base64')}`] })).toStrictEqual(alone);
  await expect(
    verifyBytes({ headers: alone, body: '{}' }, { secrets: [publicKey], now }),
  ).resolves.toBeDefined();
});

it('signs text and its bytes alike', async () => {
  const text = { ...message, body: '{"name":"Zoë"}' };
  const bytes = { ...message, body: new TextEncoder().encode(text.body) };
  expect(await sign(bytes, { secrets: [secret] })).toStrictEqual(await sign(text, { secrets: [secret] }));
});

it.each(['', 'evt.1', 'evt 1', 'evt_é', 'evt\n1'])('refuses the id "%s"', async (id) => {
  await expect(sign({ ...message, id }, { secrets: [secret] })).rejects.toThrow(TypeError);
});

it.each([-1, 1.5, NaN, Infinity, 1e300])('refuses the timestamp %d', async (timestamp) => {
  await expect(sign({ ...message, timestamp }, { secrets: [secret] })).rejects.toThrow(TypeError);
});
