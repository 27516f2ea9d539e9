import { createReceiver, sign, type Receiver, type WebhookHeaders } from '../src/index.ts';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;

/** A webhook whose name is not the same byte for byte once it is decoded wrongly. */
export const body = JSON.stringify({
  id: 'evt_1',
  type: 'user.created',
  data: { user: { displayName: 'Zoë' } },
});

/** A receiver that keeps the names that its handler saw and what `onError` was told. */
export function recordingReceiver(): {
  readonly receiver: Receiver;
  readonly names: string[];
  readonly errors: unknown[];
} {
  const names: string[] = [];
  const errors: unknown[] = [];
  const receiver = createReceiver({ secrets: [secret], onError: (error) => errors.push(error) }).on(
    'user.created',
    (event) => names.push(event.data.user.displayName ?? ''),
  );
  return { receiver, names, errors };
}

/** The headers of the webhook, of JSON as dirsync sends it. */
export async function signed(text = body): Promise<WebhookHeaders & { readonly 'content-type': string }> {
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = await sign({ id: 'evt_1', timestamp, body: text }, { secrets: [secret] });
  return { ...headers, 'content-type': 'application/json' };
}

/** The webhook with a body that is not the one which was signed. */
export async function forged(): Promise<{ readonly headers: Record<string, string>; readonly body: string }> {
  return { headers: await signed(), body: body.replace('evt_1', 'evt_2') };
}
