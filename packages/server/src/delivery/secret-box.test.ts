import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSecretBox } from './secret-box.ts';

const key = randomBytes(32);
const box = createSecretBox(key);
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD4KzqzX0mJhY=';

it('gives back what was encrypted', () => {
  expect(box.decrypt(box.encrypt(secret, 'one'), 'one')).toBe(secret);
  expect(createSecretBox(Uint8Array.from(key)).decrypt(Uint8Array.from(box.encrypt('', 'one')), 'one')).toBe(
    '',
  );
});

it('never encrypts the same secret to the same bytes', () => {
  expect(box.encrypt(secret, 'one')).not.toEqual(box.encrypt(secret, 'one'));
});

it('does not show the secret in the bytes', () => {
  expect(box.encrypt(secret, 'one').includes(secret)).toBe(false);
});

it('refuses the secret of another endpoint', () => {
  expect(() => box.decrypt(box.encrypt(secret, 'one'), 'two')).toThrow('DIRSYNC_SECRET_KEY');
});

it('refuses another key', () => {
  expect(() => createSecretBox(randomBytes(32)).decrypt(box.encrypt(secret, 'one'), 'one')).toThrow(
    'DIRSYNC_SECRET_KEY',
  );
});

it('refuses every changed byte', () => {
  const bytes = box.encrypt(secret, 'one');
  for (const index of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => box.decrypt(changed, 'one')).toThrow(Error);
  }
});

it.each([0, 1, 12, 28])('refuses %d bytes', (length) => {
  expect(() => box.decrypt(Buffer.alloc(length, 1), 'one')).toThrow('version 1');
});

it.each([0, 16, 31, 33])('takes no key of %d bytes', (length) => {
  expect(() => createSecretBox(Buffer.alloc(length))).toThrow(TypeError);
});
