import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createReceiver, safeVerify, sign } from './index.ts';
import { createJwks, type JwksOptions } from './jwks.ts';

const url = 'https://dirsync.example/.well-known/jwks.json';
const body = JSON.stringify({ id: 'evt_1', type: 'user.deleted', data: {} });
const start = 1_700_000_000_000;

function createKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { d = '' } = privateKey.export({ format: 'jwk' });
  return { secret: `whsk_${d}`, jwk: publicKey.export({ format: 'jwk' }) as object };
}

const [first, second, stranger] = [createKey(), createKey(), createKey()];

type Answers = () => Response | Promise<Response>;

/** A sender's key set that can be changed, a clock that can be moved, and the count of loads. */
function setUp(answer: Answers, options: Partial<JwksOptions> = {}) {
  const state = { answer, now: start, loads: 0 };
  const jwks = createJwks(url, {
    now: () => state.now,
    fetch: async (...[address, init]) => {
      expect([address, init.redirect]).toEqual([url, 'manual']);
      state.loads++;
      return state.answer();
    },
    ...options,
  });
  async function verdict(key: { readonly secret: string }, extra: readonly string[] = []): Promise<string> {
    const timestamp = Math.floor(state.now / 1000);
    const headers = await sign({ id: 'evt_1', timestamp, body }, { secrets: [key.secret, ...extra] });
    const result = await safeVerify({ headers, body }, { secrets: [jwks], now: () => state.now });
    return result.ok ? 'ok' : result.error.code;
  }
  return { state, jwks, verdict };
}

const keys =
  (...jwks: readonly unknown[]): Answers =>
  () =>
    Response.json({ keys: jwks });

const down: Answers = () => new Response(null, { status: 502 });

it('tries all keys of the set and loads it once', async () => {
  const { state, verdict } = setUp(keys(first.jwk, second.jwk));
  expect(await verdict(second)).toBe('ok');
  expect(await verdict(first)).toBe('ok');
  expect(state.loads).toBe(1);
});

it('passes over what is no Ed25519 key for signatures', async () => {
  const { verdict } = setUp(
    keys(
      null,
      7,
      { kty: 'RSA', n: 'AQAB' },
      { ...stranger.jwk, use: 'enc' },
      { ...first.jwk, x: 'AAAA' },
      // The neutral element, of order 1: anybody can sign for it.
      { ...first.jwk, x: Buffer.of(1, ...Array<number>(31).fill(0)).toString('base64url') },
      { ...first.jwk, use: 'sig' },
    ),
  );
  expect(await verdict(first)).toBe('ok');
  expect(await verdict(stranger)).toBe('no_matching_signature');
});

it('loads again for a signature by an unknown key, but no more often than the cooldown', async () => {
  const { state, verdict } = setUp(keys(first.jwk));
  expect(await verdict(first)).toBe('ok');
  state.answer = keys(first.jwk, second.jwk);
  expect(await verdict(second)).toBe('no_matching_signature');
  expect(state.loads).toBe(1);
  state.now += 30_000;
  expect(await verdict(second)).toBe('ok');
  expect(state.loads).toBe(2);
  for (let attempt = 0; attempt < 20; attempt++)
    expect(await verdict(stranger)).toBe('no_matching_signature');
  expect(state.loads).toBe(2);
});

it('drops a key that the sender withdrew, when the cache has expired', async () => {
  const { state, verdict } = setUp(keys(first.jwk, second.jwk));
  expect(await verdict(first)).toBe('ok');
  state.answer = keys(second.jwk);
  state.now += 599_000;
  expect(await verdict(first)).toBe('ok');
  state.now += 1_000;
  expect(await verdict(first)).toBe('no_matching_signature');
  expect(state.loads).toBe(2);
});

it('keeps keys no longer than the answer says', async () => {
  const answer: Answers = () =>
    Response.json({ keys: [first.jwk] }, { headers: { 'cache-control': 'public, max-age=300' } });
  const { state, verdict } = setUp(answer);
  for (const [seconds, loads] of [
    [0, 1],
    [299, 1],
    [1, 2],
  ] as const) {
    state.now += seconds * 1000;
    expect(await verdict(first)).toBe('ok');
    expect(state.loads).toBe(loads);
  }
});

