import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A span as it came in. */
export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly kind: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Takes traces as OTLP over HTTP, in JSON. */
export interface TraceCollector {
  readonly url: string;
  /** All that came until now. */
  readonly spans: readonly ReceivedSpan[];
  /** What came, to the byte. */
  readonly text: string;
  /** The attributes of the service. */
  readonly resource: Readonly<Record<string, unknown>>;
}

type Attributes = readonly { readonly key: string; readonly value: object }[];

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Attributes };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<ReceivedSpan, 'attributes'> & { readonly attributes: Attributes })[];
    }[];
  }[];
}

function toObject(attributes: Attributes): Readonly<Record<string, unknown>> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0] as unknown]));
}

/** Starts a collector; `await using` closes it. */
export async function startTraceCollector(): Promise<TraceCollector & AsyncDisposable> {
  const spans: ReceivedSpan[] = [];
  let resource = {};
  let received = '';
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      received += JSON.stringify(body);
      for (const { resource: service, scopeSpans } of (body as Export).resourceSpans) {
        resource = toObject(service.attributes);
        for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
          spans.push({ ...span, attributes: toObject(span.attributes) });
        }
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    get text() {
      return received;
    },
    get resource() {
      return resource;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
