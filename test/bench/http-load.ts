import { Client } from 'undici';
import { percentile } from './statistics.ts';

export interface LoadRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: string;
}

export interface LoadOptions {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  /** Stops after this time or this many requests, whichever is given. */
  readonly durationMs?: number;
  readonly requests?: number;
  /** The `n`th request, from 0. */
  readonly request: (n: number) => LoadRequest;
}

export interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requests: number;
}

/** Keeps each connection busy with one request after the other. An answer of 400 or above ends it: it is no figure. */
export async function load(options: LoadOptions): Promise<Load> {
  const { origin, headers, connections, durationMs = Infinity, requests = Infinity, request } = options;
  const latencies: number[] = [];
  const start = performance.now();
  let next = 0;

  async function keepBusy(): Promise<void> {
    const client = new Client(origin);
    try {
      while (next < requests && performance.now() - start < durationMs) {
        const { method, path, body } = request(next++);
        const sentAt = performance.now();
        const answer = await client.request({ method, path, headers, ...(body !== undefined && { body }) });
        const text = await answer.body.text();
        if (answer.statusCode >= 400) throw new Error(`${method} ${path} got ${answer.statusCode}: ${text}`);
        latencies.push(performance.now() - sentAt);
      }
    } finally {
      await client.close();
    }
  }

  await Promise.all(Array.from({ length: connections }, keepBusy));
  const seconds = (performance.now() - start) / 1000;
  return {
    perSecond: latencies.length / seconds,
    p50Ms: percentile(latencies, 50),
    p99Ms: percentile(latencies, 99),
    requests: latencies.length,
  };
}

/** The median time of one request after the other on one connection, in milliseconds. */
export async function medianMs(options: Omit<LoadOptions, 'connections'>): Promise<number> {
  return (await load({ ...options, connections: 1 })).p50Ms;
}