describe('when the keys cannot be loaded', () => {
  it('is keys_unavailable, 503, and works once they can', async () => {
    const { jwks, state, verdict } = setUp(down);
    expect(await verdict(first)).toBe('keys_unavailable');
    expect(await verdict(first)).toBe('keys_unavailable');
    expect(state.loads).toBe(1);
    const receiver = createReceiver({ secrets: [jwks], now: () => state.now, onError: () => undefined });
    const headers = await sign({ id: 'e', timestamp: state.now / 1000, body }, { secrets: [first.secret] });
    expect(await receiver.receive({ headers, body })).toEqual({ status: 503, code: 'keys_unavailable' });
    state.answer = keys(first.jwk);
    state.now += 30_000;
    expect(await verdict(first)).toBe('ok');
  });

  it.each<[string, Answers]>([
    ['the network fails', () => Promise.reject(new TypeError('fetch failed'))],
    [
      'they are moved',
      () => new Response(null, { status: 302, headers: { location: 'https://other.example/' } }),
    ],
    ['they are no JSON', () => new Response('<html>')],
    ['they are no key set', () => Response.json(['keys'])],
    ['they are null', () => Response.json(null)],
    ['there is none', keys()],
    ['there are too many', keys(...Array.from({ length: 11 }, () => createKey().jwk))],
  ])('it says so when %s', async (_name, answer) => {
    expect(await setUp(answer).verdict(first)).toBe('keys_unavailable');
  });

  it('goes on with those that it has for a day', async () => {
    const { state, verdict } = setUp(keys(first.jwk));
    expect(await verdict(first)).toBe('ok');
    state.answer = down;
    state.now += 86_400_000;
    expect(await verdict(first)).toBe('ok');
    expect(await verdict(stranger)).toBe('keys_unavailable');
    state.now += 600_000;
    expect(await verdict(first)).toBe('keys_unavailable');
  });

  it('another secret still verifies', async () => {
    const { jwks, state } = setUp(down);
    const shared = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    const timestamp = Math.floor(state.now / 1000);
    const headers = await sign({ id: 'evt_1', timestamp, body }, { secrets: [first.secret, shared] });
    const options = { secrets: [jwks, shared], now: () => state.now };
    expect(await safeVerify({ headers, body }, options)).toMatchObject({ ok: true });
  });
});

it('gives up a load after timeoutMs', async () => {
  const hang = (_url: string, { signal }: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason as Error)),
    );
  const { verdict } = setUp(down, { fetch: hang, timeoutMs: 1 });
  expect(await verdict(first)).toBe('keys_unavailable');
});

it('shares one load among those who come at once', async () => {
  const { state, verdict } = setUp(keys(first.jwk));
  expect(await Promise.all([verdict(first), verdict(first), verdict(first)])).toEqual(['ok', 'ok', 'ok']);
  expect(state.loads).toBe(1);
});

it('loads nothing for a message without a v1a signature', async () => {
  const { jwks, state } = setUp(keys(first.jwk));
  const shared = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
  const headers = await sign({ id: 'evt_1', timestamp: start / 1000, body }, { secrets: [shared] });
  const result = await safeVerify({ headers, body }, { secrets: [jwks], now: () => start });
  expect(result).toMatchObject({ ok: false, error: { code: 'no_matching_signature' } });
  expect(state.loads).toBe(0);
});

it('takes https, and http from this machine only', () => {
  for (const good of [url, new URL(url), 'http://localhost:8080/k', 'http://127.0.0.1/k', 'http://[::1]/k']) {
    expect(() => createJwks(good)).not.toThrow();
  }
  for (const bad of [
    'http://dirsync.example/k',
    'file:///k',
    'http://127.0.0.1.evil.example/',
    'jwks.json',
  ]) {
    expect(() => createJwks(bad)).toThrow(TypeError);
  }
});
