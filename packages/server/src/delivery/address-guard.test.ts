import type { LookupAddress } from 'node:dns';
import { isIPv6 } from 'node:net';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import {
  AddressRefusedError,
  checkWebhookUrl,
  createGuardedLookup,
  isPublicAddress,
} from './address-guard.ts';
import type { WebhookPolicy } from './address-guard.ts';

const closed: WebhookPolicy = { allowPrivate: false, allowLoopback: false };
const loopback: WebhookPolicy = { allowPrivate: false, allowLoopback: true };
const open: WebhookPolicy = { allowPrivate: true, allowLoopback: false };

/** One address of every special block, most at their edges. */
const refused = [
  ...['0.0.0.0', '0.255.255.255', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255'],
  ...['127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1'],
  ...['192.0.2.1', '192.88.99.1', '192.168.0.1', '192.168.255.255', '198.18.0.1', '198.19.255.255'],
  ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::127.0.0.1', '::7f00:1', '::8.8.8.8', '::ffff:127.0.0.1', '::ffff:10.0.0.1'],
  ...['::ffff:8.8.8.8', '::ffff:0:127.0.0.1', '64:ff9b::127.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b:1::a00:1'],
  ...['100::1', '100:0:0:1::1', '2001::1', '2001:2::1', '2001:10::1', '2001:20::1', '2001:1ff:ffff::1'],
  ...['2001:db8::1', '2002:7f00:1::1', '2002:a00:1::1', '3fff::1', '3fff:fff::1', '4000::1', '5f00::1'],
  ...['fc00::1', 'fdff::1', 'fe80::1', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1'],
];
const accepted = [
  ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.1', '100.63.255.255', '100.128.0.1', '126.255.255.255'],
  ...['128.0.0.1', '169.253.255.255', '172.15.255.255', '172.32.0.1', '192.0.1.1', '192.167.255.255'],
  ...['198.17.255.255', '198.20.0.1', '223.255.255.255'],
  ...['2001:200::1', '2001:4860:4860::8888', '2606:4700::1111', '2a00:1450:4001::1', '3ffe::1'],
];

const urlOf = (address: string): string => `https://${isIPv6(address) ? `[${address}]` : address}/webhooks`;

it.each(refused)('takes %s for no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
  expect(checkWebhookUrl(urlOf(address), closed)).toMatch(/public address/);
  expect(checkWebhookUrl(urlOf(address), open)).toBeUndefined();
});

it.each(accepted)('takes %s for a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
  expect(checkWebhookUrl(urlOf(address), closed)).toBeUndefined();
});

it.each(['', 'receiver.example', '1.2.3', 'fe80::1%eth0', '8.8.8.8/8', '08.8.8.8'])(
  'takes %j for no public address',
  (text) => {
    expect(isPublicAddress(text)).toBe(false);
  },
);

it.each([
  ['https://receiver.example/webhooks', undefined],
  ['https://receiver.example:443/', undefined],
  ['https://receiver.example:80/', undefined],
  ['HTTPS://RECEIVER.EXAMPLE/', undefined],
  ['https://receiver.example:8443/', /port/],
  ['https://receiver.example:22/', /port/],
  ['http://receiver.example/', /https/],
  ['ftp://receiver.example/', /https/],
  ['file:///etc/passwd', /https/],
  ['javascript:alert(1)', /https/],
  ['https://name@receiver.example/', /user name/],
  ['https://name:word@receiver.example/', /user name/],
  ['https://:word@receiver.example/', /user name/],
  ['receiver.example', /absolute/],
  ['//receiver.example', /absolute/],
  ['', /absolute/],
  ['https://', /absolute/],
  ['https://localhost/', /public address/],
  ['https://localhost./', /public address/],
  ['https://LOCALHOST/', /public address/],
  ['https://deep.localhost/', /public address/],
  ['https://2130706433/', /public address/],
  ['https://0x7f000001/', /public address/],
  ['https://0x7f.1/', /public address/],
  ['https://0177.0.0.1/', /public address/],
  ['https://127.1/', /public address/],
  ['https://127.0.0.1./', /public address/],
  ['https://１２７．０．０．１/', /public address/],
  ['https://①②⑦.⓪.⓪.①/', /public address/],
  ['https://[::ffff:7f00:1]/', /public address/],
  ['https://[0:0:0:0:0:ffff:127.0.0.1]/', /public address/],
  ['https://localhost.receiver.example/', undefined],
  ['https://notlocalhost/', undefined],
])('checks %s', (url, expected) => {
  const fault = checkWebhookUrl(url, closed);
  if (expected === undefined) expect(fault).toBeUndefined();
  else expect(fault).toMatch(expected);
});

