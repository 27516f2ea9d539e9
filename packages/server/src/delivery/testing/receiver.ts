import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a receiver does with a request that it has read. Without an answer it hangs. */
export type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

export interface TestReceiver extends AsyncDisposable {
  readonly url: string;
  /** In the order in which they were read. */
  readonly requests: readonly ReceivedRequest[];
  answer: Answer;
  /** Resolves when this many requests have come. */
  received(count: number): Promise<readonly ReceivedRequest[]>;
}

/** A web server on the loopback address, for one test: `await using receiver = await startReceiver(…)`. */
export async function startReceiver(
  answer: Answer = (response) => response.writeHead(204).end(),
): Promise<TestReceiver> {
  const requests: ReceivedRequest[] = [];
  const watchers = new Set<() => void>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url: path, headers } = request;
    const received = { method, path, headers, body: await text(request) };
    requests.push(received);
    for (const watch of watchers) watch();
    receiver.answer(response, received);
  }

  const listener: RequestListener = (request, response) =>
    void handle(request, response).catch(() => undefined);
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Listening on a port, not on a pipe.
  const { port } = server.address() as AddressInfo;
  const receiver: TestReceiver = {
    url: `http://127.0.0.1:${port}/webhooks`,
    requests,
    answer,
    async received(count) {
      await new Promise<void>((resolve) => {
        const watch = (): void => {
          if (requests.length >= count) resolve();
        };
        watchers.add(watch);
        watch();
      });
      return requests;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
