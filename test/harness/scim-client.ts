import { encodeBody, send } from './contract-fetch.ts';
import type { Answer } from './contract-fetch.ts';
import type { IdentityProvider } from './identity-providers.ts';

export interface ScimClientOptions {
  /** The directory's SCIM base URL, as it is shown to the administrator. */
  readonly baseUrl: string;
  readonly token: string;
  readonly identityProvider: IdentityProvider;
}

/** Raw SCIM requests as an identity provider sends them. Targets (`/Users?count=1`) go out as they are written. */
export interface ScimClient {
  get(target: string): Promise<Answer>;
  /** Text and bytes are sent as they are, any other body as JSON. */
  post(target: string, body: unknown): Promise<Answer>;
  put(target: string, body: unknown): Promise<Answer>;
  patch(target: string, body: unknown): Promise<Answer>;
  delete(target: string): Promise<Answer>;
  send(
    method: string,
    target: string,
    headers?: Readonly<Record<string, string>>,
    body?: unknown,
  ): Promise<Answer>;
}

export function createScimClient({ baseUrl, token, identityProvider }: ScimClientOptions): ScimClient {
  const { origin, pathname } = new URL(baseUrl);
  const { authorization, contentType, flag } = identityProvider;

  const client: ScimClient = {
    get: (target) => client.send('GET', target),
    post: (target, body) => client.send('POST', target, {}, body),
    put: (target, body) => client.send('PUT', target, {}, body),
    patch: (target, body) => client.send('PATCH', target, {}, body),
    delete: (target) => client.send('DELETE', target),
    send(method, target, headers = {}, body) {
      const [path = '', query] = target.split('?', 2);
      const queries = [flag, query].filter((part) => part !== undefined);
      return send({
        method,
        origin,
        target: `${pathname}${path}${queries.length > 0 ? `?${queries.join('&')}` : ''}`,
        headers: {
          ...identityProvider.headers,
          Authorization: authorization(token),
          ...(body !== undefined && { 'Content-Type': contentType }),
          ...headers,
        },
        ...(body !== undefined && { body: encodeBody(body) }),
      });
    },
  };
  return client;
}