it.each([
  'http://127.0.0.1:3000/',
  'http://localhost:3000/',
  'http://app.localhost/',
  'http://[::1]:3000/',
  'http://127.1:9/',
])('lets %s pass where loopback is allowed', (url) => {
  expect(checkWebhookUrl(url, loopback)).toBeUndefined();
  expect(checkWebhookUrl(url, closed)).toBeDefined();
});

it.each([
  'http://receiver.example/',
  'https://receiver.example:3000/',
  'https://10.0.0.1/',
  'http://name@localhost/',
  'http://[::ffff:127.0.0.1]/',
  'http://0.0.0.0:3000/',
])('still refuses %s where loopback is allowed', (url) => {
  expect(checkWebhookUrl(url, loopback)).toBeDefined();
});

it.each([
  'http://receiver:3000/',
  'http://10.0.0.1:8080/',
  'https://[fd00::1]:8443/',
  'http://169.254.169.254/',
])('lets %s pass where private receivers are allowed', (url) => {
  expect(checkWebhookUrl(url, open)).toBeUndefined();
});

it.each(['ftp://receiver/', 'http://name:word@receiver/', 'nonsense'])(
  'refuses %s even where private receivers are allowed',
  (url) => {
    expect(checkWebhookUrl(url, open)).toBeDefined();
  },
);

const entry = (address: string): LookupAddress => ({ address, family: isIPv6(address) ? 6 : 4 });

/** As `net.connect` calls it. */
function lookUp(policy: WebhookPolicy, hostname: string, addresses: readonly string[]): Promise<unknown> {
  const lookup = createGuardedLookup(policy, async () => addresses.map(entry));
  return promisify(lookup)(hostname, { all: true });
}

it('hands on every address of a name when all are public', async () => {
  expect(await lookUp(closed, 'receiver.example', ['8.8.8.8', '2606:4700::1111'])).toEqual(
    ['8.8.8.8', '2606:4700::1111'].map(entry),
  );
});

it('hands on the first address to who asks for one', async () => {
  const lookup = createGuardedLookup(closed, async () => ['8.8.8.8', '1.1.1.1'].map(entry));
  const answer = new Promise((resolve) => lookup('receiver.example', {}, (...values) => resolve(values)));
  expect(await answer).toEqual([null, '8.8.8.8', 4]);
});

it.each(refused)('refuses a name that leads to %s, even beside a public address', async (address) => {
  await expect(lookUp(closed, 'receiver.example', [address])).rejects.toThrow(AddressRefusedError);
  await expect(lookUp(closed, 'receiver.example', ['8.8.8.8', address])).rejects.toThrow(AddressRefusedError);
});

it('does not tell which address a name leads to', async () => {
  await expect(lookUp(closed, 'receiver.example', ['10.1.2.3'])).rejects.not.toThrow(/10\.1\.2\.3/);
});

it('refuses a name without addresses', async () => {
  await expect(lookUp(open, 'receiver.example', [])).rejects.toThrow(AddressRefusedError);
});

it('lets a name lead anywhere where private receivers are allowed', async () => {
  expect(await lookUp(open, 'receiver', ['10.0.0.1'])).toEqual([entry('10.0.0.1')]);
});

it('lets only localhost lead to the loopback address where loopback is allowed, and nowhere else', async () => {
  expect(await lookUp(loopback, 'localhost', ['127.0.0.1', '::1'])).toEqual(['127.0.0.1', '::1'].map(entry));
  await expect(lookUp(loopback, 'localhost', ['8.8.8.8'])).rejects.toThrow(AddressRefusedError);
  await expect(lookUp(loopback, 'receiver.example', ['127.0.0.1'])).rejects.toThrow(AddressRefusedError);
  await expect(lookUp(loopback, 'receiver.example', ['10.0.0.1'])).rejects.toThrow(AddressRefusedError);
});

it('passes on that a name is unknown', async () => {
  const fault = Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
  const lookup = createGuardedLookup(closed, () => Promise.reject(fault));
  await expect(promisify(lookup)('receiver.example', { all: true })).rejects.toBe(fault);
});
