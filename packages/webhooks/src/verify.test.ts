import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  exhaustive,
  safeVerify,
  sign,
  verify,
  verifyBytes,
  type WebhookEvent,
  type WebhookInput,
  WebhookVerificationError,
} from './index.ts';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const otherSecret = `whsec_${Buffer.alloc(24, 2).toString('base64')}`;
const seed = `whsk_${Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ012345').toString('base64')}`;
const publicKey = 'whpk_wuzPrKxPfWpJSsXgyg/MEoMGvjs5SjDO4ad6X4ZYqqg=';
const timestamp = 1_700_000_000;
const body = JSON.stringify({
  id: 'evt_1',
  type: 'user.deleted',
  timestamp: '',
  data: { user: { id: 'u' } },
});
const options = { secrets: [secret], now: () => timestamp * 1000 };

const signed = async (text = body, secrets = [secret]) =>
  sign({ id: 'evt_1', timestamp, body: text }, { secrets });

async function codeOf(input: WebhookInput, secrets = [secret]): Promise<string | undefined> {
  const result = await safeVerify(input, { ...options, secrets });
  return result.ok ? undefined : result.error.code;
}

describe('what it takes', () => {
  const encoded = new TextEncoder().encode(body);
  const within = new Uint8Array(encoded.length + 10);
  within.set(encoded, 5);

  it.each([
    ['text', body],
    ['bytes', encoded],
    ['a view into a larger buffer', within.subarray(5, 5 + encoded.length)],
    ['a DataView', new DataView(within.buffer, 5, encoded.length)],
    ['a Buffer', Buffer.from(body)],
    ['an ArrayBuffer', encoded.buffer.slice(0, encoded.length)],
    ['a function that reads it', async () => body],
  ])('a body that is %s', async (_name, given) => {
    // A DataView is not in the type: plain JavaScript may still bring one.
    const input = { headers: await signed(), body: given } as WebhookInput;
    await expect(verify(input, options)).resolves.toMatchObject({ id: 'evt_1', type: 'user.deleted' });
  });

  it.each([
    ['a Headers object', (headers: Record<string, string>) => new Headers(headers)],
    ['names in capitals', upperCased],
    ['arrays of one', (headers: Record<string, string>) => mapValues(headers, (value) => [value])],
  ])('headers that are %s', async (_name, shape) => {
    const headers = shape(await signed());
    await expect(codeOf({ headers, body })).resolves.toBeUndefined();
  });

  it('a Request', async () => {
    const request = new Request('http://localhost/', { method: 'POST', headers: await signed(), body });
    await expect(verify(request, options)).resolves.toMatchObject({ id: 'evt_1' });
  });

  it('a Request whose body comes in pieces', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: await signed(),
      body: new Blob([body.slice(0, 7), body.slice(7)]).stream(),
      duplex: 'half',
    });
    await expect(verify(request, options)).resolves.toMatchObject({ id: 'evt_1' });
  });

  it('a byte order mark, which is signed but not parsed', async () => {
    const text = `\uFEFF${body}`;
    const input = { headers: await signed(text), body: text };
    await expect(verify(input, options)).resolves.toMatchObject({ id: 'evt_1' });
  });

  it('a text, whose bytes share their memory with nothing else', async () => {
    const bytes = await verifyBytes({ headers: await signed(), body }, options);
    expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype);
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });

  it('an empty body, of which only the bytes can be had', async () => {
    const input = { headers: await signed(''), body: '' };
    await expect(verifyBytes(input, options)).resolves.toHaveLength(0);
    await expect(codeOf(input)).resolves.toBe('invalid_payload');
    const request = new Request('http://localhost/', { method: 'POST', headers: await signed('') });
    await expect(verifyBytes(request, options)).resolves.toHaveLength(0);
  });
});

