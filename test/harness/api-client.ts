import { encodeBody, send } from './contract-fetch.ts';
import type { Answer } from './contract-fetch.ts';
import type { ServerAddress } from './installation.ts';

/** Raw requests to the directory API: for what the typed client refuses to send. */
export interface ApiClient {
  send(
    method: string,
    target: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

/** Text and bytes are sent as they are, any other body as JSON. */
export function createApiClient({ url, apiKey }: ServerAddress): ApiClient {
  return {
    send: (method, target, body, headers = {}) =>
      send({
        method,
        origin: url,
        target,
        headers: {
          Authorization: `Bearer ${apiKey}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: encodeBody(body) }),
      }),
  };
}
