import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { createReceiver, sign, type WebhookInput } from '../index.ts';
import { createJwks } from '../jwks.ts';
import { diagnose, withDiagnosis, type FindingReason } from './diagnose.ts';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const otherSecret = `whsec_${Buffer.alloc(24, 2).toString('base64')}`;
const publicKey = 'whpk_wuzPrKxPfWpJSsXgyg/MEoMGvjs5SjDO4ad6X4ZYqqg=';
const timestamp = 1_700_000_000;
const options = { secrets: [secret], now: () => timestamp * 1000 };
const body = '{"id":"evt_1","type":"user.created","data":{"user":{"displayName":"Zoë/Ada","title":null}}}';

const signed = async (text = body, id = 'evt_1') =>
  sign({ id, timestamp, body: text }, { secrets: [secret] });

async function reasonsOf(input: WebhookInput, secrets: readonly (string | { raw: Uint8Array })[] = [secret]) {
  const { ok, findings } = await diagnose(input, { ...options, secrets });
  expect(ok).toBe(false);
  // No message is without a text, and none has anything of a secret.
  for (const given of [...secrets.filter((text) => typeof text === 'string'), secret]) {
    for (const { message } of findings) {
      expect(message.length).toBeGreaterThan(20);
      if (given.length > 8) expect(message).not.toContain(given.replace(/^wh\w+?_/, '').slice(0, 8));
    }
  }
  return findings.map(({ reason }) => reason);
}

it('finds nothing wrong with what verifies', async () => {
  expect(await diagnose({ headers: await signed(), body }, options)).toEqual({
    ...{ ok: true, code: undefined, findings: [] },
  });
});

describe('a body that was changed on its way', () => {
  const parsed = JSON.parse(body) as unknown;
  it.each<[string, FindingReason, string, string]>([
    ['a trailing line break', 'whitespace', body, `${body}\n`],
    ['a line break taken away', 'whitespace', `${body}\n`, body],
    ['other line breaks', 'whitespace', '{\n"id":"evt_1",\n"type":"t"}', '{\r\n"id":"evt_1",\r\n"type":"t"}'],
    ['a byte order mark', 'byte_order_mark', body, `\uFEFF${body}`],
    ['a byte order mark taken away', 'byte_order_mark', `\uFEFF${body}`, body],
    ['pretty-printing', 'body_reserialised', body, JSON.stringify(parsed, null, 2)],
    ['compacting', 'body_reserialised', JSON.stringify(parsed, null, 2), body],
    [
      'compacting what Python wrote',
      'body_reserialised',
      '{"id": "evt_1", "a": ["x", 1.5]}',
      '{"id":"evt_1","a":["x",1.5]}',
    ],
    [
      'escapes of another serialiser',
      'body_reserialised',
      body,
      body.replace('ë', '\\u00eb').replace('/', '\\/'),
    ],
    ['escapes taken away', 'body_reserialised', body.replace('ë', '\\u00eb').replace('/', '\\/'), body],
    ['being read as Latin-1', 'body_encoding', body, Buffer.from(body).toString('latin1')],
    ['base64', 'body_base64', body, Buffer.from(body).toString('base64')],
  ])('by %s', async (_name, reason, sent, received) => {
    expect(await reasonsOf({ headers: await signed(sent), body: received })).toEqual([reason]);
  });

  it('by the loss of characters', async () => {
    const received = body.replace('ë', '\uFFFD');
    expect(await reasonsOf({ headers: await signed(), body: received })).toEqual([
      'body_encoding',
      'secret_wrong',
    ]);
  });

  it('by being read before', async () => {
    expect(await reasonsOf({ headers: await signed(), body: '' })).toEqual(['body_empty', 'secret_wrong']);
    const request = new Request('http://localhost/', { method: 'POST', headers: await signed(), body });
    await request.text();
    expect(await reasonsOf(request)).toEqual(['body_read']);
  });

  it('by being parsed, and says whether all else is right', async () => {
    const input = { headers: await signed(), body: parsed } as unknown as WebhookInput;
    const right = await diagnose(input, options);
    expect(right).toMatchObject({ code: 'body_not_raw', findings: [{ reason: 'body_parsed' }] });
    expect(right.findings[0]?.message).toContain('Secret and headers are right');
    const wrong = await diagnose(input, { ...options, secrets: [otherSecret] });
    expect(wrong.findings[0]?.message).not.toContain('are right');
  });
});

