import { describe, expect, it } from 'vitest';
import {
  createReceiver,
  Drop,
  type HandlerDecision,
  type ReceiverOptions,
  RetryLater,
  sign,
  Unsubscribe,
  WebhookVerificationError,
} from './index.ts';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;

async function requestOf(type: string, { secrets = [secret] } = {}): Promise<Request> {
  const body = JSON.stringify({ id: `evt_${type.replace('.', '_')}`, type, data: {} });
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = await sign({ id: 'evt_1', timestamp, body }, { secrets });
  return new Request('http://localhost/webhooks', { method: 'POST', headers, body });
}

/** A receiver that keeps what its handlers and `onError` got. */
function recording(options: Partial<ReceiverOptions> = {}) {
  const calls: string[] = [];
  const errors: { error: unknown; type: string | undefined }[] = [];
  const receiver = createReceiver({
    secrets: [secret],
    onError: (error, event) => errors.push({ error, type: event?.type }),
    ...options,
  });
  return { calls, errors, receiver };
}

describe('dispatch', () => {
  it('runs the handlers of the type, of its resource and of all, in the order in which they were added', async () => {
    const { calls, receiver } = recording();
    receiver
      .on('*', (event) => calls.push(`all ${event.type}`))
      .on('user.deactivated', async (event) => {
        await Promise.resolve();
        calls.push(`one ${event.type}`);
      })
      .on('user.*', (event) => calls.push(`user ${event.type}`))
      .on('group.*', (event) => calls.push(`group ${event.type}`))
      .on('user.created', () => calls.push('never'));
    const response = await receiver(await requestOf('user.deactivated'));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(calls).toStrictEqual(['all user.deactivated', 'one user.deactivated', 'user user.deactivated']);
    await receiver(await requestOf('group.user_added'));
    expect(calls.slice(3)).toStrictEqual(['all group.user_added', 'group group.user_added']);
  });

  it('acknowledges an event without a handler', async () => {
    const { receiver } = recording();
    expect((await receiver(await requestOf('user.created'))).status).toBe(204);
  });

  it('gives an unknown type to no handler but that of unknown ones', async () => {
    const { calls, receiver } = recording();
    receiver
      .on('*', () => calls.push('all'))
      .on('user.*', () => calls.push('user'))
      .unknown((event) => calls.push(`unknown ${event.type}`));
    for (const type of ['user.merged', 'constructor', '', 'user', 'user.']) {
      expect((await receiver(await requestOf(type))).status).toBe(204);
    }
    expect(calls).toStrictEqual(
      ['user.merged', 'constructor', '', 'user', 'user.'].map((type) => `unknown ${type}`),
    );
  });

  it('acknowledges an unknown type when nobody asked for it', async () => {
    const { errors, receiver } = recording();
    expect((await receiver(await requestOf('user.merged'))).status).toBe(204);
    expect(errors).toStrictEqual([]);
  });
});

describe('failure', () => {
  it('answers 500 when a handler throws, does not run those behind it, and tells onError', async () => {
    const { calls, errors, receiver } = recording();
    const error = new Error('no database');
    receiver
      .on('user.created', () => calls.push('first'))
      .on('user.created', () => Promise.reject(error))
      .on('user.created', () => calls.push('third'));
    const response = await receiver(await requestOf('user.created'));
    expect(response.status).toBe(500);
    expect(await response.json()).toStrictEqual({ code: 'handler_failed' });
    expect(calls).toStrictEqual(['first']);
    expect(errors).toStrictEqual([{ error, type: 'user.created' }]);
  });

  it('does not take an error of the verifier that a handler throws for one of its own', async () => {
    const { receiver } = recording();
    receiver.on('*', () => {
      throw new WebhookVerificationError('no_matching_signature');
    });
    const response = await receiver(await requestOf('user.created'));
    expect(response.status).toBe(500);
  });

  it('answers the status and nothing but the code of what is refused, and runs no handler', async () => {
    const { calls, errors, receiver } = recording();
    receiver.on('*', () => calls.push('all')).unknown(() => calls.push('unknown'));
    const forged = await requestOf('user.created', {
      secrets: [`whsec_${Buffer.alloc(24, 9).toString('base64')}`],
    });
    const refused = await receiver(forged);
    expect(refused.status).toBe(401);
    expect(await refused.text()).toBe('{"code":"no_matching_signature"}');
    const malformed = await receiver(new Request('http://localhost/', { method: 'POST', body: '{}' }));
    expect(malformed.status).toBe(400);
    expect(await malformed.json()).toStrictEqual({ code: 'missing_header' });
    const read = await requestOf('user.created');
    await read.text();
    expect((await receiver(read)).status).toBe(500);
    expect(calls).toStrictEqual([]);
    expect(errors.map(({ error }) => (error as WebhookVerificationError).code)).toStrictEqual([
      'no_matching_signature',
      'missing_header',
      'body_already_read',
    ]);
  });

  it('follows toleranceSeconds and now', async () => {
    const late = recording({ now: () => Date.now() + 600_000 });
    expect((await late.receiver(await requestOf('user.created'))).status).toBe(400);
    const patient = recording({ now: () => Date.now() + 600_000, toleranceSeconds: 3600 });
    expect((await patient.receiver(await requestOf('user.created'))).status).toBe(204);
  });

  it('refuses a wrong secret when it is made', () => {
    expect(() => createReceiver({ secrets: ['secret'] })).toThrow('invalid_secret');
  });
});

