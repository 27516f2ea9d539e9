import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A receiver that only counts, so that it is no brake. */
export interface CountingReceiver extends AsyncDisposable {
  readonly url: string;
  /** When each event came in first, by its id. */
  readonly arrivals: ReadonlyMap<string, number>;
  readonly requests: number;
  /** Resolves when so many requests have come in. */
  receive(requests: number): Promise<void>;
}

export async function startCountingReceiver(): Promise<CountingReceiver> {
  const arrivals = new Map<string, number>();
  let requests = 0;
  let wanted = Infinity;
  let enough = (): void => undefined;
  const server = createServer((request, response) => {
    const id = String(request.headers['webhook-id'] ?? requests);
    request.on('end', () => {
      requests += 1;
      if (!arrivals.has(id)) arrivals.set(id, Date.now());
      response.writeHead(204).end();
      if (requests >= wanted) enough();
    });
    request.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    arrivals,
    get requests() {
      return requests;
    },
    async receive(count) {
      if (requests >= count) return;
      wanted = count;
      await new Promise<void>((resolve) => {
        enough = resolve;
      });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
