import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { verify } from '@dirsync/webhooks';

/** What the receiver does with the next deliveries. */
type ReceiverMode =
  /** Answers 204. */
  | 'accept'
  /** Answers 500. */
  | 'refuse'
  /** Reads the request and never answers. */
  | 'hang'
  /** Answers 410. */
  | 'leave';

const statuses = { accept: 204, refuse: 500, leave: 410 };

/** One webhook as it came in. */
export interface ReceivedWebhook {
  /** The header `webhook-id`. */
  readonly id: string;
  /** The body to the byte. */
  readonly body: string;
  readonly event: Awaited<ReturnType<typeof verify>>;
  /** Whether it has the header `webhook-replay`. */
  readonly isReplay: boolean;
  /** The labels of its signatures, such as `v1`. */
  readonly versions: readonly string[];
  readonly answered: ReceiverMode;
}

/** A product's webhook endpoint on the loopback address. */
export interface Receiver {
  readonly url: string;
  /** A function decides for each webhook by its id. */
  mode: ReceiverMode | ((id: string) => ReceiverMode);
  /** The endpoint's signing secret, or its public key: every webhook is verified with it. */
  secret: string | undefined;
  /** In the order of arrival, whatever was answered. */
  readonly received: readonly ReceivedWebhook[];
  /** Resolves once this many webhooks have come in, whatever is answered; rejects when one fails verification. */
  receive(count: number): Promise<readonly ReceivedWebhook[]>;
  /** Resolves to the accepted webhooks once this many different ones were accepted; a repeated one counts once. */
  accept(count: number): Promise<readonly ReceivedWebhook[]>;
  /** Stops listening and cuts every connection. */
  goDown(): Promise<void>;
  /** Listens again at the same address. */
  comeBack(): Promise<void>;
}

export interface ReceiverOptions {
  /** The clock by which webhooks must not be too old, in milliseconds. Default: that of the machine. */
  readonly now?: () => number;
}

/** Starts a receiver; `await using` closes it. */
export async function startReceiver({ now = Date.now }: ReceiverOptions = {}): Promise<
  Receiver & AsyncDisposable
> {
  const received: ReceivedWebhook[] = [];
  /** The first of each id. */
  const accepted = new Map<string, ReceivedWebhook>();
  const watchers = new Set<() => void>();
  const sockets = new Set<Socket>();
  let fault: unknown;
  let server: Server = await listen(0);
  const { port } = server.address() as AddressInfo;

  async function listen(wanted: number): Promise<Server> {
    const next = createServer((request, response) => void handle(request, response));
    next.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    next.listen(wanted, '127.0.0.1');
    await once(next, 'listening');
    return next;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = String(request.headers['webhook-id']);
    const answered = typeof receiver.mode === 'function' ? receiver.mode(id) : receiver.mode;
    // A connection that breaks in the midst of a request is no webhook.
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    try {
      const event = await verify({ headers: request.headers, body }, { secrets: [receiver.secret], now });
      const isReplay = request.headers['webhook-replay'] === 'true';
      const versions = String(request.headers['webhook-signature']).split(' ').map(labelOf);
      const webhook = { id, body, event, isReplay, versions, answered };
      received.push(webhook);
      if (answered === 'accept' && !accepted.has(id)) accepted.set(id, webhook);
      if (answered !== 'hang') response.writeHead(statuses[answered]).end();
    } catch (error) {
      fault ??= error;
      response.writeHead(401).end();
    }
    for (const watch of watchers) watch();
  }

  async function until(count: number, has: () => number): Promise<void> {
    return new Promise((resolve, reject) => {
      const watch = (): void => {
        if (fault === undefined && has() < count) return;
        watchers.delete(watch);
        if (fault === undefined) resolve();
        else reject(fault);
      };
      watchers.add(watch);
      watch();
    });
  }

  async function goDown(): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  const receiver: Receiver & AsyncDisposable = {
    url: `http://127.0.0.1:${port}/webhooks`,
    mode: 'accept',
    secret: undefined,
    received,
    async receive(count) {
      await until(count, () => received.length);
      return received;
    },
    async accept(count) {
      await until(count, () => accepted.size);
      return [...accepted.values()];
    },
    goDown,
    async comeBack() {
      server = await listen(port);
    },
    async [Symbol.asyncDispose]() {
      if (server.listening) await goDown();
    },
  };
  return receiver;
}

function labelOf(signature: string): string {
  return signature.split(',', 1)[0] ?? '';
}