describe('a secret', () => {
  it('that is another one', async () => {
    const input = { headers: await signed(), body };
    expect(await reasonsOf(input, [otherSecret])).toEqual(['secret_wrong']);
    expect(await reasonsOf(input, [otherSecret, `whsec_${Buffer.alloc(24, 3).toString('base64')}`])).toEqual([
      'secret_wrong',
    ]);
  });

  it('for the other algorithm', async () => {
    expect(await reasonsOf({ headers: await signed(), body }, [publicKey])).toEqual(['algorithm_mismatch']);
    const jwks = createJwks('https://dirsync.example/jwks.json', {
      fetch: () => Promise.reject(new Error('down')),
    });
    const { findings } = await diagnose({ headers: await signed(), body }, { ...options, secrets: [jwks] });
    expect(findings).toMatchObject([{ reason: 'algorithm_mismatch' }]);
  });

  it('whose characters are the key, or the other way round', async () => {
    const text = secret.slice('whsec_'.length);
    const raw = new TextEncoder().encode(text);
    const byCharacters = await sign({ id: 'evt_1', timestamp, body }, { secrets: [{ raw }] });
    expect(await reasonsOf({ headers: byCharacters, body })).toEqual(['secret_encoding']);
    expect(await reasonsOf({ headers: await signed(), body }, [{ raw }])).toEqual(['secret_encoding']);
    const whole = { raw: new TextEncoder().encode(secret) };
    expect(await reasonsOf({ headers: await signed(), body }, [whole])).toEqual(['secret_encoding']);
  });

  it.each([
    ['in quotation marks', `"${secret}"`],
    ['without its prefix', secret.slice('whsec_'.length)],
    ['that is an API key', 'dsk_bAc31Rq71kCWIkGRPP44F8jYRjQk1xrERz5qc1NJGNU'],
    ['that is a SCIM token', 'dst_2jaO98jp6YVg22MBaDK-p7oecX3yMxe6_jqX3DwcrH8'],
    ['that is a private key', `whsk_${Buffer.alloc(32, 5).toString('base64')}`],
    ['that is half a public key', 'whpk_wuzPrKxPfWpJSsXgyg'],
    ['that was cut off', 'whsec_'],
  ])('%s', async (_name, given) => {
    const { code, findings } = await diagnose(
      { headers: await signed(), body },
      { ...options, secrets: [given] },
    );
    expect(code).toBe('invalid_secret');
    expect(findings).toMatchObject([{ reason: 'secret_not_one' }]);
    expect(await reasonsOf({ headers: await signed(), body }, [given, secret])).toEqual(['secret_not_one']);
  });

  it('that is not set', async () => {
    const { findings } = await diagnose({ headers: {}, body }, { ...options, secrets: [undefined, ''] });
    expect(findings).toMatchObject([{ reason: 'secret_missing' }]);
  });

  it('too many of them', async () => {
    const many = Array.from({ length: 11 }, (_, index) => ({ raw: Uint8Array.of(index) }));
    expect(await reasonsOf({ headers: await signed(), body }, many)).toEqual(['secret_not_one']);
  });
});

describe('headers', () => {
  it('of Svix', async () => {
    const headers = Object.fromEntries(
      Object.entries(await signed()).map(([name, value]) => [name.replace('webhook', 'svix'), value]),
    );
    expect(await reasonsOf({ headers, body })).toEqual(['svix_headers']);
    expect(await reasonsOf({ headers: new Headers(headers), body })).toEqual(['svix_headers']);
  });

  it('that did not come', async () => {
    const { 'webhook-id': _id, ...rest } = await signed();
    expect(await reasonsOf({ headers: rest, body })).toEqual(['header_missing']);
    expect(await reasonsOf({ headers: {}, body })).toEqual(['header_missing']);
  });

  it('that came twice, or are no numbers', async () => {
    const headers = await signed();
    expect(await reasonsOf({ headers: { ...headers, 'webhook-id': ['a', 'b'] }, body })).toEqual([
      'header_wrong',
    ]);
    expect(await reasonsOf({ headers: { ...headers, 'webhook-timestamp': 'now' }, body })).toEqual([
      'header_wrong',
    ]);
  });

  it('that were changed', async () => {
    const headers = await signed();
    expect(await reasonsOf({ headers: { ...headers, 'webhook-id': 'evt_2' }, body })).toEqual(['id_wrong']);
    const inMilliseconds = { ...headers, 'webhook-timestamp': `${timestamp}000` };
    expect(await reasonsOf({ headers: inMilliseconds, body })).toEqual(['timestamp_wrong']);
    const cut = { ...headers, 'webhook-signature': headers['webhook-signature'].slice(0, 20) };
    expect(await reasonsOf({ headers: cut, body })).toEqual(['signature_malformed']);
  });

  it('of another time, and says by how much', async () => {
    const input = { headers: await signed(), body };
    const late = await diagnose(input, { ...options, now: () => (timestamp + 412) * 1000 });
    expect(late).toMatchObject({ code: 'timestamp_too_old', findings: [{ reason: 'clock_skew' }] });
    expect(late.findings[0]?.message).toContain('412 s ago');
    const early = await diagnose(input, { ...options, now: () => (timestamp - 412) * 1000 });
    expect(early.findings[0]?.message).toContain('412 s in the future');
  });
});

it('says something of whatever it gets, and does not throw', async () => {
  const headers = await signed();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.string(), async (bytes, signature) => {
      const input = { headers: { ...headers, 'webhook-signature': signature || 'v1,' }, body: bytes };
      expect((await diagnose(input, options)).findings).not.toHaveLength(0);
    }),
  );
});

describe('withDiagnosis', () => {
  const at = { secrets: [secret], now: () => timestamp * 1000 };

  async function receive(input: WebhookInput) {
    const lines: string[] = [];
    const seen: string[] = [];
    const receiver = createReceiver({ ...at, onError: () => undefined }).on('*', ({ id }) => seen.push(id));
    const result = await withDiagnosis(receiver, { ...at, report: (line) => lines.push(line) }).receive(
      input,
    );
    return { result, lines, seen };
  }

  it('reports why a webhook is refused, and answers as before', async () => {
    const headers = await signed();
    const received = `${body}\n`;
    const read = async () => received;
    const request = new Request('http://localhost/', { method: 'POST', headers, body: received });
    for (const input of [{ headers, body: received }, { headers, body: read }, request]) {
      const { result, lines } = await receive(input);
      expect(result).toEqual({ status: 401, code: 'no_matching_signature' });
      expect(lines).toEqual([expect.stringMatching(/^webhook refused, whitespace: /)]);
    }
  });

  it('says nothing of what is taken', async () => {
    const request = new Request('http://localhost/', { method: 'POST', headers: await signed(), body });
    expect(await receive(request)).toEqual({ result: { status: 204 }, lines: [], seen: ['evt_1'] });
  });

  it('is not there in production', () => {
    const receiver = createReceiver(at);
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    try {
      expect(withDiagnosis(receiver, at)).toBe(receiver);
    } finally {
      process.env['NODE_ENV'] = before;
    }
  });
});