describe('what a handler throws to decide', () => {
  async function answerTo(decision: HandlerDecision) {
    const { calls, errors, receiver } = recording();
    receiver
      .on('user.created', () => {
        throw decision;
      })
      .on('user.created', () => calls.push('behind it'));
    const response = await receiver(await requestOf('user.created'));
    expect(calls).toStrictEqual([]);
    expect(errors).toStrictEqual([{ error: decision, type: 'user.created' }]);
    return { response, text: await response.text() };
  }

  it('RetryLater answers 503 and when to come again', async () => {
    const { response, text } = await answerTo(new RetryLater(90, 'migrating'));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('90');
    expect(text).toBe('{"code":"retry_later"}');
    expect((await answerTo(new RetryLater())).response.headers.get('retry-after')).toBe('30');
  });

  it('RetryLater takes whole seconds', () => {
    for (const seconds of [-1, 1.5, Number.NaN, Infinity]) {
      expect(() => new RetryLater(seconds)).toThrow(TypeError);
    }
  });

  it('Drop answers 204', async () => {
    const { response, text } = await answerTo(new Drop());
    expect([response.status, text]).toStrictEqual([204, '']);
  });

  it('Unsubscribe answers 410', async () => {
    const { response, text } = await answerTo(new Unsubscribe('uninstalled'));
    expect([response.status, text]).toStrictEqual([410, '{"code":"unsubscribed"}']);
    expect(response.headers.get('retry-after')).toBeNull();
  });
});

describe('with a store', () => {
  it('gives its transaction to every handler, and asks it only for events that have one', async () => {
    const { calls, receiver } = recordingWithStore();
    receiver
      .on('user.created', (_event, transaction) => calls.push(`handler of ${transaction}`))
      .unknown((_event, transaction) => calls.push(`unknown of ${transaction}`));
    for (const type of ['user.created', 'user.deleted', 'user.merged']) await receiver(await requestOf(type));
    expect(calls).toStrictEqual([
      'begin evt_user_created',
      'handler of t-1',
      'commit',
      'begin evt_user_merged',
      'unknown of t-1',
      'commit',
    ]);
  });

  it('lets a decision and a failure through it, so that it can roll back', async () => {
    const { calls, receiver } = recordingWithStore();
    receiver.on('*', () => {
      throw new Drop();
    });
    expect((await receiver(await requestOf('user.created'))).status).toBe(204);
    expect(calls).toStrictEqual(['begin evt_user_created', 'rollback']);
  });

  function recordingWithStore() {
    const calls: string[] = [];
    const receiver = createReceiver({
      secrets: [secret],
      onError: () => undefined,
      store: {
        async run({ id }, handle: (transaction: string) => Promise<void>) {
          calls.push(`begin ${id}`);
          await handle('t-1').catch((error: unknown) => {
            calls.push('rollback');
            throw error;
          });
          calls.push('commit');
          return 'handled';
        },
      },
    });
    return { calls, receiver };
  }
});

it('receives what is no Request', async () => {
  const { calls, receiver } = recording();
  receiver.on('user.created', (event) => calls.push(event.id));
  const body = JSON.stringify({ id: 'evt_1', type: 'user.created', data: {} });
  const headers = await sign(
    { id: 'evt_1', timestamp: Math.floor(Date.now() / 1000), body },
    { secrets: [secret] },
  );
  expect(await receiver.receive({ headers, body })).toStrictEqual({ status: 204 });
  expect(await receiver.receive({ headers: {}, body })).toStrictEqual({
    status: 400,
    code: 'missing_header',
  });
  expect(calls).toStrictEqual(['evt_1']);
});