describe('signatures', () => {
  it('verify while the sender rotates: both signatures, either secret', async () => {
    const headers = await signed(body, [secret, otherSecret]);
    await expect(codeOf({ headers, body })).resolves.toBeUndefined();
    await expect(codeOf({ headers, body }, [otherSecret])).resolves.toBeUndefined();
  });

  it('verify while the receiver rotates: one signature, both secrets', async () => {
    const headers = await signed();
    await expect(codeOf({ headers, body }, [otherSecret, secret])).resolves.toBeUndefined();
  });

  it('of v1 and v1a verify side by side', async () => {
    const headers = await signed(body, [secret, seed]);
    await expect(codeOf({ headers, body }, [publicKey])).resolves.toBeUndefined();
    await expect(codeOf({ headers, body }, [otherSecret, publicKey])).resolves.toBeUndefined();
  });

  it('count only under the label of the key', async () => {
    const { 'webhook-signature': signature, ...rest } = await signed();
    for (const label of ['v1a', 'v2', '', 'V1']) {
      const headers = { ...rest, 'webhook-signature': signature.replace(/^v1/, label) };
      await expect(codeOf({ headers, body }, [secret, publicKey])).resolves.toBe('no_matching_signature');
    }
  });

  it.each([
    ['joined by a comma and a space', (signature: string) => `v1,AAAA, ${signature}`],
    ['joined by several spaces', (signature: string) => `v2,x   ${signature}`],
    ['in the url-safe alphabet', (signature: string) => signature.replace(/\+/g, '-').replace(/\//g, '_')],
    ['without padding', (signature: string) => signature.replace(/=/g, '')],
  ])('verify %s', async (_name, change) => {
    const headers = await signed();
    const changed = { ...headers, 'webhook-signature': change(headers['webhook-signature']) };
    await expect(codeOf({ headers: changed, body })).resolves.toBeUndefined();
  });

  it.each([
    ['cut short', (signature: string) => signature.slice(0, -3)],
    ['with more behind it', (signature: string) => `${signature.slice(0, -1)}AAAA`],
    ['that is no base64', () => 'v1,*'],
    ['with what is no base64 behind it', (signature: string) => signature.replace('=', '*')],
    ['without a label', (signature: string) => signature.slice(3)],
    ['with two commas', (signature: string) => signature.replace(',', ',,')],
    ['behind 32 others', (signature: string) => `${'v1,AAAA '.repeat(32)}${signature}`],
  ])('do not verify %s', async (_name, change) => {
    const headers = await signed();
    const changed = { ...headers, 'webhook-signature': change(headers['webhook-signature']) };
    await expect(codeOf({ headers: changed, body })).resolves.toBe('no_matching_signature');
  });

  it('do not verify another id, timestamp or body', async () => {
    const headers = await signed();
    const code = 'no_matching_signature';
    await expect(codeOf({ headers: { ...headers, 'webhook-id': 'evt_2' }, body })).resolves.toBe(code);
    await expect(codeOf({ headers: { ...headers, 'webhook-timestamp': '1700000001' }, body })).resolves.toBe(
      code,
    );
    await expect(codeOf({ headers, body: `${body} ` })).resolves.toBe(code);
  });
});

const signedInput = async () => ({ headers: await signed(), body });
const at = (seconds: number) => ({ secrets: [secret], now: () => (timestamp + seconds) * 1000 });

describe('time', () => {
  it.each([0, 300, -300, 300.9])('accepts a clock that is %d s ahead', async (seconds) => {
    await expect(verify(await signedInput(), at(seconds))).resolves.toBeDefined();
  });

  it('names by how much an authentic message is too old or too new', async () => {
    await expect(verify(await signedInput(), at(301))).rejects.toMatchObject({
      code: 'timestamp_too_old',
      details: { skewSeconds: 301 },
      message: 'timestamp_too_old: by 301 s',
    });
    await expect(verify(await signedInput(), at(-412))).rejects.toMatchObject({
      code: 'timestamp_too_new',
      details: { skewSeconds: -412 },
    });
  });

  it('says nothing of the time of a message that is not authentic', async () => {
    const tampered = { ...(await signedInput()), body: '{}' };
    await expect(verify(tampered, at(5000))).rejects.toMatchObject({
      code: 'no_matching_signature',
      details: {},
    });
  });

  it('follows toleranceSeconds, and takes any age without one', async () => {
    await expect(verify(await signedInput(), { ...at(31), toleranceSeconds: 30 })).rejects.toMatchObject({
      status: 400,
    });
    await expect(verify(await signedInput(), { ...at(1), toleranceSeconds: 0 })).rejects.toThrow(
      'timestamp_too_old',
    );
    await expect(verify(await signedInput(), { ...at(1e6), toleranceSeconds: false })).resolves.toBeDefined();
  });

  it('refuses rather than accepts when the tolerance or the clock is not a number', async () => {
    await expect(verify(await signedInput(), { ...at(0), toleranceSeconds: NaN })).rejects.toThrow(
      'timestamp_too_new',
    );
    await expect(verify(await signedInput(), { ...at(0), now: () => NaN })).rejects.toThrow(
      'timestamp_too_new',
    );
  });

  it.each([
    '1700000000abc',
    '1700000000.0',
    '+1700000000',
    '17e8',
    '01700000000',
    ' 1700000000',
    '-1',
    '0x1',
    '１',
    '1'.repeat(16),
  ])('refuses the timestamp "%s", whatever is signed', async (text) => {
    const headers = { ...(await signed()), 'webhook-timestamp': text };
    await expect(codeOf({ headers, body })).resolves.toBe('invalid_timestamp');
  });
});

describe('headers that are refused', () => {
  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('%s missing or empty', async (name) => {
    const headers = await signed();
    for (const value of [undefined, '', []]) {
      const input = { headers: { ...headers, [name]: value }, body };
      await expect(verify(input, options)).rejects.toMatchObject({ code: 'missing_header', status: 400 });
    }
    const given = new Headers(headers);
    given.delete(name);
    await expect(verify({ headers: given, body }, options)).rejects.toThrow(`missing_header: ${name}`);
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('%s twice', async (name) => {
    const headers: Record<string, string> = await signed();
    const value = headers[name] ?? '';
    const input = { headers: { ...headers, [name]: [value, value] }, body };
    await expect(codeOf(input)).resolves.toBe('duplicate_header');
  });

  it.each(['webhook-id', 'webhook-timestamp'])('%s twice, joined by the runtime', async (name) => {
    const headers = new Headers(await signed());
    headers.append(name, headers.get(name) ?? '');
    await expect(codeOf({ headers, body })).resolves.toBe('duplicate_header');
  });
});

describe('bodies that are refused', () => {
  it.each([
    ['a parsed one', { type: 'user.deleted' }],
    ['none', undefined],
    ['null', null],
    ['a number', 7],
    ['a stream', new Blob(['{}']).stream()],
  ])('%s, with the fix in the message', async (_name, parsed) => {
    // Not in the type: this is what people do.
    const input = { headers: await signed(), body: parsed } as unknown as WebhookInput;
    await expect(verify(input, options)).rejects.toMatchObject({
      code: 'body_not_raw',
      status: 500,
      message: expect.stringMatching(/express\.raw\(\).*parseAs 'buffer'.*bodyParser: false/),
    });
  });

  it('a Request that was read, at once', async () => {
    const request = new Request('http://localhost/', { method: 'POST', headers: await signed(), body });
    const copy = request.clone();
    await request.json();
    await expect(verify(request, options)).rejects.toMatchObject({ code: 'body_already_read', status: 500 });
    await expect(verify(copy, options)).resolves.toBeDefined();
  });

  it('a Request that something else is reading', async () => {
    const request = new Request('http://localhost/', { method: 'POST', headers: await signed(), body });
    request.body?.getReader();
    await expect(codeOf(request)).resolves.toBe('body_already_read');
  });

  it('a Request that breaks off', async () => {
    const cause = new Error('connection reset');
    const stream = new ReadableStream({ pull: (controller) => controller.error(cause) });
    const headers = await signed();
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers,
      body: stream,
      duplex: 'half',
    });
    await expect(verify(request, options)).rejects.toMatchObject({
      code: 'body_incomplete',
      status: 400,
      cause,
    });
  });

  it('one without an end, of which no more than 4 MiB are read', async () => {
    let sent = 0;
    let isCancelled = false;
    const stream = new ReadableStream({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const headers = await signed();
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers,
      body: stream,
      duplex: 'half',
    });
    await expect(verify(request, options)).rejects.toMatchObject({ code: 'body_too_large', status: 413 });
    expect(sent).toBeLessThan(4_194_304 + 4 * 65_536);
    expect(isCancelled).toBe(true);
  });

  it('one above 4 MiB in memory', async () => {
    const large = 'x'.repeat(4_194_305);
    await expect(codeOf({ headers: await signed(large), body: large })).resolves.toBe('body_too_large');
  });

  it.each(['Hello', '[]', 'null', '"text"', '{"type":1}', '{}', '\uD800'])(
    'one that is no event: %s',
    async (text) => {
      const input = { headers: await signed(text), body: text };
      await expect(verifyBytes(input, options)).resolves.toBeDefined();
      await expect(verify(input, options)).rejects.toMatchObject({ code: 'invalid_payload', status: 400 });
    },
  );

  it('one that is not UTF-8', async () => {
    const bytes = Uint8Array.of(0x22, 0xff, 0x22);
    const headers = await sign({ id: 'evt_1', timestamp, body: bytes }, { secrets: [secret] });
    await expect(codeOf({ headers, body: bytes })).resolves.toBe('invalid_payload');
  });
});

describe('results', () => {
  it('an event of an unknown type is returned', async () => {
    const text = JSON.stringify({ id: 'evt_1', type: 'user.merged', data: { into: 'u2' } });
    const event = await verify({ headers: await signed(text), body: text }, options);
    expect(event).toStrictEqual({ id: 'evt_1', type: 'user.merged', data: { into: 'u2' } });
  });

  it('a type narrows the event, and what is left is unknown', async () => {
    const event = await verify({ headers: await signed(), body }, options);
    if (event.type === 'user.deactivated') {
      expectTypeOf(event.data.previous.active).toEqualTypeOf<boolean | undefined>();
    }
    if (event.type !== 'user.deleted') throw new Error('not the event that was sent');
    expectTypeOf(event).toEqualTypeOf<Extract<WebhookEvent, { type: 'user.deleted' }>>();
    expect(event.data.user.id).toBe('u');
  });

  it('safeVerify returns what verify throws', async () => {
    await expect(safeVerify({ headers: {}, body }, options)).resolves.toStrictEqual({
      ok: false,
      error: expect.any(WebhookVerificationError),
    });
    await expect(safeVerify({ headers: {}, body }, { secrets: [] })).resolves.toMatchObject({
      error: { code: 'invalid_secret' },
    });
  });

  it('exhaustive does nothing at run time', () => {
    expect(
      exhaustive({ id: 'evt_1', type: 'user.merged' as never, timestamp: '', data: {} }),
    ).toBeUndefined();
  });
});

function upperCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
}

function mapValues(
  headers: Record<string, string>,
  map: (value: string) => string[],
): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, map(value)]));
}
