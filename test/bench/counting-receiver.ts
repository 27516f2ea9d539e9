import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A receiver that only counts, so that it is no brake. */
export interface CountingReceiver extends AsyncDisposable {
  readonly url: string;
  /** Every request that it took, in the order in which they came. */
  readonly arrivals: readonly Arrival[];
  /** Answers 503 and counts nothing as long as it is set. */
  isDown: boolean;
  /** Resolves when so many requests have come in. */
  receive(requests: number): Promise<void>;
  /** Counts from 0 again. */
  reset(): void;
}

export interface Arrival {
  readonly eventId: string;
  /** By the clock that the database's is. */
  readonly at: number;
}

export async function startCountingReceiver(): Promise<CountingReceiver> {
  const arrivals: Arrival[] = [];
  let wanted = Infinity;
  let enough = (): void => undefined;
  const server = createServer((request, response) => {
    request.on('end', () => {
      if (receiver.isDown) {
        response.writeHead(503).end();
        return;
      }
      arrivals.push({ eventId: String(request.headers['webhook-id']), at: Date.now() });
      response.writeHead(204).end();
      if (arrivals.length >= wanted) enough();
    });
    request.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Listening on a port, not on a pipe.
  const { port } = server.address() as AddressInfo;
  const receiver: CountingReceiver = {
    url: `http://127.0.0.1:${port}/`,
    arrivals,
    isDown: false,
    async receive(count) {
      if (arrivals.length >= count) return;
      wanted = count;
      await new Promise<void>((resolve) => {
        enough = resolve;
      });
    },
    reset() {
      arrivals.splice(0);
      wanted = Infinity;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
