import type { RawBody } from '../body.ts';
import type { Receiver } from '../receiver.ts';

/** What an adapter needs of a receiver. */
export type Receives = Pick<Receiver, 'receive'>;

/** Whether a body is as it came, and not what a parser made of it. */
export function isRaw(body: unknown): body is RawBody {
  return typeof body === 'string' || ArrayBuffer.isView(body);
}
