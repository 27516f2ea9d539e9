import { Agent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Exchange } from '@dirsync/server';
import { createContract, readContract } from './contract.ts';
import type { Contract } from './contract.ts';

/** A request to the byte: what `fetch` would tidy up (a trailing `?`, header defaults) goes out as it is written. */
export interface RawRequest {
  readonly method: string;
  /** The scheme, host and port. */
  readonly origin: string;
  /** Path and query, encoded already. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Text and bytes as they are, anything else as JSON. */
export function encodeBody(body: unknown): string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
}

/** An answer that the contract allows. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The parsed body, undefined when there is none or it is no JSON. */
  readonly body: unknown;
}

// Every server serves the same contract, so the first one asked tells it.
let contract: Promise<Contract> | undefined;

async function check(origin: string, exchange: Exchange): Promise<void> {
  contract ??= readContract(origin).then(createContract);
  (await contract).check(exchange);
}

function isJson({ headers }: IncomingMessage): boolean {
  return /^[^;]*json *(?:;|$)/.test(headers['content-type'] ?? '');
}

const agent = new Agent({ keepAlive: true });

/** Sends a request; fails the test when the contract does not allow the answer. */
export async function send({ method, origin, target, headers, body }: RawRequest): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    httpRequest({ agent, hostname, port, method, path: target, headers: { ...headers, ...length } })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
  const received = await text(response);
  const answer = {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
    ),
    text: received,
    body: isJson(response) && received !== '' ? (JSON.parse(received) as unknown) : undefined,
  };
  // As the server reads it: without dot segments, and in SCIM without a slash at the end.
  const path = new URL(`${origin}${target}`).pathname.replace(/^(\/scim\/.*)\/$/, '$1');
  await check(origin, { method, path, status: answer.status, headers: answer.headers, body: received });
  return answer;
}

/** `fetch` whose answers are held against the contract: what the client is given in tests. */
export const contractFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const response = await fetch(request);
  const { origin, pathname } = new URL(request.url);
  await check(origin, {
    method: request.method,
    path: pathname,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.clone().text(),
  });
  return response;
};
