import { expect, test } from 'vitest';
import { createApiKey, createDirectoryToken, hashSecret, isSameSecret } from './secrets.ts';
import { readBearer, readDirectoryToken } from './secrets.ts';

test('makes keys and tokens of 32 random bytes, told apart by their prefix', () => {
  expect(createApiKey()).toMatch(/^dsk_[\w-]{43}$/);
  expect(createDirectoryToken()).toMatch(/^dst_[\w-]{43}$/);
  expect(createDirectoryToken()).not.toBe(createDirectoryToken());
});

test('hashes with SHA-256', () => {
  expect(hashSecret('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('compares secrets, of different lengths too', () => {
  expect(isSameSecret('dso_a', 'dso_a')).toBe(true);
  expect(isSameSecret('dso_a', 'dso_ab')).toBe(false);
});

test.each([
  ['Bearer dsk_a', 'dsk_a'],
  ['bearer  dsk_a ', 'dsk_a'],
  ['BEARER dsk_a', 'dsk_a'],
  ['dsk_a', undefined],
  ['Bearer', undefined],
  ['Bearer dsk_a dsk_b', undefined],
  ['Basic dXNlcjpkc2tfYQ==', undefined],
  ['', undefined],
  [null, undefined],
])('reads the API key of %j', (header, key) => {
  expect(readBearer(header)).toBe(key);
});

const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString('base64')}`;

test.each([
  ['Bearer dst_a', 'dst_a'],
  ['bearer dst_a', 'dst_a'],
  ['dst_a', 'dst_a'],
  [' dst_a ', 'dst_a'],
  [basic('scim:dst_a'), 'dst_a'],
  [basic(':dst_a'), 'dst_a'],
  [basic('scim:dst_a').replace('Basic', 'basic'), 'dst_a'],
  [basic('scim:dst:a'), 'dst:a'],
  [basic('dst_a'), undefined],
  [basic('scim:'), undefined],
  ['Bearer dst_a dst_b', undefined],
  ['Digest username="scim", realm="x"', undefined],
  ['', undefined],
  [null, undefined],
])('reads the directory token of %j', (header, token) => {
  expect(readDirectoryToken(header)).toBe(token);
});
