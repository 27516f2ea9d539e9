import type { Bytes } from '../crypto.ts';
import type { WebhookHeadersInput } from '../headers.ts';
import { verifyBytes, type VerifyOptions } from '../verify.ts';

/** A webhook with its body at hand. */
export interface Message {
  readonly headers: WebhookHeadersInput;
  readonly body: Bytes;
}

/** Answers whether a message is signed by one of the secrets, whenever it was sent. */
export async function isSigned(
  { headers, body }: Message,
  secrets: VerifyOptions['secrets'],
): Promise<boolean> {
  return verifyBytes({ headers, body }, { secrets, toleranceSeconds: false }).then(
    () => true,
    () => false,
  );
}

/** Reads a header in whatever case; what came several times is joined. */
export function headerOf(headers: WebhookHeadersInput, name: string): string | undefined {
  // A record holds texts and lists of them, and never a function.
  if (typeof headers.get === 'function') return (headers as Pick<Headers, 'get'>).get(name) ?? undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return found === undefined ? undefined : String(found);
}

/** The message with other values for some of its three headers. */
export function withHeaders(message: Message, changes: Readonly<Record<string, string>>): Message {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  const headers = Object.fromEntries(
    names.map((name) => [name, changes[name] ?? headerOf(message.headers, name)]),
  );
  return { ...message, headers };
}
